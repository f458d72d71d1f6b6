"""A matching run: search, keep what is proposed with its figures, and tell both sides."""

from collections.abc import Callable
from typing import Any

from django.db import connection, transaction

import audit
from accounts.models import User
from config.today import is_sample_activity
from timebank.calc.matching import comparing
from timebank.calc.matching.inputs import Case, Month
from timebank.calc.matching.results import Fairness, Proposed, Result
from timebank.fairness import actions as fairness
from timebank.fairness import standing
from timebank.matching import gathering, notices
from timebank.models import FairShareRule, MatchingRun, Proposal

FIRST_RULE = "The first rule: nothing else has been chosen yet."


@transaction.atomic
def run(*, by: User | None, on_progress: Callable[..., Any] | None = None) -> MatchingRun:
    """Match what is open now. What was proposed before, and nobody has said yes to, lapses.

    Raises `solving.NotSolved` where the search takes too long.
    """
    _one_at_a_time()
    gathered = gathering.gather()
    if on_progress:
        on_progress(1, 3, "Looking for who should help whom")
    both = comparing.compared(gathered.case)
    if on_progress:
        on_progress(2, 3, "Keeping what is proposed")
    unanswered = Proposal.objects.filter(state=Proposal.State.PROPOSED, asker_answer="", giver_answer="")
    unanswered.update(state=Proposal.State.LAPSED)
    made = MatchingRun.objects.create(
        by=by,
        rule=gathered.rule.version or _first_rule(),
        settings=_settings(gathered.case),
        figures=figures(gathered, both),
        is_sample=is_sample_activity(),
    )
    Proposal.objects.bulk_create(_row(made, gathered, proposed) for proposed in both.matched.proposals)
    audit.record(action="timebank.match", by=by, object=made, detail={"proposals": len(both.matched.proposals)})
    notices.proposed(made)
    return made


def _one_at_a_time() -> None:
    """A second run waits until the first is kept: else both would propose the same hours."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('timebank_matching'))")


def figures(gathered: gathering.Gathered, both: comparing.Compared) -> dict[str, Any]:
    """What the run's page shows besides its proposals, as it was then."""
    matched = both.matched
    return {
        "requests": len(gathered.case.needs),
        "offers": len(gathered.case.helps),
        "asked": sum(need.minutes for need in gathered.case.needs),
        "pool": matched.pool,
        "shares": {slug: float(share) for slug, share in gathered.rule.shares.items()},
        "fell_back": gathered.rule.fell_back,
        "before": _fairness(matched.before),
        "after": _fairness(matched.after),
        "received": matched.received(),
        "first_come": {"after": _fairness(both.first_come.after), "received": both.first_come.received()},
        "below_share": list(both.below_share()),
        "standing": {area.account: area.ratio_before for area in both.areas},
        "unmet": _unmet(matched),
        "unkept": [list(pin) for pin in matched.unkept_pins],
    }


def _fairness(found: Fairness) -> dict[str, Any]:
    return {"ratios": dict(found.ratios), "gini": found.gini, "minimum": found.minimum}


def _unmet(result: Result) -> list[dict[str, Any]]:
    return [{"request": unmet.need.key, "minutes": unmet.minutes, "why": unmet.why} for unmet in result.unmet]


def _settings(case: Case) -> dict[str, Any]:
    used = case.settings
    return {
        "least": used.least,
        "most_helpers": used.most_helpers,
        "mentor_minutes_a_month": used.mentor_minutes_a_month,
        "fairness": used.fairness,
    }


def _row(made: MatchingRun, gathered: gathering.Gathered, proposed: Proposed) -> Proposal:
    return Proposal(
        run=made,
        request=gathered.requests[proposed.need.key],
        offer=gathered.offers[proposed.help.key],
        minutes=proposed.minutes,
        months={month_key(month): minutes for month, minutes in proposed.months.items()},
        fit=proposed.fit,
        score=proposed.score,
        reasons=list(proposed.reasons),
        is_pinned=proposed.is_pinned,
    )


def month_key(month: Month) -> str:
    """`2015-07`."""
    return f"{month[0]:04}-{month[1]:02}"


def _first_rule() -> FairShareRule:
    return fairness.choose(rule=standing.Rule.EQUAL, weights=None, reason=FIRST_RULE, by=None)
