"""PDF files for people who read with a screen reader too: tagged (PDF/UA-1), set by WeasyPrint from a print layout.

WeasyPrint is imported when the first file is made: it needs the system's Pango, and a site without it works all the
same, apart from PDF.
"""

import contextlib
import ctypes
import io
import logging
import threading
import warnings
from functools import cache
from typing import Any

from django.template.loader import render_to_string

from files.documents import Document
from files.pdf_charts import drawn, is_wide
from files.pdf_marks import marks
from files.tables import is_numeric, plain
from ui import formats

# The shared libraries that WeasyPrint loads, by the names that Debian gives them.
LIBRARIES = (
    "libgobject-2.0.so.0",
    "libpango-1.0.so.0",
    "libharfbuzz.so.0",
    "libfontconfig.so.1",
    "libpangoft2-1.0.so.0",
)
NO_PANGO = (
    "PDF files can't be made on this server: a part of its system, Pango, is missing. "
    "The workbook and the CSV file have the same figures."
)
BUSY = "Other PDF files are being made just now. Try again in a minute, or take the workbook."
WAIT_SECONDS = 30
COLUMNS_THAT_FIT_UPRIGHT = 6

# One at a time in a process: it takes all of a processor, and WeasyPrint doesn't promise to be safe among threads.
_turn = threading.Lock()


class PdfNotMade(Exception):
    """There is no PDF file to be had now; the text is a finished sentence that says why and what to do instead."""


@cache
def why_not() -> str:
    """Why this machine makes no PDF files, in words for whoever wants one; empty where it does. Asked once, cheaply."""
    for name in LIBRARIES:
        try:
            ctypes.CDLL(name)
        except OSError:
            return NO_PANGO
    return ""


def as_bytes(document: Document) -> bytes:
    """The PDF. Takes about 2.5 ms a cell; raises PdfNotMade without Pango, or where others wait already."""
    html = render_to_string(
        "files/print.html", {"document": document, "draw": drawn, "shown": shown, **_layout(document)}
    )
    return from_html(html)


def from_html(html: str, *, sections_in: str = "") -> bytes:
    """A tagged PDF of a whole HTML page of ours, which may fetch nothing. Raises PdfNotMade.

    `sections_in` is the language of the page's <section>s, where it is another one than the page's.
    """
    weasyprint = _weasyprint()
    from files.pdf_fetching import FetchesNothing, WouldFetch

    if not _turn.acquire(timeout=WAIT_SECONDS):
        raise PdfNotMade(BUSY)
    try:
        page = weasyprint.HTML(string=html, base_url=None, url_fetcher=FetchesNothing())
        return page.write_pdf(pdf_variant="pdf/ua-1", finisher=marks(sections_in))
    except WouldFetch as error:  # it is no Exception, and would end more than this file
        raise RuntimeError("A page that becomes a PDF fetches nothing.") from error
    finally:
        _turn.release()


def shown(cell: Any) -> str:
    """A cell as the page shows it."""
    cell = plain(cell)
    if hasattr(cell, "isoformat"):
        return formats.date_and_time(cell) if hasattr(cell, "hour") else formats.date(cell)
    return str(formats.number(cell))


def _layout(document: Document) -> dict[str, Any]:
    return {
        "is_numeric": is_numeric,
        "plain": plain,
        "is_wide": any(len(table.head) > COLUMNS_THAT_FIT_UPRIGHT for table in document.tables)
        or any(is_wide(chart) for chart in document.charts),
    }


def _weasyprint() -> Any:
    """The library; raises PdfNotMade where it or a part of the system that it needs isn't there."""
    if reason := why_not():
        raise PdfNotMade(reason)
    for name in ("weasyprint.progress", "fontTools"):  # a line for each step of each page
        logging.getLogger(name).setLevel(logging.WARNING)
    try:
        # On failure it prints advice for programmers. That a font set is missing is a warning, and spoils every letter.
        with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            warnings.simplefilter("error", UserWarning)
            import weasyprint
    except (ImportError, OSError, UserWarning) as error:
        raise PdfNotMade(NO_PANGO) from error
    return weasyprint
