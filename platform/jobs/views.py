"""The pages of long work: how far it is, stopping it, what went wrong, and one's own list."""

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from accounts.access import methods, requires
from accounts.permissions import Permission
from jobs import actions, presenters, queries
from jobs.errors import JobOver

JOBS_ON_A_PAGE = 25
# Without JavaScript the page loads again by itself; with it, the part that changes is fetched.
RELOAD_SECONDS = 5
NOTHING_NEW = 204


@requires(Permission.JOB_READ)
def job_list(request: HttpRequest) -> HttpResponse:
    """The jobs that this person started."""
    page = Paginator(queries.jobs_of(request.access), JOBS_ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "jobs/list.html", {"page": page, "shown": [presenters.present(job) for job in page]})


@requires(Permission.JOB_READ)
def job_page(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """How far a job is, and what came of it."""
    view = presenters.present(queries.job_for(request.access, public_id))
    return render(request, "jobs/job.html", {"view": view, "reload_seconds": RELOAD_SECONDS})


@requires(Permission.JOB_READ)
def job_status(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """The part of the page that changes; 204 where the page shows it already."""
    view = presenters.present(queries.job_for(request.access, public_id))
    if request.GET.get("shown") == view.version:
        return HttpResponse(status=NOTHING_NEW)
    is_news = request.GET.get("told") != view.news
    return render(request, "jobs/status.html", {"view": view, "is_news": is_news})


@methods("GET", "POST")
@requires(Permission.JOB_READ)
def cancel_job(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Asks, then stops the job."""
    job = queries.job_for(request.access, public_id)
    if job.has_ended:
        messages.warning(request, "This has ended already, so there is nothing to stop.")
        return redirect(job)
    if request.method != "POST":
        return render(request, "jobs/cancel.html", {"job": job})
    try:
        actions.cancel(job, by=request.user)
    except JobOver as over:
        messages.warning(request, str(over))
    return redirect(job)


@requires(Permission.JOB_READ)
def job_faults(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Why it failed, one fault a line, as a text file."""
    job = queries.job_for(request.access, public_id)
    response = HttpResponse(presenters.faults_as_text(job), content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="faults-{job.public_id.hex[:8]}.txt"'
    return response
