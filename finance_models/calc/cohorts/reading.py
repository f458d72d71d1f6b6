"""A cohort's definition as a document: a TOML file for the terminal, JSON where it is kept.

name = "Older people with several conditions"
version = 1
combine = "all"

[[criteria]]
measure = "ltc_count"
at_least = 3

[[criteria]]
combine = "any"
criteria = [{measure = "age", at_least = 75}, {measure = "frailty", at_least = 0.25}]
"""

import tomllib
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from files.faults import Fault, Refused, refused
from finance_models.calc.cohorts.criteria import ALL, MOST_DEPTH, CohortDefinition, Combination, Criterion

KEYS = ("name", "version", "combine", "criteria")
CRITERION_KEYS = ("measure", "at_least", "at_most", "one_of", "is_set")
MOST_BYTES = 256 * 1024


def read(path: str | Path) -> CohortDefinition:
    """Read a definition from a TOML file. Raises `files.faults.Refused` with every fault."""
    name = str(path)
    try:
        with Path(path).open("rb") as file:
            content = file.read(MOST_BYTES + 1)
        if len(content) > MOST_BYTES:
            raise refused(name, "is larger than any definition of a cohort; check which file it is")
        document = tomllib.loads(content.decode("utf-8-sig"), parse_float=Decimal)
    except OSError as error:
        raise refused(name, f"can't be opened ({error.strerror}); check its name and place") from error
    except (ValueError, InvalidOperation, RecursionError) as error:
        raise refused(name, f"can't be read as TOML: {error}") from error
    definition, faults = from_document(document)
    if definition is None:
        raise Refused([Fault(name, 0, "", fault) for fault in faults])
    return definition


def from_document(document: Mapping[str, Any]) -> tuple[CohortDefinition | None, list[str]]:
    """The definition in a document, or none, and every fault as a line that says how to mend it."""
    faults = [f"{key}: this is not known; the keys are {', '.join(KEYS)}" for key in document if key not in KEYS]
    name, version = document.get("name", ""), document.get("version", 1)
    if not isinstance(name, str):
        faults.append("name: it is not text; write it in quotation marks")
    if not isinstance(version, int) or isinstance(version, bool):
        faults.append("version: it is not a whole number; count from 1")
    criteria = _combination(document, faults, 1)
    if faults:
        return None, faults
    definition = CohortDefinition(name, version, criteria)
    faults = definition.validate()
    return (None, faults) if faults else (definition, [])


def to_document(definition: CohortDefinition) -> dict[str, Any]:
    """The definition as `from_document` reads it; numbers as text, so that JSON keeps them exact."""
    return {"name": definition.name, "version": definition.version, **_combined(definition.criteria)}


def _combined(combination: Combination) -> dict[str, Any]:
    parts = [_combined(part) if isinstance(part, Combination) else _one(part) for part in combination.parts]
    return {"combine": combination.combine, "criteria": parts}


def _one(criterion: Criterion) -> dict[str, Any]:
    values: dict[str, Any] = {"measure": criterion.measure}
    values |= {key: str(value) for key in ("at_least", "at_most") if (value := getattr(criterion, key)) is not None}
    if criterion.one_of:
        values["one_of"] = list(criterion.one_of)
    if criterion.is_set is not None:
        values["is_set"] = criterion.is_set
    return values


def _combination(document: Mapping[str, Any], faults: list[str], depth: int) -> Combination:
    rows = document.get("criteria", [])
    if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
        faults.append("criteria: they are not a list of tables; begin each with a line [[criteria]]")
        rows = []
    if depth > MOST_DEPTH:
        faults.append(f"criteria: they lie more than {MOST_DEPTH} deep; write them flatter")
        rows = []
    parts = [_combination(row, faults, depth + 1) if "criteria" in row else _criterion(row, faults) for row in rows]
    combine = document.get("combine", ALL)
    return Combination(combine if isinstance(combine, str) else repr(combine), tuple(parts))


def _criterion(row: Mapping[str, Any], faults: list[str]) -> Criterion:
    measure = str(row.get("measure", "no measure"))
    faults += [
        f"{measure}: {key} is not known; the keys are {', '.join(CRITERION_KEYS)}"
        for key in row
        if key not in CRITERION_KEYS
    ]
    one_of, is_set = row.get("one_of", []), row.get("is_set")
    if not isinstance(one_of, list) or not all(isinstance(each, str) for each in one_of):
        faults.append(f'{measure}: one_of is not a list of texts; write such as ["diabetes"]')
        one_of = []
    if is_set is not None and not isinstance(is_set, bool):
        faults.append(f"{measure}: is_set is neither true nor false")
        is_set = None
    low, high = (_number(measure, key, row.get(key), faults) for key in ("at_least", "at_most"))
    return Criterion(measure, low, high, tuple(one_of), is_set)


def _number(measure: str, key: str, value: Any, faults: list[str]) -> Decimal | None:
    if value is None:
        return None
    try:
        if isinstance(value, bool) or not isinstance(value, int | str | Decimal):
            raise InvalidOperation
        return Decimal(value)
    except InvalidOperation:
        faults.append(f"{measure}: {key} is not a number; write digits, such as 3")
        return None
