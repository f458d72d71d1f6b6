"""The first page of an area's finance models: the path as steps, and where one stands."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from accounts.access import methods, requires
from accounts.permissions import Permission
from finance_models import steps


@requires(Permission.FINANCE_READ)
@methods("GET")
def start(request: HttpRequest, area: str) -> HttpResponse:
    """Each step with where it stands."""
    standing = [(step, step.words(request.area)) for step in steps.steps_for(request)]
    rows = [
        [
            {"text": step.title, "href": reverse(step.route, args=[area])},
            {"status": where.status},
            where.words,
        ]
        for step, where in standing
    ]
    return render(request, "finance/start.html", {"rows": rows})
