"""An assumptions file as a whole."""

import tomllib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from files.faults import Fault, Refused, refused
from finance_models.calc.assumptions import capitation, costing, gain_share, window
from finance_models.calc.assumptions.capitation import CapitationTerms
from finance_models.calc.assumptions.costing import CostingTerms
from finance_models.calc.assumptions.gain_share import GainShareTerms
from finance_models.calc.windows import Window

MOST_BYTES = 1024 * 1024
Reader = Callable[[Mapping[str, Any]], tuple[Any, list[str]]]
# Each part by its name: the sections that it is read from, and its reader.
PARTS: dict[str, tuple[tuple[str, ...], Reader]] = {
    "window": ((window.NAME,), window.read),
    "capitation": ((capitation.NAME,), capitation.read),
    "costing": ((costing.INDEX, costing.ORDERS), costing.read),
    "gain_share": ((gain_share.NAME,), gain_share.read),
}
SECTIONS = [section for sections, _ in PARTS.values() for section in sections]


@dataclass(frozen=True)
class Assumptions:
    """What was read. A part that the file left out, and that was not asked for, raises LookupError."""

    parts: Mapping[str, Any]

    @property
    def window(self) -> Window:
        """The base year."""
        return self._part("window")

    @property
    def capitation(self) -> CapitationTerms:
        """How rates are made."""
        return self._part("capitation")

    @property
    def costing(self) -> CostingTerms:
        """How lines are priced; always there, since each of its parts has a default."""
        return self._part("costing")

    @property
    def gain_share(self) -> GainShareTerms:
        """What partners share of a gain or a loss."""
        return self._part("gain_share")

    def _part(self, name: str) -> Any:
        if self.parts.get(name) is None:
            raise LookupError(f"The assumptions have no part {name}: ask for it when you read them.")
        return self.parts[name]


def read(path: str | Path, *, needs: Collection[str]) -> Assumptions:
    """Read a TOML file that must have the parts named in `needs`.

    Raises `files.faults.Refused` with every fault at once, each `FILE: [section] key: why`.
    """
    document = _document(path)
    assumptions, faults = from_document(document, needs=needs)
    if assumptions is None:
        raise Refused([Fault(str(path), 0, "", fault) for fault in faults])
    return assumptions


def from_document(document: Mapping[str, Any], *, needs: Collection[str]) -> tuple[Assumptions | None, list[str]]:
    """The assumptions in a document as TOML gives it, or none, and every fault as `[section] key: why`."""
    known = ", ".join(f"[{name}]" for name in SECTIONS)
    faults = [f"{name}: this is not known; the sections are {known}" for name in document if name not in SECTIONS]
    parts = {}
    for name, (sections, reader) in PARTS.items():
        if name in needs or name == "costing" or any(section in document for section in sections):
            parts[name], found = reader(document)
            faults += found
    return (None, faults) if faults else (Assumptions(parts), [])


def _document(path: str | Path) -> dict[str, Any]:
    name = str(path)
    try:
        with Path(path).open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise refused(name, f"can't be opened ({error.strerror}); check its name and place") from error
    if len(content) > MOST_BYTES:
        raise refused(name, "is larger than 1 MB, which no assumptions are; check which file it is")
    try:
        return tomllib.loads(content.decode("utf-8-sig"), parse_float=_decimal)
    except UnicodeDecodeError as error:
        raise refused(name, "has letters that can't be read; save it as UTF-8") from error
    except (ValueError, RecursionError) as error:  # ValueError: also a whole number of thousands of digits
        raise refused(name, f"can't be read as TOML: {error}") from error


def _decimal(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:  # an exponent of more digits than the number may have
        return Decimal("NaN")
