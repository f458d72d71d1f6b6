"""Lists of the API: pages by `page` and `per_page`, with the way to the others in the header Link (RFC 8288)."""

import math
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from ninja import Field, Schema

from ui.query import with_query

MOST_ON_A_PAGE = 200
LAST_PAGE = 1_000_000


class PageQuery(Schema):
    """Which page of a list."""

    page: int = Field(1, ge=1, le=LAST_PAGE, description="Which page; the first is 1.")
    per_page: int = Field(50, ge=1, le=MOST_ON_A_PAGE, description="How many on a page.")


class Listed(Schema):
    """What every list says of itself; `items` come with each list's own shape."""

    count: int = Field(description="How many there are on all pages.", examples=[11])
    page: int = Field(examples=[1])
    per_page: int = Field(examples=[50])


def page_of(request: HttpRequest, response: HttpResponse, rows: Sequence[Any], query: PageQuery) -> dict[str, Any]:
    """The facts of `Listed` and the `items` of this page; a page beyond the last is empty. Sets the header Link."""
    last = max(1, math.ceil(len(rows) / query.per_page))
    others = {"first": 1, "last": last}
    if query.page > 1:
        others["prev"] = min(query.page - 1, last)
    if query.page < last:
        others["next"] = query.page + 1
    here = settings.SITE_URL.rstrip("/") + request.path
    response["Link"] = ", ".join(
        f'<{here}{with_query(request, page=number)}>; rel="{name}"' for name, number in others.items()
    )
    start = (query.page - 1) * query.per_page
    items = rows[start : start + query.per_page]
    return {"count": len(rows), "page": query.page, "per_page": query.per_page, "items": items}
