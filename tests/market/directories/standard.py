"""Open Referral UK's own schemas and examples, where this machine has them. The project doesn't carry them."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

FOLDER = Path("/work/shared/open-referral-uk")
needs_standard = pytest.mark.skipif(
    not FOLDER.is_dir(), reason=f"Open Referral UK's schemas are not on this machine ({FOLDER})."
)
PAGE_FIELDS = {"total_items", "total_pages", "page_number", "size", "first_page", "last_page", "empty", "contents"}


def example(name: str) -> Any:
    """One of the examples, such as `service_full`."""
    return json.loads((FOLDER / "examples" / f"{name}.json").read_text())


@cache
def schema(name: str) -> dict[str, Any]:
    """One of the compiled schemas, such as `service`."""
    return json.loads((FOLDER / "schema" / f"{name}.json").read_text())


@cache
def _validator(name: str) -> Any:
    return jsonschema_rs.validator_for(schema(name), validate_formats=True)


def faults(name: str, document: Any) -> list[str]:
    """What the schema finds wrong with the document."""
    return [
        f"{'/'.join(map(str, each.instance_path))}: {each.message}" for each in _validator(name).iter_errors(document)
    ]


def page_faults(name: str, document: Any) -> list[str]:
    """What is wrong with a page, or with one of its contents."""
    found = [] if set(document) == PAGE_FIELDS else [f"The page has the fields {sorted(document)}."]
    if document["size"] != len(document["contents"]):
        found.append("The page says another size than it has.")
    return [*found, *(fault for each in document["contents"] for fault in faults(name, each))]


def defined(document: Any, shape: dict[str, Any]) -> Any:
    """Of a document what a schema defines: other fields left out, at every depth."""
    if isinstance(document, list):
        return [defined(each, shape.get("items", {})) for each in document]
    if isinstance(document, dict):
        known = shape.get("properties", {})
        return {name: defined(value, known[name]) for name, value in document.items() if name in known}
    return document
