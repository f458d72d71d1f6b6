"""What is offered, by need and area: counts of offers and providers, which are exact, and prices."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import median

from django.db import connection

from market import words
from market.models import Listing
from tenants.models import Area

# Each offer counts once for each need and area that it names; `unnest` of both gives every pair.
BY_NEED_AND_AREA = """
    SELECT need, area, count(*), count(DISTINCT provider_id),
           count(*) FILTER (WHERE goes_rural), count(*) FILTER (WHERE comes_to_you), count(*) FILTER (WHERE is_remote),
           count(*) FILTER (WHERE availability @> ARRAY['crisis']::varchar[]), bool_or(is_sample)
      FROM market_listing, unnest(needs) AS need, unnest(areas) AS area
     GROUP BY need, area
"""


@dataclass(frozen=True)
class Supply:
    """Offers of one kind of support in one area."""

    offers: int = 0
    providers: int = 0
    rural: int = 0
    at_home: int = 0
    remote: int = 0
    in_crisis: int = 0
    is_sample: bool = False


NONE = Supply()


@dataclass(frozen=True)
class Prices:
    """Prices in pence of offers of one kind of support that are sold by one unit."""

    need: str
    unit: str
    offers: int
    lowest: int
    middle: int
    highest: int
    is_sample: bool


def by_need_and_area() -> Mapping[tuple[str, str], Supply]:
    """Everything that is shown to buyers, by (need, area's slug). One query, over all offers."""
    with connection.cursor() as cursor:
        cursor.execute(BY_NEED_AND_AREA)
        return {(need, area): Supply(*numbers) for need, area, *numbers in cursor.fetchall()}


def prices(area: Area) -> list[Prices]:
    """By need and unit, in the order of the lists. One query; offers that are free or whose price is to be asked for
    have none."""
    rows = Listing.objects.filter(areas__contains=[area.slug], price_pence__gt=0)
    found: dict[tuple[str, str], list[tuple[int, bool]]] = defaultdict(list)
    for needs, unit, pence, is_sample in rows.order_by("pk").values_list("needs", "unit", "price_pence", "is_sample"):
        for need in needs:
            found[need, unit].append((pence, is_sample))
    return [
        _prices(need, unit, found[need, unit])
        for need in words.Need.values
        for unit in words.Unit.values
        if (need, unit) in found
    ]


def _prices(need: str, unit: str, rows: Iterable[tuple[int, bool]]) -> Prices:
    pence = sorted(price for price, _ in rows)
    # The middle of two prices can be half a penny: halves go up.
    middle = int(median(pence) + 0.5)
    return Prices(need, unit, len(pence), pence[0], middle, pence[-1], any(is_sample for _, is_sample in rows))
