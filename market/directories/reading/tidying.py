"""A document as it is kept: what the standard defines and has a value, always in the same order."""

import hashlib
import json
from typing import Any

from market.directories.shapes import Shape


def tidied(document: dict[str, Any], shape: Shape) -> dict[str, Any]:
    """Only the standard's fields, at every depth, without those that are null or empty text."""
    found = {}
    for name, value in document.items():
        if value in (None, "", []) or name not in shape.fields:
            continue
        if name in (shape.one or {}):
            found[name] = tidied(value, (shape.one or {})[name])
        elif name in (shape.many or {}):
            found[name] = [tidied(each, (shape.many or {})[name]) for each in value]
        else:
            found[name] = value
    return found


def digest(document: dict[str, Any]) -> str:
    """The same for documents that say the same, whatever the order of their fields."""
    text = json.dumps(document, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
