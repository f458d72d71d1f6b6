"""Tables that count the same people have to add up to the same number."""

from collections.abc import Iterator

from tenants.returns.faults import Fault, Figures, cells_of, whole
from tenants.returns.shape import EQUALITY, FLOWS, TABLE_BY_KEY

Column = tuple[str, str]
CHARACTERISTICS = tuple(key for key, _, _ in EQUALITY)
# The same people by group, by how the budget is held, by eligibility and by whose money it is.
OTHER_VIEWS = ("mechanism", "eligibility", "funding")


def totals(figures: Figures) -> Iterator[Fault]:
    """Each flow in all views; people in place and people eligible by each characteristic."""
    for flow, _ in FLOWS:
        others = [(table, flow) for table in OTHER_VIEWS]
        if flow == "in_place":
            others += [(key, "uptake") for key in CHARACTERISTICS]
        yield from _the_same(figures, ("groups", flow), others)
    yield from _the_same(figures, ("offers", "eligible"), [(key, "eligible") for key in CHARACTERISTICS])


def _the_same(figures: Figures, first: Column, others: list[Column]) -> Iterator[Fault]:
    """A fault for each column that differs from the first, or one for the first where all others agree.

    Columns with a missing cell are left out: the missing cell is the fault.
    """
    right = whole(figures, *first)
    sums = {column: found for column in others if (found := whole(figures, *column)) is not None}
    if right is None:
        return
    wrong = {column: found for column, found in sums.items() if found != right}
    if len(wrong) == len(sums) > 1 and len(set(wrong.values())) == 1:
        agreed = next(iter(wrong.values()))
        yield _fault(first, f"the rows add up to {right:,}, and all other tables of the same people to {agreed:,}")
        return
    for column, found in wrong.items():
        yield _fault(column, f"the rows add up to {found:,}, and {_place(first)} adds up to {right:,}")


def _fault(column: Column, what: str) -> Fault:
    cells = cells_of(*column)
    return Fault(cells[0], f"{_place(column)}: {what}. Mend the row that is wrong.", cells)


def _place(column: Column) -> str:
    table = TABLE_BY_KEY[column[0]]
    return f"“{table.title}”, {dict(table.columns)[column[1]].lower()}"
