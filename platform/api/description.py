"""The API's own description, in OpenAPI."""

from typing import Any

from django.conf import settings
from ninja import NinjaAPI

from api import scopes
from api.problems import MEDIA_TYPE

SECURITY = {"token": {"type": "http", "scheme": "bearer", "description": "A token made at /me/tokens/."}}


def of(api: NinjaAPI) -> dict[str, Any]:
    """The OpenAPI document: refusals are problems, each address names its scope, no path starts outside this site."""
    document = dict(api.get_openapi_schema())
    document["servers"] = [{"url": settings.SITE_URL.rstrip("/")}]
    document["components"] = {**document["components"], "securitySchemes": SECURITY}
    for operations in document["paths"].values():
        for operation in operations.values():
            _make_refusals_problems(operation)
            _name_scope(operation)
    return document


def _make_refusals_problems(operation: dict[str, Any]) -> None:
    """The library describes every answer as plain JSON."""
    for status, answer in operation["responses"].items():
        if int(status) >= 400 and "application/json" in answer.get("content", {}):
            answer["content"] = {MEDIA_TYPE: answer["content"]["application/json"]}


def _name_scope(operation: dict[str, Any]) -> None:
    scope = operation.get("x-scope")
    if scope:
        operation["security"] = [{"token": [scope]}]
        words = scopes.find(scope).words
        told = f"Scope: `{scope}` ({words[0].lower()}{words[1:]})."
        if told not in operation.get("description", ""):
            operation["description"] = f"{operation.get('description', '')}\n\n{told}".strip()
