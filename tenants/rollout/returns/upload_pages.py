"""An uploaded workbook, ready for a page: its faults, or what it would change."""

from typing import Any

from files.faults import Fault
from tenants.returns.shape import CELLS, SECTION_BY_KEY
from tenants.returns.workbook import Filled
from tenants.rollout.models import ReturnDraft

FAULTS_SHOWN = 100


def fault_rows(found: tuple[Fault, ...]) -> list[list[str]]:
    """Cells: sheet and cell, column, what is wrong and how to mend it; the first hundred."""
    return [
        [fault.cell or (f"row {fault.line}" if fault.line else "the file"), fault.column, _sentence(fault.why)]
        for fault in sorted(found)[:FAULTS_SHOWN]
    ]


def changes(draft: ReturnDraft, filled: Filled) -> list[list[Any]]:
    """Cells: what is counted, what is typed now, what the workbook has; only where they differ."""
    rows = [
        [f"{cell.table.title}. {cell.words}", draft.typed.get(key, ""), filled.typed.get(key, "")]
        for key, cell in CELLS.items()
        if draft.typed.get(key, "") != filled.typed.get(key, "")
    ]
    rows += [
        [f"Note on “{section.title}”", draft.notes.get(key, ""), filled.notes.get(key, "")]
        for key, section in SECTION_BY_KEY.items()
        if draft.notes.get(key, "").strip() != filled.notes.get(key, "").strip()
    ]
    return [[what, before or "Empty", after or "Empty"] for what, before, after in rows]


def _sentence(why: str) -> str:
    return why[:1].upper() + why[1:] + ("" if why.endswith(".") else ".")
