"""How shared files are shown."""

from typing import Any

from django.utils.text import slugify

from files.errors import size_in_words
from peer_network.models import SharedFile
from peer_network.sharing.cleaning.kinds import KINDS_IN_WORDS
from peer_network.support.gatherings.presenters import for_whom

LICENCE = "Use it and change it freely."


def kind_of(row: SharedFile) -> str:
    """`Word document, 12 KB`."""
    return f"{KINDS_IN_WORDS[row.ending]}, {size_in_words(row.size_bytes)}"


def facts(row: SharedFile) -> list[tuple[str, Any]]:
    """The rows of a file's summary."""
    return [
        ("What it is", f"{row.get_kind_display()} ({kind_of(row)})"),
        ("For whom", for_whom(row.groups)),
        ("Licence", LICENCE),
    ]


def download_name(row: SharedFile) -> str:
    """What it is called among somebody's downloads: its title, with the ending of its content."""
    return f"{slugify(row.title)[:60] or 'file'}{row.ending}"
