"""Figures of signed returns as the board may see them: what was released, and nothing else.

True counts are never read here: `ReleasedQuarter` holds what is shown, `SignedReturn.figures` stays where it is.
"""

import datetime
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db.models import TextField
from django.db.models.functions import Cast

from disclosure import PublishedCount, Rule
from disclosure.kept import kept_count
from tenants import quarters
from tenants.quarters import Quarter
from tenants.returns.models import ReleasedQuarter
from tenants.returns.totals import ADULT_CHC, BUDGETS, INTEGRATED, KEYS, OTHERS, PLANS

__all__ = ["ADULT_CHC", "BUDGETS", "INTEGRATED", "OTHERS", "PLANS", "BoardFigures", "LeftOut", "board_figures"]

# In `LeftOut.where`, for what is left out of the whole network's figures.
NETWORK = ""


@dataclass(frozen=True)
class LeftOut:
    """Figures that are not shown, because others could be worked out from them.

    `where` is an area's slug, or "" for the whole network; `what` names the figures, `reason` is a sentence.
    """

    where: str
    what: str
    reason: str
    cells: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Released:
    """One quarter as released. What is shown is read when it's first asked for: most pages need few quarters."""

    quarter: Quarter
    number: int
    as_at: datetime.date
    is_sample: bool
    rule: Mapping[str, Any] = field(repr=False)
    left_out: tuple[LeftOut, ...] = field(repr=False)
    text: str = field(repr=False)

    @cached_property
    def shown(self) -> Mapping[str, Any]:
        return json.loads(self.text)  # type: ignore[no-any-return]

    def rule_of(self, slug: str) -> Rule:
        """The rule by which an area's figures were made; of the network with ""."""
        return Rule(*self.rule["areas"].get(slug, self.rule["network"]))


class BoardFigures:
    """Released figures of every quarter that was released by a day. A figure that is not there was left out."""

    def __init__(self, day: datetime.date, released: Iterable[_Released]) -> None:
        self.day = day
        self._released = {each.quarter: each for each in released}

    @property
    def quarters(self) -> tuple[Quarter, ...]:
        """Quarters with a release, the newest first."""
        return tuple(sorted(self._released, reverse=True))

    @property
    def latest(self) -> Quarter | None:
        """The newest quarter with a release."""
        return next(iter(self.quarters), None)

    def network(self, quarter: Quarter, cell: str) -> PublishedCount | None:
        """A count of people in the areas that signed, by the cell's key; None where it is left out."""
        return self._count(quarter, NETWORK, cell)

    def area(self, slug: str, quarter: Quarter, cell: str) -> PublishedCount | None:
        """The same of one area; None also where the area has not signed."""
        return self._count(quarter, slug, cell)

    def total(self, quarter: Quarter, kind: str) -> PublishedCount | None:
        """A total of the network: budgets (in place), adult_chc, others, integrated or plans."""
        return self._count(quarter, NETWORK, KEYS[kind])

    def area_total(self, slug: str, quarter: Quarter, kind: str) -> PublishedCount | None:
        """The same of one area."""
        return self._count(quarter, slug, KEYS[kind])

    def money(self, quarter: Quarter, cell: str) -> int | None:
        """Pence of all areas that signed, such as "money.committed". Money is not about people, so it's exact."""
        return self._pence(quarter, NETWORK, cell)

    def area_money(self, slug: str, quarter: Quarter, cell: str) -> int | None:
        """Pence of one area; None where it has not signed."""
        return self._pence(quarter, slug, cell)

    def areas_that_signed(self, quarter: Quarter) -> frozenset[str]:
        """Slugs of the areas whose figures are in the release."""
        found = self._released.get(quarter)
        return frozenset(found.shown["areas"]) if found else frozenset()

    def is_sample(self, quarter: Quarter) -> bool:
        """Whether made-up figures are in it."""
        return quarter in self._released and self._released[quarter].is_sample

    def left_out(self, quarter: Quarter) -> tuple[LeftOut, ...]:
        """What is not shown of the quarter, with the reason."""
        return self._released[quarter].left_out if quarter in self._released else ()

    def released_on(self, quarter: Quarter) -> datetime.date | None:
        """The day of the release that stands."""
        return self._released[quarter].as_at if quarter in self._released else None

    def _count(self, quarter: Quarter, slug: str, cell: str) -> PublishedCount | None:
        shown = self._shown(quarter, slug)
        if cell not in shown or cell.startswith("money."):
            return None
        return kept_count(shown[cell], self._released[quarter].rule_of(slug))

    def _pence(self, quarter: Quarter, slug: str, cell: str) -> int | None:
        if not cell.startswith("money."):
            raise KeyError(f"{cell} is not about money.")
        return self._shown(quarter, slug).get(cell)

    def _shown(self, quarter: Quarter, slug: str) -> Mapping[str, int | None]:
        found = self._released.get(quarter)
        if found is None:
            return {}
        shown: Mapping[str, int | None] = found.shown["areas"].get(slug, {}) if slug else found.shown["network"]
        return shown


def board_figures(day: datetime.date) -> BoardFigures:
    """What had been released of each quarter by the end of that day. One query, for any number of areas."""
    rows = (
        ReleasedQuarter.objects.filter(as_at__lte=day)
        .order_by("quarter", "-as_at", "-number")
        .distinct("quarter")
        .defer("shown")
        .annotate(text=Cast("shown", TextField()))
    )
    return BoardFigures(day, (_released(row) for row in rows))


def _released(row: Any) -> _Released:
    quarter = quarters.parse(row.quarter)
    if quarter is None:
        raise ValueError(f"{row.quarter} is no quarter.")
    left_out = tuple(LeftOut(**{**each, "cells": tuple(each["cells"])}) for each in row.left_out)
    return _Released(quarter, row.number, row.as_at, row.is_sample, row.rule, left_out, row.text)
