"""Sample releases of the demo: some areas have released, and one waits for its lead. The worker makes them."""

from accounts.models import User
from finance_models.models import AssumptionSet, RegionalRelease
from finance_models.release import actions, making
from tenants.contexts import in_area
from tenants.models import Area
from tenants.returns import finance
from tenants.returns.models import FinanceTerms

# In the demo's own area a proposal waits, so that its lead can release it.
WAITS = "kernow"
HAVE_RELEASED = ("bristol", "somerset", "wiltshire", "gloucestershire")
PROPOSER = "finance-lead@demo.example"
NOTE = "Sample: the first release, from made-up people."
TERMS = {
    "window_start": "2013-04-01", "window_end": "2014-04-01", "age_edges": [0, 18, 65, 75, 85],
    "ltc_edges": [0, 1, 2, 4], "truncation_pence": 4_000_000, "inflation": "0.021", "growth": "0.01",
    "efficiency": "0.04",
}  # fmt: skip
WHY = "Sample: the year, bands and truncation that areas of the demo begin with."


def set_terms() -> None:
    """The network's first terms, where there are none."""
    if not FinanceTerms.objects.exists():
        finance.set_terms(values=TERMS, reason=WHY, by=None, is_sample=True)


def make(area: Area) -> None:
    """A release of the area's sample data where there is none: published, or waiting in the demo's own area."""
    if area.slug not in (WAITS, *HAVE_RELEASED):
        return
    with in_area(area):
        base = AssumptionSet.objects.filter(is_sample=True).order_by("pk").first()
        if base is None or RegionalRelease.objects.exists():
            return
        made = making.prepare(area=area, assumptions=base, by=None)
        facts = {"area": area, "number": made.number}
        by = User.objects.filter(email=PROPOSER).first() if area.slug == WAITS else None
        actions.propose(note=NOTE, by=by, **facts)
        if area.slug in HAVE_RELEASED:
            actions.release(by=None, **facts)
