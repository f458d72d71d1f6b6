"""Files out: tables as CSV, as a workbook, as a PDF. One way for the whole site.

return writing.answer(request, table, ending=ending, name="kernow-team", area=request.area)
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

import audit
from accounts import rate_limits
from files import documents, writing_csv, writing_xlsx
from files import pdf as writing_pdf
from files.documents import Document
from files.pdf import PdfNotMade
from files.tables import Table
from ui import errors

AUDIT_ACTION = "export.download"


@dataclass(frozen=True)
class Kind:
    """One kind of file. `most_cells` keeps a request within some seconds and some hundred megabytes."""

    ending: str
    name: str
    content_type: str
    as_bytes: Callable[[Document], bytes]
    most_cells: int | None = None


KINDS = {
    kind.ending: kind
    for kind in (
        Kind("csv", "CSV", "text/csv; charset=utf-8", writing_csv.as_bytes),
        Kind(
            "xlsx",
            "Excel workbook",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            writing_xlsx.as_bytes,
            most_cells=500_000,
        ),
        Kind("pdf", "PDF", "application/pdf", writing_pdf.as_bytes, most_cells=3_000),
    )
}


class TooLarge(Exception):
    """The tables are more than this kind of file can hold in good time; the text says what to take instead."""


def csv(tables: Table | Iterable[Table], *, name: str, title: str = "") -> HttpResponse:
    """The tables as a CSV download."""
    return response(documents.document(tables, name=name, title=title), "csv")


def xlsx(tables: Table | Iterable[Table], *, name: str, title: str = "") -> HttpResponse:
    """The tables as a workbook to download; raises TooLarge."""
    return response(documents.document(tables, name=name, title=title), "xlsx")


def pdf(tables: Table | Iterable[Table], *, name: str, title: str = "", charts: Iterable[Any] = ()) -> HttpResponse:
    """The tables as a PDF to download; raises TooLarge and `files.pdf.PdfNotMade`."""
    return response(documents.document(tables, name=name, title=title, charts=charts), "pdf")


def response(document: Document, ending: str) -> HttpResponse:
    """A document as a download of this kind; raises TooLarge, and `files.pdf.PdfNotMade` for a PDF."""
    kind = KINDS[ending]
    if why := why_too_large(document.cells, ending):
        raise TooLarge(why)
    answer = HttpResponse(kind.as_bytes(document), content_type=kind.content_type)
    answer["Content-Disposition"] = content_disposition_header(True, f"{document.name}.{ending}")
    return answer


def why_too_large(cells: int, ending: str) -> str:
    """The sentence for somebody who asks for more than this kind of file can hold; empty where it can."""
    kind = KINDS[ending]
    if kind.most_cells is None or cells <= kind.most_cells:
        return ""
    other = "the workbook or the CSV file" if ending == "pdf" else "the CSV file"
    return (
        f"This has {cells:,} cells, and a file of this kind ({kind.name}) holds {kind.most_cells:,} at the most. "
        f"Take {other}, or narrow the list first."
    )


def answer(
    request: HttpRequest,
    tables: Table | Iterable[Table],
    *,
    ending: str,
    name: str,
    title: str = "",
    area: Any = None,
    charts: Iterable[Any] = (),
    prose: Iterable[tuple[str, str]] = (),
    action: str = AUDIT_ACTION,
) -> HttpResponse:
    """What a view answers with: the file, recorded in the audit; or a page that says why there is none.

    429 for somebody who takes too many, 503 where no PDF can be made now, 422 where the tables are too large for this
    kind of file. A public file that somebody signed out fetches is not recorded: there is nobody to name, and a
    crawler would fill the audit.
    """
    if wait := rate_limits.count(request, "export"):
        return errors.too_many(request, wait=wait)
    document = documents.document(tables, name=name, title=title, charts=charts, prose=prose)
    try:
        made = response(document, ending)
    except PdfNotMade as error:
        return errors.refusal(request, 503, page="no_file", reason=str(error))
    except TooLarge as error:
        return errors.refusal(request, 422, page="no_file", reason=str(error))
    if request.user.is_authenticated:
        detail = {
            "file": f"{document.name}.{ending}",
            "tables": [table.key for table in document.tables],
            "rows": sum(len(table.rows) for table in document.tables),
        }
        with transaction.atomic():
            audit.record(action=action, by=request.user, area=area, detail=detail)
    return made
