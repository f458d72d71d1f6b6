"""From a text's plain lines to the blocks of a page. A blank line ends a block; how a block begins says what it is."""

import re
import uuid
from collections.abc import Iterator
from typing import Any

from django.utils.html import escape


def blocks(text: str) -> list[dict[str, Any]]:
    """The `body` of a page: paragraphs, headings (##) and lists (-, 1.) run together into blocks of text.

    Apart stand: words set apart (>), do (+) and don't (x), facts (| key: words), questions (? and the answer below).
    """
    found: list[dict[str, Any]] = []
    for part in re.split(r"\n\s*\n", text.strip()):
        for block in _of_part([line.strip() for line in part.splitlines()]):
            if found and block["type"] == found[-1]["type"] == "text":
                found[-1]["value"] += block["value"]
            else:
                found.append(block)
    return found


def _of_part(lines: list[str]) -> Iterator[dict[str, Any]]:
    sign, rest = lines[0][:2], [line[2:].strip() for line in lines]
    if sign == "> ":
        yield {"type": "inset_text", "value": {"body": f"<p>{escape(' '.join(rest))}</p>"}}
    elif sign == "+ ":
        yield {"type": "do", "value": {"heading_level": 3, "label": "", "do": _items(rest)}}
    elif sign == "x ":
        yield {"type": "dont", "value": {"heading_level": 3, "label": "", "dont": _items(rest)}}
    elif all(line.startswith("| ") for line in lines):
        yield {"type": "summary_list", "value": {"rows": _facts(rest), "no_border": False}}
    elif sign == "? ":
        answer = [{"type": "richtext", "value": f"<p>{escape(' '.join(lines[1:]))}</p>"}]
        yield {"type": "expander", "value": {"title": rest[0], "body": answer}}
    elif _kind(lines[0]) == "h2" and lines[1:]:
        yield {"type": "text", "value": _html("h2", lines[:1])}
        yield from _of_part(lines[1:])
    else:
        yield from _text(lines)


def _text(lines: list[str]) -> Iterator[dict[str, Any]]:
    """A heading, paragraph or list; facts may follow below it without a blank line between."""
    while lines:
        kind = _kind(lines[0])
        same = [lines[0]]
        if kind != "h2":
            for line in lines[1:]:
                if _kind(line) != kind:
                    break
                same.append(line)
        lines = lines[len(same) :]
        if kind == "facts":
            yield from _of_part(same)
        else:
            yield {"type": "text", "value": _html(kind, same)}


def _kind(line: str) -> str:
    if line.startswith("## "):
        return "h2"
    if line.startswith("| "):
        return "facts"
    if re.match(r"\d+\. ", line):
        return "ol"
    return "ul" if line.startswith("- ") else "p"


def _html(kind: str, lines: list[str]) -> str:
    if kind == "h2":
        return f"<h2>{escape(lines[0][3:])}</h2>"
    if kind == "p":
        return f"<p>{escape(' '.join(lines))}</p>"
    items = "".join(f"<li>{escape(re.sub(r'^(- |[0-9]+[.] )', '', line))}</li>" for line in lines)
    return f"<{kind}>{items}</{kind}>"


def _items(texts: list[str]) -> list[dict[str, Any]]:
    # Without an id Wagtail takes an item for one of an older format.
    return [{"type": "item", "id": str(uuid.uuid4()), "value": escape(text)} for text in texts]


def _facts(texts: list[str]) -> list[dict[str, Any]]:
    pairs = [text.split(": ", 1) for text in texts]
    values = [{"key": key, "value": f"<p>{escape(words)}</p>"} for key, words in pairs]
    return [{"type": "item", "id": str(uuid.uuid4()), "value": value} for value in values]
