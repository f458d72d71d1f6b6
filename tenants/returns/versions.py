"""Which versions of a return are signed, and what the next one is compared with."""

from dataclasses import dataclass

from tenants import quarters
from tenants.models import Area, BudgetBaseline
from tenants.quarters import Quarter
from tenants.returns.models import SignedReturn


@dataclass(frozen=True)
class Before:
    """What a return follows on from.

    `previous`: the latest signed version of the quarter before. `baseline_total`: budgets in place in November 2014,
    where nothing is signed before. `missing`: the quarter that has to be signed first.
    """

    previous: SignedReturn | None = None
    baseline_total: int | None = None
    missing: Quarter | None = None

    @property
    def figures(self) -> dict[str, int] | None:
        """The figures of the quarter before; None for a first return."""
        return self.previous.figures if self.previous else None


def latest(area: Area, quarter: Quarter) -> SignedReturn | None:
    """The version that stands."""
    return SignedReturn.objects.filter(area=area, quarter=quarter.key).order_by("-version").first()


def versions(area: Area, quarter: Quarter) -> list[SignedReturn]:
    """Every signed version with who signed it, the newest first."""
    rows = SignedReturn.objects.filter(area=area, quarter=quarter.key).select_related("signed_by")
    return list(rows.order_by("-version"))


def before(area: Area, quarter: Quarter) -> Before:
    """What this quarter's return is checked against."""
    previous = latest(area, quarter.previous)
    if previous is not None:
        return Before(previous=previous)
    earlier = SignedReturn.objects.filter(area=area, quarter__lt=quarter.key)
    last = earlier.order_by("-quarter").values_list("quarter", flat=True).first()
    if last is not None:
        signed = quarters.parse(last)
        return Before(missing=signed.next if signed else None)
    baseline = BudgetBaseline.objects.filter(area=area).first()
    return Before(baseline_total=baseline.in_place if baseline else None)
