"""Releasing a quarter's figures: from what areas signed to what everybody else may see.

An area's own figures are decided once, when a version is first released, and stay as they were shown as long as the
version stands. The network's totals are made anew with each release, beside all that has been shown before.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import structlog
from django.db import connection, transaction

from disclosure import Rule
from disclosure import queries as rules
from disclosure.puzzles import UncheckedError
from jobs import outbox
from tenants.models import Area
from tenants.quarters import Quarter, parse
from tenants.returns.figures import NETWORK
from tenants.returns.models import ReleasedQuarter, SignedReturn
from tenants.returns.release import history, leaving_out
from tenants.returns.release.loading import Loaded, load, true_figures
from tenants.returns.release.shown import AreaShown, QuarterShown, network_total
from tenants.returns.release.units import HEADLINE_UNITS, MONEY_CELLS, MOVES, UNITS, Unit

DATA_SET = history.DATA_SET
TASK = "tenants.returns.tasks.total_again"

# One release at a time, whatever its quarter: each is checked beside its neighbours. Any number that no other lock has.
RELEASE_LOCK = 2015071504
# With more areas the network's totals are left to a job. Areas are counted and not seconds: what is released must not
# depend on how busy a machine is.
AREAS_AT_ONCE = 24

OF_AREA = "Hidden figures could be worked out from it, of this quarter or of one beside it."
OF_NETWORK = "Hidden figures of areas could be worked out from it."
NOT_YET = "Shown when all areas have signed, or the return is due: each area that comes later would stand out."
LATER = "The network’s totals are of the areas that had signed before. They are being added up again."
NO_MOVES = "Never shown: with them each group’s figures could be followed from quarter to quarter."

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class _Network:
    """The network's part of a release."""

    shown: Mapping[str, int | None]
    of: list[int]
    rule: Rule
    left_out: list[dict[str, Any]]
    is_old: bool = False


def release_quarter(*, quarter: Quarter, by: Any) -> ReleasedQuarter:
    """Release what areas have signed for the quarter; called in the transaction of a signing.

    Each new version's figures are shown by the rule that its area chose, and whatever would give a hidden figure away
    is left out, with its reason. Nothing new gives the release that stands. Raises ValueError where nobody signed.
    """
    return _release(quarter, by, AREAS_AT_ONCE)


def release_what_waited(*, quarter: Quarter, on: datetime.date) -> ReleasedQuarter:
    """Release the quarter as at `on`, past the day on which its returns were due: breakdowns wait for that day."""
    return _release(quarter, None, AREAS_AT_ONCE, on=on)


def waiting(on: datetime.date) -> list[Quarter]:
    """Quarters whose returns were due before `on`, and of which something still waits for that."""
    latest = ReleasedQuarter.objects.order_by("quarter", "-number").distinct("quarter").only("quarter", "left_out")
    found = [parse(row.quarter) for row in latest if any(each["reason"] == NOT_YET for each in row.left_out)]
    return [quarter for quarter in found if quarter and on > quarter.return_due]


def total_again(*, quarter: Quarter) -> ReleasedQuarter:
    """The same for a network of any size: for the job that follows a release without new totals."""
    return _release(quarter, None, None)


@transaction.atomic
def _release(quarter: Quarter, by: Any, most_areas: int | None, on: datetime.date | None = None) -> ReleasedQuarter:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [RELEASE_LOCK])
    before, this, after = load(quarter)
    if not this.signed:
        raise ValueError(f"Nobody has signed a return for {quarter}.")
    now = replace(this.shown, areas=_areas(before, this, after))
    new = frozenset(signed.area.slug for signed in this.new)
    together = leaving_out.Together(now, new, _open(after), _open(before))
    as_at = _as_at(this, on)
    network = _network(together, this, most_areas, is_due=as_at > quarter.return_due)
    areas = together.now.areas
    shown = {
        "areas": {slug: {**area.shown(), **_money([this.signed[slug]])} for slug, area in sorted(areas.items())},
        "network": dict(network.shown),
        "network_returns": network.of,
    }
    facts = {
        "shown": shown,
        "left_out": [_moves(), *_left_out_of_areas(areas), *network.left_out],
        "returns": sorted(row.pk for row in this.signed.values()),
        "rule": {"network": _pair(network.rule), "areas": {slug: _pair(area.rule) for slug, area in areas.items()}},
    }
    latest = this.latest
    if latest and all(getattr(latest, name) == value for name, value in facts.items()):
        return latest
    return _keep(quarter, this, facts, as_at=as_at, is_old=network.is_old, by=by)


def _areas(before: Loaded, this: Loaded, after: Loaded) -> dict[str, AreaShown]:
    """Each area's figures, with those of new versions that are safe by themselves."""
    areas = dict(this.shown.areas)
    for signed in this.new:
        slug = signed.area.slug
        area = AreaShown(slug, true_figures(signed), rules.rule_for(area=signed.area, data_set=DATA_SET))
        try:
            units = leaving_out.of_area(slug, this.shown.with_area(area), _open(after), _open(before))
        except UncheckedError as fault:
            log.warning("figures left out unchecked", area=slug, quarter=signed.quarter, why=str(fault))
            units = list(UNITS)
        areas[slug] = area.without(leaving_out.cells(units))
    return areas


def _left_out_of_areas(areas: Mapping[str, AreaShown]) -> list[dict[str, Any]]:
    return [
        _left_out(slug, unit, OF_AREA)
        for slug, area in sorted(areas.items())
        for unit in UNITS
        if area.left_out.issuperset(unit.cells)
    ]


def _network(together: leaving_out.Together, this: Loaded, most_areas: int | None, *, is_due: bool) -> _Network:
    """The network's totals, made now or left as they were. More may be left out of the new versions on the way."""
    now, rule = together.now, rules.rule_for(data_set=DATA_SET)
    is_whole = is_due or set(Area.objects.in_use().values_list("slug", flat=True)) <= set(now.areas)
    units = None
    if most_areas is None or len(now.areas) <= most_areas:
        try:
            units = together.settle(rule, is_whole=is_whole)
        except UncheckedError as fault:
            log.warning("network's totals not checked", quarter=now.quarter.key, why=str(fault))
    if units is None:
        together.cautiously()
        if most_areas is not None:
            return _as_before(this, rule)
        units = list(UNITS)
    total = network_total(together.now.areas, rule, leaving_out.cells(units))
    reasons = [OF_NETWORK if is_whole or unit in HEADLINE_UNITS else NOT_YET for unit in units]
    left_out = [_left_out(NETWORK, unit, reason) for unit, reason in zip(units, reasons, strict=True)]
    signed = list(this.signed.values())
    return _Network({**total.shown, **_money(signed)}, sorted(row.pk for row in signed), rule, left_out)


def _as_before(this: Loaded, rule: Rule) -> _Network:
    """The totals as they stand, until the job has made new ones. Money is added up all the same."""
    left_out = [{"where": NETWORK, "what": "Totals of all who have signed", "reason": LATER, "cells": []}]
    money = _money(list(this.signed.values()))
    if this.latest is None:
        return _Network(money, [], rule, left_out, is_old=True)
    left_out += [
        each for each in this.latest.left_out if each["where"] == NETWORK and each["reason"] not in (LATER, NO_MOVES)
    ]
    shown = {**this.latest.shown["network"], **money}
    return _Network(
        shown, this.latest.shown["network_returns"], Rule(*this.latest.rule["network"]), left_out, is_old=True
    )


def _keep(
    quarter: Quarter, this: Loaded, facts: dict[str, Any], *, as_at: datetime.date, is_old: bool, by: Any
) -> ReleasedQuarter:
    number = this.latest.number + 1 if this.latest else 1
    is_sample = any(row.is_sample for row in this.signed.values())
    released = ReleasedQuarter.objects.create(
        quarter=quarter.key, number=number, as_at=as_at, is_sample=is_sample, **facts
    )
    history.keep(released, quarter=quarter, new=this.new, is_network_new=not is_old, by=by)
    if is_old:
        outbox.send(TASK, kwargs={"quarter": quarter.key}, key=f"total-{quarter.key}-{number}")
    return released


def _as_at(this: Loaded, on: datetime.date | None) -> datetime.date:
    """The day of the newest signature, so that no day sees a figure that was signed later; never back in time."""
    days = [row.signed_on for row in this.signed.values()]
    return max(*days, *([this.latest.as_at] if this.latest else []), on or days[0])


def _open(loaded: Loaded) -> QuarterShown | None:
    return loaded.shown if loaded.shown.areas else None


def _money(signed: list[SignedReturn]) -> dict[str, int]:
    """Whole pence, which are not about people."""
    return {key: sum(row.figures.get(key) or 0 for row in signed) for key in MONEY_CELLS}


def _pair(rule: Rule) -> list[int]:
    return [rule.hide_up_to, rule.round_to]


def _left_out(where: str, unit: Unit, reason: str) -> dict[str, Any]:
    return {"where": where, "what": unit.name, "reason": reason, "cells": list(unit.cells)}


def _moves() -> dict[str, Any]:
    return {"where": NETWORK, "what": "Moved from and to another group", "reason": NO_MOVES, "cells": list(MOVES)}
