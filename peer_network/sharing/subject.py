"""Shared files, as moderators see and change them."""

from django.urls import reverse

from peer_network.models import SharedFile
from peer_network.sharing import checked, presenters
from peer_network.sharing.actions import SUBJECT
from peer_network.support import listings

LETTERS_SHOWN = 3_000


def words(row: SharedFile) -> list[tuple[str, str]]:
    """Its own words, what it is, and the beginning of what stands in it."""
    text = checked.text_of(row)
    more = " …" if len(text) > LETTERS_SHOWN else ""
    return [
        ("Title", row.title),
        ("What it is for", row.purpose),
        ("The file", f"{row.get_kind_display()} ({presenters.kind_of(row)})"),
        *([("What stands in it", text[:LETTERS_SHOWN].strip() + more)] if text.strip() else []),
    ]


FILE = listings.subject(
    SUBJECT,
    "file",
    lambda: SharedFile,
    words=words,
    author=lambda row: row.member,
    address=lambda row: reverse("peers:file" if row.is_shown else "peers:file-look", args=[row.public_id]),
    may_report=lambda row, member: member is not None and row.is_shown,
)
