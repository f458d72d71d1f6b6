"""The feed's own description, in OpenAPI 3.1, made of the tables that the feed answers by."""

from functools import cache
from typing import Any

from django.conf import settings

from market.directories import shapes
from market.directories.feed.parameters import ALL, OF_ONE, OF_ORGANISATIONS, OF_SERVICES, PAGING
from market.directories.shapes import Is, Shape

LICENCE = {"name": "Creative Commons Attribution Share-Alike 4.0", "identifier": "CC-BY-SA-4.0"}
ABOUT = (
    "Services that are published in the marketplace of this network, as Open Referral UK 3.0. No key is needed. "
    "Times of day are told as hours of the clock, which stand for a time of day alone. Distances from a postcode can't "
    "be measured; the parameter postcode compares postcode districts."
)
WHOLE_ORGANISATION = Shape(
    "organization",
    shapes.ORGANISATION.plain,
    many={**(shapes.ORGANISATION.many or {}), "services": shapes.SERVICE},
    needed=shapes.ORGANISATION.needed,
)
WHOLE_PLACE = Shape(
    "service_at_location",
    shapes.SERVICE_AT_LOCATION.plain,
    one={"location": shapes.LOCATION, "service": shapes.SERVICE},
    needed=("id",),
)
LISTS = (
    ("services", "service", shapes.SERVICE, OF_SERVICES, OF_ONE),
    ("organizations", "organization", WHOLE_ORGANISATION, OF_ORGANISATIONS, (*OF_ONE, "full_service")),
    ("service_at_locations", "service at one place", WHOLE_PLACE, OF_SERVICES, OF_ONE),
    ("taxonomies", "taxonomy", shapes.TAXONOMY, PAGING, OF_ONE),
    ("taxonomy_terms", "term", shapes.TERM, PAGING, OF_ONE),
)
COUNTS = ("total_items", "total_pages", "page_number", "size")
MARKS = ("first_page", "last_page", "empty")


@cache
def document() -> dict[str, Any]:
    """The whole description."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "Services of the marketplace", "version": "3.0", "description": ABOUT, "license": LICENCE},
        "servers": [{"url": f"{settings.SITE_URL.rstrip('/')}/open-referral"}],
        "paths": {"/": _path("What this feed is.", (), {"$ref": "#/components/schemas/About"}), **_paths()},
        "components": {"schemas": _schemas(), "parameters": {name: _parameter(name) for name in ALL}},
    }


def _paths() -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, one, _, of_list, of_one in LISTS:
        item = {"$ref": f"#/components/schemas/{name}"}
        contents = {"type": "object", "properties": {"contents": {"type": "array", "items": item}}}
        page = {"allOf": [{"$ref": "#/components/schemas/Page"}, contents]}
        found[f"/{name}"] = _path(f"A page of {name.replace('_', ' ')}.", of_list, page)
        found[f"/{name}/{{id}}"] = _path(f"One {one}, with all that belongs to it.", of_one, item)
        found[f"/{name}/{{id}}"]["parameters"] = [
            {"name": "id", "in": "path", "required": True, "schema": {"type": "string", "format": "uuid"}}
        ]
    return found


def _path(summary: str, parameters: tuple[str, ...], schema: dict[str, Any]) -> dict[str, Any]:
    refusal = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Refusal"}}}}
    return {
        "get": {
            "summary": summary,
            "parameters": [{"$ref": f"#/components/parameters/{name}"} for name in parameters],
            "responses": {
                "200": {"description": summary, "content": {"application/json": {"schema": schema}}},
                "304": {"description": "It has not changed since."},
                "400": {"description": "A parameter can't be understood.", **refusal},
                "404": {"description": "Nothing is listed there.", **refusal},
                "429": {"description": "Too many requests; Retry-After says how long to wait.", **refusal},
            },
        }
    }


def _parameter(name: str) -> dict[str, Any]:
    found = ALL[name]
    return {"name": name, "in": "query", "required": False, "description": found.says, "schema": found.schema}


def _schemas() -> dict[str, Any]:
    uri, text = {"type": "string", "format": "uri"}, {"type": "string"}
    wrong = {"type": "object", "properties": {"parameter": text, "says": text}}
    counts = {name: {"type": "integer", "minimum": 0} for name in COUNTS}
    marks = {name: {"type": "boolean"} for name in MARKS}
    return {
        "About": {"type": "object", "properties": {"version": text, "profile": uri, "openapi_url": uri}},
        "Page": {"type": "object", "properties": {**counts, **marks}, "required": [*COUNTS, *MARKS]},
        "Refusal": {
            "type": "object",
            "properties": {
                "status": {"type": "integer"},
                "detail": text,
                "errors": {"type": "array", "items": wrong},
            },
        },
        **{name: schema(shape) for name, _, shape, _, _ in LISTS},
    }


def schema(shape: Shape) -> dict[str, Any]:
    """A kind of thing as a JSON Schema."""
    fields: dict[str, Any] = {name: _field(kind) for name, kind in shape.plain.items()}
    fields |= {name: {"type": "string", "enum": list(words)} for name, words in (shape.words or {}).items()}
    fields |= {name: schema(one) for name, one in (shape.one or {}).items()}
    fields |= {name: {"type": "array", "items": schema(each)} for name, each in (shape.many or {}).items()}
    return {"type": "object", "properties": fields, "required": list(shape.needed)}


def _field(kind: Is) -> dict[str, Any]:
    if kind == Is.NUMBER:
        return {"type": "number"}
    return {"type": "string"} if kind == Is.TEXT else {"type": "string", "format": kind.value}
