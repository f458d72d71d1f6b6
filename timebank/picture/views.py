"""The network's picture: everybody with the time bank reads it, the board above all."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from accounts.access import methods, requires
from accounts.permissions import Permission
from config.today import today
from files import offers, writing
from timebank.fairness import presenters as fairness
from timebank.fairness import queries as shares
from timebank.fairness import standing
from timebank.ledger import accounts
from timebank.models import Account, Offer, Request
from timebank.picture import presenters, queries, topics

TABLES = ("who-helped-whom", "topics", "quiet")


@requires(Permission.TIMEBANK_READ)
@methods("GET")
def picture(request: HttpRequest) -> HttpResponse:
    """Who helped whom, how equally, on what, and who is quiet."""
    every, flows = accounts.all_accounts(), queries.flows()
    areas = [account for account in every if account.kind == Account.Kind.AREA]
    in_use = standing.in_force(areas)
    point, points = standing.now(areas, in_use), shares.over_time(areas, in_use)
    downloads = {key: offers.offers("timebank:picture-file", key) for key in TABLES}
    over_time = offers.offers("timebank:fair-shares-file", "over-time")
    context: dict[str, Any] = {
        "sentence": presenters.sentence(flows, every),
        "total": sum(flow.minutes for flow in flows),
        "gini": fairness.ratio_words(point.gini),
        "minimum": fairness.ratio_words(point.minimum),
        "priorities": presenters.priorities_words(*queries.on_first_priorities()),
        "day": today(),
        "source": presenters.SOURCE,
        "matrix": presenters.matrix(flows, every, today(), downloads["who-helped-whom"]) if flows else None,
        "flow_chart": presenters.flow_chart(flows, every, today(), downloads["who-helped-whom"]),
        "flows": presenters.flows_table(flows, every, today()),
        "over_time": fairness.over_time_chart(points, over_time) if points else None,
        "topics": presenters.topics_table(topics.needs(), today()),
        "quiet": _quiet(every),
        "downloads": downloads,
    }
    return render(request, "timebank/picture/picture.html", context)


@requires(Permission.TIMEBANK_READ)
@methods("GET")
def file(request: HttpRequest, key: str, ending: str) -> HttpResponse:
    """One of its tables as a file."""
    makers = {
        "who-helped-whom": lambda: presenters.flows_table(queries.flows(), accounts.all_accounts(), today()),
        "topics": lambda: presenters.topics_table(topics.needs(), today()),
        "quiet": lambda: _quiet(accounts.all_accounts()),
    }
    if key not in makers:
        raise Http404("There is no such table.")
    name = f"time-bank-{key}-{today().isoformat()}"
    return writing.answer(request, makers[key](), ending=ending, name=name)


def _quiet(every: list[Account]) -> Any:
    offering = set(Offer.objects.filter(state=Offer.State.OPEN).values_list("account", flat=True))
    asking = set(Request.objects.filter(state=Request.State.OPEN).values_list("account", flat=True))
    return presenters.quiet_table(every, queries.last_active(), offering, asking, today())
