"""Cells that can't be larger than another, and the levels that make up all who were measured."""

from collections.abc import Iterator

from tenants.frameworks import PLAN_CRITERIA
from tenants.returns.faults import Fault, Figures, added, cells_of, name_of, whole
from tenants.returns.shape import CELLS, FLOWS, GROUPS_AND_NONE, NOT_NHS, PENCE, SERVICE_FUND, TABLE_BY_KEY
from ui import formats

FLOW_TABLES = ("groups", "mechanism", "eligibility", "funding", "other_funding")
LEVELS = tuple(f"activation.level_{level}" for level in range(1, 5))
# (the smaller cell, the larger cell)
PAIRS = (
    *((f"mechanism.{flow}.{SERVICE_FUND[0]}", f"mechanism.{flow}.notional") for flow, _ in FLOWS),
    *((f"offers.declined.{group}", f"offers.offered.{group}") for group, _ in GROUPS_AND_NONE),
    *((f"offers.offered.{group}", f"offers.eligible.{group}") for group, _ in GROUPS_AND_NONE),
    # Whoever is in place now was active in the year. New and ended people may have changed their line since.
    *(
        (f"{table}.in_place.{line.key}", f"{table}.year_to_date.{line.key}")
        for table in FLOW_TABLES
        for line in TABLE_BY_KEY[table].lines
    ),
    *((f"other_funding.{flow}.{NOT_NHS[0]}", f"other_funding.year_to_date.{NOT_NHS[0]}") for flow in ("new", "ended")),
    ("plan_offers.offered", "plan_offers.people"),
    ("activation.gained_15", "activation.measured"),
    ("money.committed", "money.commissioning"),
    ("money.released", "money.commissioning"),
)


def bounds(figures: Figures) -> Iterator[Fault]:
    """Every pair, the year to date against the quarter in total, the criteria of plans, and the levels."""
    for small, large in PAIRS:
        yield from _at_most(figures, small, large)
    yield from _year_holds_the_quarter(figures)
    yield from _criteria(figures)
    yield from _levels(figures)


def shown(cell: str, number: int) -> str:
    """`12`, or `£1,200.00` where the cell is money."""
    return formats.pounds(number) if CELLS[cell].table.unit == PENCE else f"{number:,}"


def _at_most(figures: Figures, small: str, large: str) -> Iterator[Fault]:
    few, many = figures.get(small), figures.get(large)
    if few is None or many is None or few <= many:
        return
    yield Fault(
        small,
        f"“{name_of(small)}” is {shown(small, few)}. It can't be more than “{name_of(large)}”, "
        f"which is {shown(large, many)}. Mend the one that is wrong.",
        (small, large),
    )


def _year_holds_the_quarter(figures: Figures) -> Iterator[Fault]:
    year = whole(figures, "groups", "year_to_date")
    for column, words in (("new", "new in the quarter"), ("ended", "ended in the quarter")):
        count = whole(figures, "groups", column)
        if year is None or count is None or count <= year:
            continue
        cells = (*cells_of("groups", "year_to_date"), *cells_of("groups", column))
        yield Fault(
            cells[0],
            f"All groups together: {count:,} {words}, but only {year:,} active in the year to date. "
            "Whoever began or ended in the quarter was active in the year.",
            cells,
        )


def _criteria(figures: Figures) -> Iterator[Fault]:
    plans = whole(figures, "plans", "in_place")
    for key, _ in PLAN_CRITERIA:
        cell = f"criteria.{key}"
        count = figures.get(cell)
        if plans is not None and count is not None and count < plans:
            yield Fault(
                cell,
                f"“{name_of(cell)}” is {count:,}, but {plans:,} plans meet all five criteria. "
                "Each criterion is met by at least as many.",
                (cell, *cells_of("plans", "in_place")),
            )


def _levels(figures: Figures) -> Iterator[Fault]:
    measured, levels = figures.get("activation.measured"), added(figures, LEVELS)
    if measured is not None and levels is not None and levels != measured:
        yield Fault(
            "activation.measured",
            f"Levels 1 to 4 add up to {levels:,}, and {measured:,} were measured. Everybody measured has one level.",
            ("activation.measured", *LEVELS),
        )
