"""A draft, ready for a page."""

from django.urls import Resolver404, resolve

from accounts.access import declaration_of
from drafts.models import Draft
from ui import formats

EMPTY = "(left empty)"


def rows(draft: Draft) -> list[tuple[str, str]]:
    """(field in words, what was typed): the names of fields are what the form sent, `planned_start_day`."""
    typed = [(_words(name), value or EMPTY) for name, value in draft.fields]
    return [*typed, *(("File", f"{name} (choose it again)") for name in draft.files)]


def listed(drafts: list[Draft]) -> list[list[object]]:
    """Rows of the table of drafts: address of the form (a link to the draft), when it was kept, until when."""
    return [
        [
            {"text": draft.path, "href": f"/me/drafts/{draft.public_id}/"},
            formats.date_and_time(draft.kept_at),
            formats.date_and_time(draft.expires_at),
        ]
        for draft in drafts
    ]


def form_address(draft: Draft) -> str:
    """Where the form is shown, or nothing where its address only takes what is sent."""
    try:
        match = resolve(draft.path.partition("?")[0])
    except Resolver404:
        return ""
    declaration = declaration_of(match.func)
    return draft.path if declaration.allows_method("GET") else ""


def _words(name: str) -> str:
    words = name.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:]
