"""Checking a return: every cell that fails, why, and how to mend it. Pure: nothing is read or stored."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tenants.quarters import Quarter
from tenants.returns.checks.bounds import bounds, shown
from tenants.returns.checks.movement import movement, year_so_far
from tenants.returns.checks.totals import totals
from tenants.returns.checks.unlikely import unlikely
from tenants.returns.faults import Fault, Figures, in_order, name_of
from tenants.returns.shape import CELLS
from tenants.returns.typed import read

__all__ = ["Examined", "Fault", "check", "examine"]

MISSING = "is missing. Write 0 if there is none."
NOTE_NEEDED = "If it is right, say why in the note of this section."


@dataclass(frozen=True)
class Examined:
    """A return as typed, once read and checked. It can be signed when `faults` is empty.

    `explained`: what is unlikely, but has its note.
    """

    figures: dict[str, int | None]
    faults: tuple[Fault, ...]
    explained: tuple[Fault, ...]

    @property
    def faulty_cells(self) -> frozenset[str]:
        """Every cell that some fault names."""
        return frozenset(cell for fault in self.faults for cell in fault.all_cells)


def check(figures: Figures, previous: Figures | None, baseline_total: int | None, quarter: Quarter) -> list[Fault]:
    """Every fault of these figures, in the order of the return's cells.

    `previous`: the latest signed figures of the quarter before; None for a first return, which is checked against
    `baseline_total` (budgets in place in November 2014; None where nobody knows) in total only. Money is in pence.
    """
    return in_order(list(_faults(figures, previous, baseline_total, quarter)))


def examine(
    typed: Mapping[str, str],
    notes: Mapping[str, str],
    *,
    previous: Figures | None,
    baseline_total: int | None,
    quarter: Quarter,
) -> Examined:
    """Read what was typed and check it. What is unlikely is a fault until its section has a note."""
    found = read(typed)
    unread = {fault.cell_key for fault in found.faults}
    faults = [
        fault for fault in check(found.figures, previous, baseline_total, quarter) if fault.cell_key not in unread
    ]
    warnings = in_order(list(unlikely(found.figures, previous)))
    bare = [each for each in warnings if not notes.get(each.section, "").strip()]
    faults += [*found.faults, *(Fault(each.cell_key, f"{each.words} {NOTE_NEEDED}", each.cells) for each in bare)]
    return Examined(
        figures=found.figures,
        faults=tuple(in_order(faults)),
        explained=tuple(each for each in warnings if each not in bare),
    )


def _faults(
    figures: Figures, previous: Figures | None, baseline_total: int | None, quarter: Quarter
) -> Iterator[Fault]:
    for cell in CELLS:
        number = figures.get(cell)
        if number is None:
            yield Fault(cell, f"“{name_of(cell)}” {MISSING}")
        elif number < 0:
            words = f"“{name_of(cell)}” is {shown(cell, number)}, less than 0. Write the number without a minus."
            yield Fault(cell, words)
    yield from totals(figures)
    yield from movement(figures, previous, baseline_total)
    yield from year_so_far(figures, previous, quarter)
    yield from bounds(figures)
