"""The pages of equality impact assessments."""

from dataclasses import replace

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from accounts.access import methods, requires
from accounts.permissions import Permission
from config.today import today
from files import offers, writing
from tenants.rollout import changes
from tenants.rollout.equality import assessing, presenters, readiness, screens, subjects
from tenants.rollout.equality.screens import Screen
from tenants.rollout.equality.subjects import Subject
from tenants.rollout.models import Change


@requires(Permission.AREA_READ)
@methods("GET")
def all_of_them(request: HttpRequest, area: str) -> HttpResponse:
    """What is assessed, what is missing, and when each is looked at again."""
    context = {
        "words": presenters.words(request.area),
        "table": presenters.overview(request.area),
        "downloads": offers.offers("rollout:equality-download", area, "all"),
        "may_edit": request.access.can(Permission.ROLLOUT_EDIT, request.area),
    }
    return render(request, "rollout/equality.html", context)


@requires(Permission.AREA_READ)
@methods("GET")
def one(request: HttpRequest, area: str, key: str) -> HttpResponse:
    """One assessment, whole."""
    subject = find(key)
    row = subject.assessment
    # What stands under the table in a file stands above it here.
    table = replace(presenters.findings(request.area, subject), note="")
    context = {
        "subject": subject,
        "row": row,
        "state": presenters.state_cell(subject),
        "table": table,
        "downloads": offers.offers("rollout:equality-download", area, key),
        "screens": screens.SCREENS,
        "missing": [] if subject.is_agreed else readiness.what_is_missing(row, today()),
        "history": changes.history(Change.Thing.EQUALITY, row) if row else [],
        "field_words": presenters.field_words(),
        "may_edit": request.access.can(Permission.ROLLOUT_EDIT, request.area),
    }
    return render(request, "rollout/equality_one.html", context)


@requires(Permission.ROLLOUT_EDIT)
@methods("GET", "POST")
def new(request: HttpRequest, area: str) -> HttpResponse:
    """Name a finance cohort that is to be assessed."""
    form = screens.CohortForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = assessing.begin_cohort(area=request.area, by=request.user, **form.cleaned_data)
        except ValidationError as error:
            form.add_error("name", " ".join(error.messages))
        else:
            return redirect("rollout:equality-screen", area=area, key=subjects.key_of(made), screen="people")
    return render(request, "rollout/equality_new.html", {"form": form}, status=422 if form.errors else 200)


@requires(Permission.ROLLOUT_EDIT)
@methods("GET", "POST")
def write(request: HttpRequest, area: str, key: str, screen: str) -> HttpResponse:
    """One screen of an assessment. What is saved may be incomplete; it is checked when it is agreed."""
    subject, found = find(key), find_screen(screen)
    if subject.is_agreed:
        messages.warning(request, str(assessing.AlreadyAgreed()))
        return redirect("rollout:equality-item", area=area, key=key)
    form = found.form(request.POST or None, initial=found.initial(subject.assessment))
    if request.method == "POST" and form.is_valid():
        assessing.write(
            area=request.area,
            subject=subject,
            values={name: form.cleaned_data[name] for name in found.fields},
            findings=form.findings() if isinstance(form, screens.ImpactForm) else {},
            by=request.user,
        )
        following = screens.next_of(found)
        if following:
            return redirect("rollout:equality-screen", area=area, key=key, screen=following.key)
        messages.success(request, "The draft is saved.")
        return redirect("rollout:equality-item", area=area, key=key)
    context = {"subject": subject, "screen": found, "form": form, "place": screens.SCREENS.index(found) + 1}
    context["count"] = len(screens.SCREENS)
    return render(request, "rollout/equality_screen.html", context, status=422 if form.errors else 200)


@requires(Permission.ROLLOUT_EDIT)
@methods("POST")
def agree(request: HttpRequest, area: str, key: str) -> HttpResponse:
    """Agree an assessment; where something is missing, its page says what."""
    try:
        assessing.agree(area=request.area, subject=find(key), by=request.user)
    except (assessing.NotReady, assessing.AlreadyAgreed) as error:
        messages.warning(request, f"It is not agreed. {error}")
    else:
        messages.success(request, "The assessment is agreed. The programme board sees that it stands, and the actions.")
    return redirect("rollout:equality-item", area=area, key=key)


@requires(Permission.ROLLOUT_EDIT)
@methods("GET", "POST")
def open_again(request: HttpRequest, area: str, key: str) -> HttpResponse:
    """Open an agreed assessment again, with a reason."""
    subject = find(key)
    form = screens.OpenAgainForm(request.POST or None)
    if not subject.is_agreed:
        return redirect("rollout:equality-item", area=area, key=key)
    if request.method == "POST" and form.is_valid():
        assessing.open_again(area=request.area, subject=subject, reason=form.cleaned_data["reason"], by=request.user)
        return redirect("rollout:equality-screen", area=area, key=key, screen="people")
    context = {"form": form, "subject": subject}
    return render(request, "rollout/equality_open.html", context, status=422 if form.errors else 200)


@requires(Permission.AREA_READ)
@methods("GET")
def download(request: HttpRequest, area: str, key: str, ending: str) -> HttpResponse:
    """All assessments ("all"), or one with what was found, as a file."""
    table = presenters.overview(request.area) if key == "all" else presenters.findings(request.area, find(key))
    name = f"{area}-equality-{key}-{today().isoformat()}"
    return writing.answer(request, table, ending=ending, name=name, area=request.area)


def find(key: str) -> Subject:
    """What the address names; raises Http404."""
    found = subjects.find(key)
    if found is None:
        raise Http404("There is nothing of this name to be assessed.")
    return found


def find_screen(key: str) -> Screen:
    """The screen that the address names; raises Http404."""
    if key not in screens.BY_KEY:
        raise Http404("There is no such screen.")
    return screens.BY_KEY[key]
