"""Hostile uploads, made from a seed: the same number gives the same files.

Each kind is wrong in one way that is named; what is around it is varied. Where bytes are changed at random the file
underneath has a fault too, so that it may never be accepted, whatever the change does.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

# make(chance, rows of a harmless-looking table) -> (file name, content)
Maker = Callable[[random.Random], tuple[str, bytes]]
SEED = 20150715


@dataclass(frozen=True)
class Hostile:
    """One file: its kind, where it is sent (`team`, `network` or `people`), its name and content."""

    kind: str
    target: str
    name: str
    content: bytes


def makers() -> dict[str, dict[str, Maker]]:
    """Every kind by target."""
    from tests.trust.hostile import networks, people, tables, workbooks

    return {
        "team": {**tables.KINDS, **workbooks.kinds("team")},
        "network": {**networks.KINDS, **workbooks.kinds("network")},
        "people": people.KINDS,
    }


def cases(count: int, *, seed: int = SEED) -> Iterator[Hostile]:
    """So many files, all kinds in turn."""
    kinds = [(target, kind, make) for target, of_it in makers().items() for kind, make in of_it.items()]
    for number in range(count):
        target, kind, make = kinds[number % len(kinds)]
        chance = random.Random(f"{seed}-{number}")
        name, content = make(chance)
        yield Hostile(kind, target, name, content)
