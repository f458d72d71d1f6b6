"""What the area's public pages answer, for its own team."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accounts.access import methods, requires
from accounts.permissions import Permission
from config.today import today
from files import offers, writing
from tenants.rollout import ask_dates, presenters, queries


@requires(Permission.AREA_READ)
@methods("GET")
def your_turn(request: HttpRequest, area: str) -> HttpResponse:
    """For each group what people read, from when they can ask, and what is missing."""
    plans, day = queries.plans(), today()
    context = {
        "table": ask_dates.table(request.area, plans, day),
        "owed": presenters.dates_owed(plans, queries.promises(), day),
        "downloads": offers.offers("rollout:your-turn-file", area),
    }
    return render(request, "rollout/your_turn.html", context)


@requires(Permission.AREA_READ)
@methods("GET")
def file(request: HttpRequest, area: str, ending: str) -> HttpResponse:
    """The same as a file."""
    table = ask_dates.table(request.area, queries.plans(), today())
    return writing.answer(request, table, ending=ending, name=f"{area}-your-turn", area=request.area)
