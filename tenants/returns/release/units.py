"""Which figures of a return about people can be shown, and in which order they are left out where others need it.

A unit is shown or left out as a whole: a single figure that is missing would itself say what it might have been.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from tenants.returns.shape import CELLS, EQUALITY, PEOPLE, TABLE_BY_KEY
from tenants.returns.totals import ADULT_CHC, BUDGETS, DERIVED, INTEGRATED, KEYS, NAMES, OTHERS, PLANS

# Never shown: they would tie the groups of each quarter to those of the one before.
MOVES = tuple(key for key in CELLS if key.startswith(("groups.moved_in.", "groups.moved_out.")))
HEADLINES = tuple(KEYS.values())


@dataclass(frozen=True)
class Unit:
    """Figures that are left out together."""

    name: str
    cells: tuple[str, ...]


def cells_of(table: str, *columns: str) -> tuple[str, ...]:
    """Keys of a table's cells, "of which" ones too; of these columns, where any are named."""
    found = TABLE_BY_KEY[table].cells()
    return tuple(cell.key for cell in found if not columns or (cell.column and cell.column[0] in columns))


PEOPLE_TABLES = ("groups", "mechanism", "eligibility", "funding", "other_funding")


def _flows(*columns: str) -> tuple[str, ...]:
    return tuple(key for table in PEOPLE_TABLES for key in cells_of(table, *columns))


def _without_headlines(keys: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(key for key in keys if key not in HEADLINES)


def _in_order() -> Iterator[Unit]:
    yield Unit("What began and ended in the quarter", _flows("new", "ended"))
    yield Unit("Active at any time in the year to date", _flows("year_to_date"))
    for key, title, _ in EQUALITY:
        yield Unit(f"Who is reached: {title}", cells_of(key))
    yield Unit("Patient activation", cells_of("activation"))
    yield Unit("Each criterion of a plan", cells_of("criteria"))
    yield Unit("Plans offered to people with long-term conditions", cells_of("plan_offers"))
    yield Unit("Offered and declined by group", cells_of("offers", "offered", "declined"))
    yield Unit("Council or education only", cells_of("other_funding", "in_place"))
    yield Unit("How the budget is held", cells_of("mechanism", "in_place"))
    yield Unit("Eligibility", _without_headlines(cells_of("eligibility", "in_place")))
    yield Unit("Whose money it is", _without_headlines(cells_of("funding", "in_place")))
    yield Unit("Plans by group", cells_of("plans"))
    yield Unit("Eligible by group", cells_of("offers", "eligible"))
    yield Unit("In place by group", cells_of("groups", "in_place"))
    for kind in (OTHERS, INTEGRATED, ADULT_CHC, PLANS, BUDGETS):
        yield Unit(NAMES[kind], (KEYS[kind],))


# The least important first.
UNITS = tuple(_in_order())
HEADLINE_UNITS = UNITS[-len(HEADLINES) :]
# They tie quarters together.
FLOW_UNITS = frozenset(UNITS[:2])
UNIT_OF = {key: unit for unit in UNITS for key in unit.cells}

# Everything about people that can be shown: cells of the return, and totals made from them.
PEOPLE_CELLS = tuple(key for key, cell in CELLS.items() if cell.table.unit == PEOPLE)
SHOWABLE = tuple(key for key in (*PEOPLE_CELLS, *DERIVED) if key not in MOVES)
MONEY_CELLS = tuple(key for key, cell in CELLS.items() if cell.table.unit != PEOPLE)
