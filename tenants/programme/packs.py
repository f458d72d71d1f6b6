"""The board pack: every view as at a day, as a PDF to print and as a workbook with the same numbers."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone

import audit
from accounts.models import User
from files import documents, pdf, private, writing_xlsx
from files.pdf_charts import MACROS, drawn, is_wide
from files.tables import Table, is_numeric, plain
from tenants import quarters
from tenants.programme import headline
from tenants.programme.board import Board
from tenants.programme.models import BoardPack
from tenants.programme.sections import SECTIONS, Built, Section
from ui import branding, formats

PURPOSE = "packs"
MOST_BYTES = 50 * 1024 * 1024
# The parts of a pack beside its views: the headline, the PDF, the workbook.
STEPS_BESIDE_VIEWS = 3
COLUMNS_UPRIGHT = 7

Progress = Callable[[int, int, str], None]
Parts = list[tuple[Section, Built]]


@dataclass(frozen=True)
class _Front:
    """What stands on the first page; worked out once for the paper and the workbook."""

    sentence: str
    figures: tuple[headline.Figure, ...]
    late: str


def register() -> None:
    """A pack's row owns its files; called once, from the application's `ready()`."""
    private.register(PURPOSE, lambda kept: BoardPack.objects.filter(pdf=kept).exists() or _is_workbook(kept))


def make(*, quarter: quarters.Quarter | None, day: Any, by: User | None, on_progress: Progress) -> BoardPack:
    """Make and keep a pack. Raises JobCancelled by way of `on_progress`."""
    board, steps = Board(day, quarter=quarter), len(SECTIONS) + STEPS_BESIDE_VIEWS
    parts: Parts = []
    for number, section in enumerate(SECTIONS, 1):
        on_progress(number, steps, section.title)
        parts.append((section, section.build(board)))
    front = _Front(headline.sentence(board), tuple(headline.figures(board, board.day)), late_words(board))
    tables = [_summary(board, front), *(table for _, built in parts for table in built.tables if table.rows)]
    title = f"Board pack as at {formats.date(day)}"
    on_progress(steps - 1, steps, "The workbook")
    workbook = writing_xlsx.as_bytes(documents.document(tables, name=_name(day), title=title))
    on_progress(steps, steps, "The PDF")
    printed, why_not = _pdf(title, board, front, parts)
    return _keep(board, quarter, by, tables, workbook, printed, why_not)


def _summary(board: Board, front: _Front) -> Table:
    """The first lines of the pack as a table, so that the workbook has them too."""
    return Table(
        key="summary",
        caption="In short",
        head=("What", "Figure", "As at", "Source"),
        rows=(
            ["In a sentence", front.sentence, board.day, ""],
            *([item.label, str(item.figure), item.as_at, item.source] for item in front.figures),
            ["Returns that are late", front.late, board.day, ""],
        ),
        as_at=board.day,
        source="The board’s page",
    )


def late_words(board: Board) -> str:
    """The areas whose return is late, by name; `None is late.`"""
    from tenants.returns import late

    found = [f"{area.name} ({quarter})" for area, quarter, state in late.standing(board.day) if state == "late"]
    return "; ".join(found) if found else "None is late."


def _pdf(title: str, board: Board, front: _Front, parts: Parts) -> tuple[bytes, str]:
    """The PDF, or empty with the reason why this server can't make one."""
    names: dict[str, Any] = {
        "title": title,
        "network": branding.network().name,
        "made": formats.date_and_time(timezone.now()),
        "front": front,
        "parts": [(section, built, _charts(built), _tables(built), _is_wide(built)) for section, built in parts],
        "is_sample": any(built.is_sample for _, built in parts),
        "board": board,
        "draw": drawn,
        "is_wide": is_wide,
        "shown": pdf.shown,
        "is_numeric": is_numeric,
        "plain": plain,
    }
    try:
        return pdf.from_html(render_to_string("programme/pack_print.html", names)), ""
    except pdf.PdfNotMade as reason:
        return b"", str(reason)


def _charts(built: Built) -> list[Any]:
    return [chart for chart in built.drawn if type(chart) in MACROS]


def _is_wide(built: Built) -> bool:
    """Whether the view needs sheets that lie on their side: for its first chart, or for a table of many columns."""
    most = max((len(table.head) for table in _tables(built)), default=0)
    return most > COLUMNS_UPRIGHT or any(is_wide(chart) for chart in _charts(built)[:1])


def _tables(built: Built) -> list[Table]:
    """The tables that say more than the charts above them: a heat map is its own table."""
    drawn_whole = {chart.id for chart in built.charts if type(chart).__name__ in ("HeatMap", "PhaseMatrix")}
    return [table for table in built.tables if table.rows and table.key not in drawn_whole | _ids(drawn_whole)]


def _ids(drawn_whole: set[str]) -> set[str]:
    return {"phases"} if "phase-matrix" in drawn_whole else set()


@transaction.atomic
def _keep(
    board: Board,
    quarter: quarters.Quarter | None,
    by: User | None,
    tables: list[Table],
    workbook: bytes,
    printed: bytes,
    why_not: str,
) -> BoardPack:
    numbers = json.dumps([[[pdf.shown(cell) for cell in row] for row in table.rows] for table in tables])
    pack = BoardPack.objects.create(
        as_at=board.day,
        quarter=quarter.key if quarter else "",
        by=by,
        workbook=_put(workbook, "pack.xlsx"),
        pdf=_put(printed, "pack.pdf") if printed else "",
        without_pdf=why_not,
        checksum=hashlib.sha256(numbers.encode()).hexdigest(),
        is_sample=any(table.sample for table in tables),
    )
    audit.record(action="pack.make", by=by, object=pack, detail={"as_at": board.day.isoformat()})
    return pack


def delete_old(before: Any) -> int:
    """Delete packs made before a moment, with their files; returns how many."""
    old = list(BoardPack.objects.filter(made_at__lt=before))
    for pack in old:
        for kept in filter(None, (pack.pdf, pack.workbook)):
            private.forget(kept)
        pack.delete()
    return len(old)


def _put(content: bytes, name: str) -> str:
    return private.keep(ContentFile(content, name=name), area=None, purpose=PURPOSE, limit_bytes=MOST_BYTES)


def _is_workbook(kept: str) -> bool:
    return BoardPack.objects.filter(workbook=kept).exists()


def _name(day: Any) -> str:
    return f"board-pack-{day.isoformat()}"
