"""The lists that the network starts with, read from the files of `peer_network/checks/starting`.

They are copied to the database once. From then on, moderators look after them there.
"""

import csv
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from peer_network.checks.calc.findings import Kind
from peer_network.checks.calc.phrases import Book, Phrase

FOLDER = Path(__file__).parents[1] / "starting"
KINDS = {
    "crisis_explicit": Kind.CRISIS_EXPLICIT,
    "crisis_oblique": Kind.CRISIS_OBLIQUE,
    "crisis_hints": Kind.CRISIS_OBLIQUE,
    "crisis_sayings": Kind.CRISIS_OBLIQUE,
    "unkind": Kind.UNKIND,
}


def rows(name: str) -> Iterator[Mapping[str, str]]:
    """The rows of one file, in its order."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def groups() -> dict[str, str]:
    """Groups of words by name."""
    return {row["name"]: row["words"] for row in rows("groups")}


def phrases() -> list[Phrase]:
    """Every phrase of the starting lists."""
    return [
        Phrase(
            row["pattern"],
            kind,
            row["unless"],
            points=int(row.get("points") or 0),
            family=row.get("family") or "",
            is_saying=name == "crisis_sayings",
        )
        for name, kind in KINDS.items()
        for row in rows(name)
    ]


@cache
def ordinary() -> tuple[str, ...]:
    """Sentences that nobody has to worry about; a list that holds one of them is too wide."""
    return tuple(row["text"] for row in rows("ordinary"))


@cache
def book() -> Book:
    """The starting lists, ready to look with."""
    return Book(phrases(), groups())
