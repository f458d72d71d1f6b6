"""The programme board's pages."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from accounts.access import methods, requires
from accounts.permissions import Permission
from files import writing
from files.tables import Table
from tenants.programme import headline, more
from tenants.programme.as_at import chosen
from tenants.programme.board import Board
from tenants.programme.sections import BY_KEY, BY_TABLE, SECTIONS
from ui import formats

# In an address, in place of a table's key: all tables of the board in one file.
ALL_TABLES = "board"


@requires(Permission.BOARD_READ)
@methods("GET")
def board(request: HttpRequest) -> HttpResponse:
    """The whole network on one page, as at today or the end of a past quarter."""
    form, shown = chosen(request)
    context = {
        "board": shown,
        "as_at_form": form,
        "sentence": headline.sentence(shown),
        "figures": headline.figures(shown, shown.day) if shown.areas else [],
        "parts": [(part, part.on_board(shown)) for part in SECTIONS] if shown.areas else [],
        "more": more.cards(),
        "all_tables": shown.downloads(ALL_TABLES),
    }
    return render(request, "programme/board.html", context)


@requires(Permission.BOARD_READ)
@methods("GET")
def section(request: HttpRequest, key: str) -> HttpResponse:
    """One view of the board, whole."""
    found = BY_KEY.get(key)
    if found is None:
        raise Http404("The board has no such view.")
    form, shown = chosen(request)
    built = found.build(shown)
    context = {"section_shown": found, "built": built, "board": shown, "as_at_form": form}
    context["downloads"] = {table.key: shown.downloads(table.key) for table in built.tables}
    return render(request, "programme/section.html", context)


@requires(Permission.BOARD_READ)
@methods("GET")
def download(request: HttpRequest, key: str, ending: str) -> HttpResponse:
    """One of the board's tables as a file, or with the key `board` all of them."""
    _, shown = chosen(request)
    on_paper = Board(shown.day, quarter=shown.quarter)
    if key == ALL_TABLES:
        return writing.answer(
            request,
            all_tables(on_paper),
            ending=ending,
            name=f"board-tables-{shown.day.isoformat()}",
            title=f"Programme board: tables as at {formats.date(shown.day)}",
        )
    found = BY_TABLE.get(key)
    table = next((table for table in found.build(on_paper).tables if table.key == key), None) if found else None
    if table is None:
        raise Http404("There is no such table.")
    return writing.answer(request, table, ending=ending, name=f"{key}-{shown.day.isoformat()}")


def all_tables(board: Board) -> list[Table]:
    """Every table of every view that has rows."""
    return [table for part in SECTIONS for table in part.build(board).tables if table.rows]
