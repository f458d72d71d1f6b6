"""Known names and places, read once from the files beside this one."""

from functools import cache
from importlib.resources import files

from files import known_names


def _lines(name: str) -> list[str]:
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def first_names() -> frozenset[str]:
    return known_names.FIRST_NAMES | {word for line in _lines("first_names.txt") for word in line.split()}


@cache
def surnames() -> frozenset[str]:
    return frozenset(word.rstrip("*") for line in _lines("surnames.txt") for word in line.split())


@cache
def everyday_surnames() -> frozenset[str]:
    """Surnames that are also everyday words."""
    return frozenset(word.rstrip("*") for line in _lines("surnames.txt") for word in line.split() if word.endswith("*"))


@cache
def public_names() -> frozenset[str]:
    return frozenset(name.strip() for line in _lines("public_names.txt") for name in line.split(";"))


@cache
def places() -> frozenset[str]:
    return frozenset(word for line in _lines("places.txt") for word in line.split())
