"""The area of a request, from its path."""

import re
from collections.abc import Callable

import structlog
from django.db import connection
from django.db.models import BooleanField
from django.db.models.expressions import RawSQL
from django.http import HttpRequest, HttpResponse

from tenants.models import Area

AREA_PATH = re.compile(r"^/areas/(?P<slug>[a-z0-9-]{2,40})/")


class AreaMiddleware:
    """Sets `request.area` and the connection's schema for `/areas/<slug>/…`; always leaves it in `public`.

    An address of an area that is not there, is suspended or has no schema gets `request.area_missing`, stays in
    `public` and is refused by the rights middleware: 404, the same for all three.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        connection.set_schema_to_public()
        request.area, request.area_missing = find_area(request.path_info)
        if request.area:
            connection.set_tenant(request.area)
            structlog.contextvars.bind_contextvars(area=request.area.slug)
        try:
            return self.get_response(request)
        finally:
            connection.set_schema_to_public()


def find_area(path: str) -> tuple[Area | None, bool]:
    """The area that a path names, and whether it names one that can't be entered. One query, none elsewhere."""
    match = AREA_PATH.match(path)
    return find_area_by_slug(match["slug"]) if match else (None, False)


def find_area_by_slug(slug: str) -> tuple[Area | None, bool]:
    """The active area with this slug whose schema is there, and whether there is none."""
    schema_is_there = RawSQL("to_regnamespace(quote_ident(schema_name)) IS NOT NULL", [], output_field=BooleanField())
    area = Area.objects.active().filter(slug=slug).annotate(schema_is_there=schema_is_there).first()
    if area is None or not area.schema_is_there:
        return None, True
    return area, False
