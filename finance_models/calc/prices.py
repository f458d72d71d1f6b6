"""The price of a service: source by source in the area's order, exact, carried between years by the price index.

Prices are found once for each setting, service, provider and financial year that occurs, in plain Python with
fractions, by the letter of the rule; the engine then only multiplies.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from finance_models.calc import windows
from finance_models.calc.assumptions import CostingTerms

TARIFF = "tariff"
ANY_PROVIDER = ""


@dataclass(frozen=True)
class UnitCost:
    """One row of the table of unit costs, in pounds a unit; `provider` is empty for any."""

    source: str
    service: str
    provider: str
    year: str
    unit_cost: Decimal


@dataclass(frozen=True)
class Price:
    """A price in pounds a unit, exact, and the source that it is from."""

    source: str
    pounds: Fraction


class PriceBook:
    """All prices of an area, its providers' market forces factors, and the rules for looking prices up."""

    def __init__(
        self, unit_costs: Iterable[UnitCost], factors: Mapping[str, Decimal], terms: CostingTerms | None = None
    ) -> None:
        self._factors, self._terms = factors, terms or CostingTerms()
        self._prices: dict[tuple[str, str, str], dict[int, Decimal]] = defaultdict(dict)
        for each in unit_costs:
            key = (each.source, each.service, each.provider)
            self._prices[key][windows.start_of_year(each.year)] = each.unit_cost

    def find(self, *, setting: str, service: str, provider: str, year: int) -> Price | None:
        """The price for the financial year that starts in `year`, or None where the line stays uncosted.

        The first hit decides: where it needs an index that is not there, no other source is asked.
        """
        for source in self._terms.orders.get(setting, ()):
            for whose in (provider, ANY_PROVIDER) if provider else (ANY_PROVIDER,):
                if by_year := self._prices.get((source, service, whose)):
                    return self._of_year(source, by_year, provider, year)
        return None

    def _of_year(self, source: str, by_year: Mapping[int, Decimal], provider: str, year: int) -> Price | None:
        priced_in = _nearest(by_year, year)
        index = self._index(year, priced_in)
        if index is None:
            return None
        factor = Fraction(self._factors.get(provider, 1)) if source == TARIFF else Fraction(1)
        return Price(source, Fraction(by_year[priced_in]) * factor * index)

    def _index(self, year: int, priced_in: int) -> Fraction | None:
        """index(line's year) ÷ index(price's year); 1 for the same year, which needs none."""
        if year == priced_in:
            return Fraction(1)
        levels = [self._terms.price_index.get(windows.name_of_year(each)) for each in (year, priced_in)]
        if levels[0] is None or levels[1] is None:
            return None
        return Fraction(levels[0]) / Fraction(levels[1])


def _nearest(by_year: Mapping[int, Decimal], year: int) -> int:
    """The year itself, else the nearest earlier one, else the nearest later one."""
    earlier = [each for each in by_year if each <= year]
    return max(earlier) if earlier else min(by_year)
