"""What a page offers under a table: the same rows as files."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse

from files import pdf, writing

NO_PDF = "No PDF: a part of this server is missing (Pango)"


@dataclass(frozen=True)
class Offer:
    """One link: `CSV`, `Excel workbook` or `PDF`."""

    ending: str
    name: str
    href: str


@dataclass(frozen=True)
class Offers:
    """The links, and in `missing` the words that stand in the place of a PDF that can't be made here."""

    links: tuple[Offer, ...]
    missing: str = ""


def offers(route: str, *args: Any, query: Mapping[str, Any] | None = None, cells: int = 0) -> Offers:
    """The downloads at a route whose last argument is the ending: `offers("rollout:download", "kernow", "plans")`.

    `query` (a request's GET) goes along, so that the file has what the page shows. Kinds that can't hold `cells` are
    left out.
    """
    tail = _tail(query)
    missing = pdf.why_not()
    links = tuple(
        Offer(kind.ending, kind.name, reverse(route, args=[*args, kind.ending]) + tail)
        for kind in writing.KINDS.values()
        if not writing.why_too_large(cells, kind.ending) and not (kind.ending == "pdf" and missing)
    )
    return Offers(links, missing=NO_PDF if missing else "")


def _tail(query: Mapping[str, Any] | None) -> str:
    if not query:
        return ""
    return f"?{query.urlencode() if isinstance(query, QueryDict) else urlencode(query)}"
