"""How the feed answers: JSON for every origin, pages with their counts, refusals in words, 304 for what is known."""

import hashlib
import json
import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, quote_etag

from market.directories.feed.parameters import Fault

KEPT_SECONDS = 60  # so a paused offer is gone from every cache a minute later
CONTENT_TYPE = "application/json"


@dataclass(frozen=True)
class Page:
    """A page of so many things in all."""

    number: int
    size: int
    total: int

    @property
    def span(self) -> slice:
        """Which of all the things are on it."""
        return slice((self.number - 1) * self.size, self.number * self.size)

    def around(self, contents: list[Any]) -> dict[str, Any]:
        """The contents, with the counts that the standard puts around them."""
        pages = math.ceil(self.total / self.size)
        return {
            "total_items": self.total,
            "total_pages": pages,
            "page_number": self.number,
            "size": len(contents),
            "first_page": self.number == 1,
            "last_page": self.number >= pages,
            "empty": not contents,
            "contents": contents,
        }


def found(request: HttpRequest, document: Any, changed: Iterable[datetime] = ()) -> HttpResponse:
    """The document; `changed` says when what is in it last changed.

    Whether somebody has it already is asked of its digest alone: an offer that was taken away makes no date newer.
    """
    body = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
    answer = _open(HttpResponse(body, content_type=CONTENT_TYPE))
    answer["ETag"] = quote_etag(hashlib.sha256(body).hexdigest()[:32])
    if newest := max(changed, default=None):
        answer["Last-Modified"] = http_date(newest.timestamp())
    answer["Cache-Control"] = f"public, max-age={KEPT_SECONDS}"
    not_modified = get_conditional_response(request, etag=answer["ETag"], response=answer)
    return _open(not_modified) if not_modified is not answer else answer


def wrong(faults: Iterable[Fault]) -> HttpResponse:
    """400: which parameters, and how to write them."""
    errors = [{"parameter": fault.parameter, "says": fault.says} for fault in faults]
    return _refusal(400, "Some parameters can't be understood.", errors=errors)


def nothing() -> HttpResponse:
    """404: nothing is listed under this id, or there is no such address."""
    return _refusal(404, "There is nothing here, or it is not listed any more.")


def too_many(wait: int) -> HttpResponse:
    """429: asked too often; `wait` seconds."""
    answer = _refusal(429, f"Too many requests. Wait {wait} seconds.")
    answer["Retry-After"] = str(wait)
    return answer


def _refusal(status: int, detail: str, **more: Any) -> HttpResponse:
    body = json.dumps({"status": status, "detail": detail, **more}, ensure_ascii=False)
    answer = _open(HttpResponse(body, content_type=CONTENT_TYPE, status=status))
    answer["Cache-Control"] = "no-store"
    return answer


def _open(answer: HttpResponse) -> HttpResponse:
    """Pages of every site may read it: nothing in it is anybody's own."""
    answer["Access-Control-Allow-Origin"] = "*"
    answer["Access-Control-Expose-Headers"] = "ETag, Last-Modified, Retry-After"
    answer["Cross-Origin-Resource-Policy"] = "cross-origin"
    return answer
