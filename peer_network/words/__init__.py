"""The room's own words, as files that people who write for it can change: `rules.toml`, `help.toml`.

Each has a title, a sentence that leads in, parts with a heading, paragraphs and points, and the same in Easy Read:

    title = "House rules"
    lede = "Six rules keep this a safe place."
    version = "2026-11-26"            # of the rules alone: whoever accepted an older one is asked again
    [[parts]]
    heading = "Be kind"
    paragraphs = ["People here may be tired or worried."]
    points = ["Write as you would speak to a friend."]
    [[easy_read]]
    picture = "people"                # one of ui/components/pictograms.jinja
    words = "Be kind to each other."
"""

import functools
import tomllib
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Part:
    """A heading, and what stands below it."""

    heading: str
    paragraphs: tuple[str, ...] = ()
    points: tuple[str, ...] = ()


@dataclass(frozen=True)
class Text:
    """One text of the room, in full and in Easy Read: (name of a picture, sentence)."""

    title: str
    lede: str
    parts: tuple[Part, ...]
    easy_read: tuple[tuple[str, str], ...]
    version: str = ""


@functools.cache
def read(name: str) -> Text:
    """The text of this name: `read("rules")`. Raises FileNotFoundError, or KeyError where a field is missing."""
    found = tomllib.loads((FOLDER / f"{name}.toml").read_text())
    parts = [
        Part(part["heading"], tuple(part.get("paragraphs", ())), tuple(part.get("points", ())))
        for part in found["parts"]
    ]
    easy_read = [(each["picture"], each["words"]) for each in found["easy_read"]]
    return Text(found["title"], found["lede"], tuple(parts), tuple(easy_read), found.get("version", ""))
