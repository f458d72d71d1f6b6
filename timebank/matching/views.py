"""The coordinator's pages of the matching; everybody with the time bank reads what was proposed and why."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from accounts.access import methods, requires
from accounts.permissions import Permission
from files import offers, writing
from jobs import actions as jobs
from timebank.calc.matching.solving import NotSolved
from timebank.exchange import queries as exchange
from timebank.exchange.views import ReasonForm
from timebank.fairness import standing
from timebank.matching import answers, fair_presenters, presenters, queries, runs
from timebank.models import MatchingRun, Offer, PairDecision, Request

# With more pairs to look at than this a worker does it, and the page shows how far it is.
PAIRS_AT_ONCE = 2_000
RUNS_SHOWN = 20


@requires(Permission.TIMEBANK_READ)
@methods("GET")
def matching(request: HttpRequest) -> HttpResponse:
    """Earlier runs, what is open now, and pins and refusals for the next run."""
    rows = list(queries.runs()[:RUNS_SHOWN])
    context = {
        "latest": rows[0] if rows else None,
        "runs": presenters.run_rows(rows),
        "open_requests": Request.objects.filter(state=Request.State.OPEN).count(),
        "open_offers": Offer.objects.filter(state=Offer.State.OPEN).count(),
        "decisions": presenters.decision_rows(queries.decisions()),
        "may_run": request.access.can_everywhere(Permission.TIMEBANK_COORDINATE),
    }
    return render(request, "timebank/matching/start.html", context)


@requires(Permission.TIMEBANK_COORDINATE)
@methods("POST")
def start(request: HttpRequest) -> HttpResponse:
    """Run the matching: at once where there is little to look at, else by a worker."""
    open_requests = exchange.requests().filter(state=Request.State.OPEN).count()
    if open_requests * exchange.listed_offers().count() > PAIRS_AT_ONCE:
        return redirect(jobs.start(kind="timebank-matching", by=request.user))
    try:
        made = runs.run(by=request.user)
    except NotSolved as error:
        messages.warning(request, str(error))
        return redirect("timebank:matching")
    messages.success(request, "The matching is done. Both sides have been told, and say yes or no.")
    return redirect(presenters.run_address(made))


@requires(Permission.TIMEBANK_READ)
@methods("GET")
def run(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """One run: what it proposed and why, what stayed open, and what it would do to fair shares."""
    found = _find(public_id)
    rows = list(found.proposals.select_related(*queries.PAIR))
    names = fair_presenters.names_of(standing.area_accounts())
    downloads = {key: offers.offers("timebank:run-file", public_id, key) for key in TABLES}
    context = {
        "run": found,
        "rows": rows,
        "tags": presenters.TAGS,
        "sentence": presenters.sentence(found, rows),
        "below_share": fair_presenters.below_share_words(found),
        "measures": fair_presenters.measures(found),
        "proposals": presenters.proposals_table(found, rows),
        "unmet": presenters.unmet_table(found),
        "fairness": fair_presenters.fairness_table(found, names),
        "comparison": fair_presenters.comparison_table(found, names),
        "chart": fair_presenters.chart(found, names, downloads["fairness"]) if found.figures["shares"] else None,
        "unkept": found.figures["unkept"],
        "downloads": downloads,
        "may_run": request.access.can_everywhere(Permission.TIMEBANK_COORDINATE),
    }
    return render(request, "timebank/matching/run.html", context)


TABLES = ("proposals", "unmet", "fairness", "comparison")


@requires(Permission.TIMEBANK_READ)
@methods("GET")
def run_file(request: HttpRequest, public_id: uuid.UUID, key: str, ending: str) -> HttpResponse:
    """One of the run's tables as a file."""
    found = _find(public_id)
    names = fair_presenters.names_of(standing.area_accounts())
    makers = {
        "proposals": lambda: presenters.proposals_table(found, found.proposals.select_related(*queries.PAIR)),
        "unmet": lambda: presenters.unmet_table(found),
        "fairness": lambda: fair_presenters.fairness_table(found, names),
        "comparison": lambda: fair_presenters.comparison_table(found, names),
    }
    if key not in makers:
        raise Http404("There is no such table.")
    name = f"time-bank-matching-{found.made_on.isoformat()}-{key}"
    return writing.answer(request, makers[key](), ending=ending, name=name)


@requires(Permission.TIMEBANK_COORDINATE)
@methods("GET", "POST")
def decide(request: HttpRequest, public_id: uuid.UUID, kind: str) -> HttpResponse:
    """Pin the pair of a proposal for the next runs, or refuse it, with a reason."""
    found = queries.proposal(public_id)
    if found is None:
        raise Http404("There is no such proposal.")
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        answers.decide(
            request=found.request, offer=found.offer, kind=kind, reason=form.cleaned_data["reason"], by=request.user
        )
        messages.success(request, "It counts from the next run on. Run the matching again when you are ready.")
        return redirect("timebank:matching")
    context: dict[str, Any] = {"form": form, "row": found, "kind": kind, "back": presenters.run_address(found.run)}
    return render(request, "timebank/matching/decide.html", context, status=422 if form.errors else 200)


@requires(Permission.TIMEBANK_COORDINATE)
@methods("POST")
def decision_end(request: HttpRequest, number: int) -> HttpResponse:
    """Take a pin or a refusal back."""
    found = PairDecision.objects.filter(pk=number).first()
    if found is None:
        raise Http404("There is no such decision.")
    answers.take_back(decision=found, by=request.user)
    messages.success(request, "It counts no longer.")
    return redirect("timebank:matching")


def _find(public_id: uuid.UUID) -> MatchingRun:
    found = queries.run(public_id)
    if found is None:
        raise Http404("There is no such run.")
    return found
