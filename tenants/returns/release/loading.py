"""A quarter and its neighbours, as they were signed and as they have been released so far."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import F

from disclosure import S7R5, Rule
from tenants.quarters import Quarter
from tenants.returns.models import ReleasedQuarter, SignedReturn
from tenants.returns.release.shown import AreaShown, NetworkShown, QuarterShown
from tenants.returns.release.units import PEOPLE_CELLS, SHOWABLE
from tenants.returns.totals import derived

Signed = dict[str, SignedReturn]
ABOUT_PEOPLE = frozenset(SHOWABLE)


@dataclass(frozen=True)
class Loaded:
    """`signed`: the version of each area that stands, by slug. `latest`: the release that stands, if there is one."""

    signed: Signed = field(repr=False)
    latest: ReleasedQuarter | None
    shown: QuarterShown = field(repr=False)

    @property
    def new(self) -> list[SignedReturn]:
        """Versions of which nothing has been released so far, the first signed first."""
        released = set(self.latest.returns) if self.latest else set()
        return sorted((each for each in self.signed.values() if each.pk not in released), key=lambda one: one.pk)


def load(quarter: Quarter) -> tuple[Loaded, Loaded, Loaded]:
    """The quarter before, this one, and the next. A fixed number of queries."""
    wanted = [quarter.previous.previous, quarter.previous, quarter, quarter.next]
    signed = _signed(wanted)
    keys = [each.key for each in wanted[1:]]
    latest = {row.quarter: row for row in ReleasedQuarter.objects.filter(quarter__in=keys).order_by(
        "quarter", "-number").distinct("quarter")}  # fmt: skip
    rows = ReleasedQuarter.objects.filter(quarter__in=keys).order_by("number")
    network = {"network": F("shown__network"), "of": F("shown__network_returns")}
    totals: list[Any] = list(rows.values("quarter", "rule", **network))
    before, this, after = (
        _loaded(each, signed, latest.get(each.key), [row for row in totals if row["quarter"] == each.key])
        for each in wanted[1:]
    )
    return before, this, after


def true_figures(signed: SignedReturn) -> dict[str, int]:
    """Every figure about people of a signed return, and the totals made from them. A missing one is nought."""
    figures = {key: signed.figures.get(key) or 0 for key in PEOPLE_CELLS}
    return figures | derived(figures)


def _signed(wanted: Iterable[Quarter]) -> dict[str, Signed]:
    rows = SignedReturn.objects.filter(quarter__in=[each.key for each in wanted]).select_related("area")
    found: dict[str, Signed] = {}
    for row in rows.order_by("area_id", "quarter", "-version").distinct("area_id", "quarter"):
        found.setdefault(row.quarter, {})[row.area.slug] = row
    return found


def _loaded(
    quarter: Quarter, signed: Mapping[str, Signed], latest: ReleasedQuarter | None, totals: list[dict[str, Any]]
) -> Loaded:
    mine = signed.get(quarter.key, {})
    before = {slug: true_figures(row) for slug, row in signed.get(quarter.previous.key, {}).items()}
    areas = {}
    if latest is not None:
        released = set(latest.returns)
        areas = {slug: _area(slug, row, latest) for slug, row in mine.items() if row.pk in released}
    shown = QuarterShown(quarter, areas, tuple(_totals(mine, totals)), before)
    return Loaded(mine, latest, shown)


def _area(slug: str, signed: SignedReturn, latest: ReleasedQuarter) -> AreaShown:
    """An area's figures as they were first shown: they stay so as long as the version stands."""
    rule = Rule(*latest.rule["areas"].get(slug, (S7R5.hide_up_to, S7R5.round_to)))
    left_out = frozenset(SHOWABLE) - frozenset(latest.shown["areas"][slug])
    return AreaShown(slug, true_figures(signed), rule, left_out)


def _totals(signed: Signed, rows: list[dict[str, Any]]) -> Iterable[NetworkShown]:
    """Totals of versions that all still stand. A corrected version is compared with itself alone."""
    slug_of = {row.pk: slug for slug, row in signed.items()}
    seen = set()
    for row in rows:
        people = {key: number for key, number in (row["network"] or {}).items() if key in ABOUT_PEOPLE}
        members = frozenset(row["of"] or ())
        mark = (members, tuple(sorted(people.items(), key=lambda pair: pair[0])))
        if people and members <= set(slug_of) and mark not in seen:
            seen.add(mark)
            yield NetworkShown(frozenset(slug_of[pk] for pk in members), Rule(*row["rule"]["network"]), people)
