"""Local prices against reference prices: what the same activity costs by one list and by the other."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from finance_models.calc import frames, money, tables, windows
from finance_models.calc.assumptions import CostingTerms
from finance_models.calc.costing import COSTED, UNCOSTED, Costing
from finance_models.calc.prices import PriceBook

if TYPE_CHECKING:
    import pandas as pd

LOCAL, REFERENCE = "local", "reference"
MILLI = 1000
FORMULA = (
    "Units of each service times its local price, and the same units times its reference price, where there are both; "
    "prices of another year are carried over by the price index. Costs that lines bring themselves are left aside."
)
COLUMNS = ("setting", "service", "lines", "units", "local_pence", "reference_pence", "difference_pence", "ratio")


@dataclass(frozen=True)
class ServicePrices:
    """A service with prices in both lists: its lines, its units, and their cost by each list in pence."""

    setting: str
    service: str
    lines: int
    units: Fraction
    local: int
    reference: int

    @property
    def difference(self) -> int:
        """Local less reference, in pence."""
        return self.local - self.reference

    @property
    def ratio(self) -> Fraction | None:
        """Local by reference; None where the reference cost is nought."""
        return Fraction(self.local, self.reference) if self.reference else None


@dataclass(frozen=True)
class Comparison:
    """Services with both prices, the largest difference first, and how many lines could not be compared."""

    services: tuple[ServicePrices, ...]
    lines_not_compared: int

    @property
    def local(self) -> int:
        """Pence by local prices."""
        return sum(each.local for each in self.services)

    @property
    def reference(self) -> int:
        """Pence by reference prices."""
        return sum(each.reference for each in self.services)

    def table(self) -> "pd.DataFrame":
        """One row a service: `COLUMNS`."""
        rows = [
            (
                each.setting,
                each.service,
                each.lines,
                float(each.units),
                each.local,
                each.reference,
                each.difference,
                None if each.ratio is None else float(each.ratio),
            )
            for each in self.services
        ]
        return frames.table(rows, COLUMNS)


def compare(costing: Costing, terms: CostingTerms) -> Comparison:
    """Compare the lists on the lines of `costing` that count in the window; `terms` bring the price index."""
    books = {source: _book(costing, terms, source) for source in (LOCAL, REFERENCE)}
    sums: dict[tuple[str, str], list[Any]] = defaultdict(lambda: [0, Fraction(0), Fraction(0), Fraction(0)])
    not_compared = 0
    for row in _uses(costing):
        key = {name: row[name] for name in ("setting", "service", "provider")}
        year = windows.start_of_year(windows.financial_year(datetime.date(row["year"], row["month"], 1)))
        local, reference = (books[source].find(**key, year=year) for source in (LOCAL, REFERENCE))
        if local is None or reference is None:
            not_compared += row["lines"]
            continue
        units = Fraction(int(row["units_milli"]), MILLI)
        found = sums[row["setting"], row["service"]]
        for at, value in enumerate((row["lines"], units, units * local.pounds, units * reference.pounds)):
            found[at] += value
    services = [
        ServicePrices(*key, lines, units, money.pence(local), money.pence(reference))
        for key, (lines, units, local, reference) in sums.items()
    ]
    services.sort(key=lambda each: (-abs(each.difference), each.setting, each.service))
    return Comparison(tuple(services), not_compared)


def _book(costing: Costing, terms: CostingTerms, source: str) -> PriceBook:
    """Prices of one source alone, for every setting."""
    orders = dict.fromkeys(tables.SETTINGS, (source,))
    return PriceBook(costing.data.unit_costs, costing.data.factors, replace(terms, orders=orders))


def _uses(costing: Costing) -> Iterable[dict[str, Any]]:
    """Lines and units by setting, service, provider and month."""
    lines = costing.lines.filter(costing.lines.outcome.isin([COSTED, UNCOSTED]))
    by = {"year": lines.date.year(), "month": lines.date.month()}
    sums = lines.group_by("setting", "service", "provider", **by).agg(
        lines=lines.count(), units_milli=lines.units_milli.sum()
    )
    return sums.to_pyarrow().to_pylist()
