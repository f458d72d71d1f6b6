"""Known names and places, read once from the files beside this one. Everything is in lower case."""

from functools import cache
from importlib.resources import files

from files import known_names


def _lines(name: str) -> list[str]:
    text = files(__package__).joinpath(f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _words(name: str) -> frozenset[str]:
    return frozenset(word for line in _lines(name) for word in line.split())


@cache
def first_names() -> frozenset[str]:
    return known_names.FIRST_NAMES | _words("first_names")


@cache
def everyday_first_names() -> frozenset[str]:
    """First names that are also everyday words or places."""
    return _words("everyday_first_names")


@cache
def surnames() -> frozenset[str]:
    return frozenset(word.rstrip("*") for word in _words("surnames"))


@cache
def everyday_surnames() -> frozenset[str]:
    """Surnames that are also everyday words."""
    return frozenset(word.rstrip("*") for word in _words("surnames") if word.endswith("*"))


@cache
def no_surnames() -> frozenset[str]:
    """Words after a name that say that it is no person: organisations, months, everyday words."""
    return _words("no_surnames")


@cache
def public_names() -> frozenset[str]:
    """Names in public life, and of services that are called after somebody."""
    return frozenset(name.strip() for line in _lines("public_names") for name in line.split(";"))


@cache
def places() -> frozenset[str]:
    return _words("places")


@cache
def postcode_areas() -> frozenset[str]:
    return frozenset(word.upper() for word in _words("postcode_areas"))
