"""The parts of a room: packages with registrations, rights, addresses and declarations of their own."""

from collections.abc import Iterable, Iterator
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType


def modules_of(room: str, parts: Iterable[str], name: str) -> Iterator[ModuleType]:
    """The module of this name of each part that has one: `modules_of("market", PARTS, "rights")`."""
    for part in parts:
        if find_spec(f"{room}.{part}") and find_spec(f"{room}.{part}.{name}"):
            yield import_module(f"{room}.{part}.{name}")
