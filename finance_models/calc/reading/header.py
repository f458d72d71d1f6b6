"""The first row of a file against the columns of its table."""

from collections.abc import Mapping

from files.faults import Fault, Refused
from finance_models.calc.tables import Schema

SHOWN_LETTERS = 60
MOST_COLUMNS = 500
OTHER_MARKS = ";\t|"


def match(schema: Schema, headings: list[str], file: str, meant: Mapping[str, str] | None = None) -> list[str]:
    """The table's column for each heading, from left to right; small and capital letters are one.

    `meant` says what headings of somebody else's mean: theirs to a column of ours.
    Raises `files.faults.Refused` with every column that is missing, unknown or there twice.
    """
    headings = [heading.strip() for heading in headings]
    if len(headings) > MOST_COLUMNS:
        raise Refused([Fault(file, 1, "", f"has {len(headings):,} columns; at most {MOST_COLUMNS} are read")])
    if not any(headings):
        raise Refused([Fault(file, 0, "", "is empty; save it again and choose it")])
    if len(headings) == 1 and any(mark in headings[0] for mark in OTHER_MARKS):
        raise Refused(
            [Fault(file, 1, "", "has no commas between its columns; save it as CSV (comma delimited), UTF-8")]
        )
    known = {name.casefold(): name for name in schema.names}
    known |= {theirs.strip().casefold(): ours for theirs, ours in (meant or {}).items()}
    found = [known.get(heading.casefold(), "") for heading in headings]
    faults = [
        Fault(file, 1, _shown(heading), f"this column is not known; the columns are {', '.join(schema.names)}")
        for heading, name in zip(headings, found, strict=True)
        if not name
    ]
    faults += [
        Fault(file, 1, name, "this column stands twice; keep one") for name in schema.names if found.count(name) > 1
    ]
    faults += [
        Fault(file, 1, column.name, "this column is missing; add it to the header")
        for column in schema.columns
        if column.required and column.name not in found
    ]
    if faults:
        raise Refused(faults)
    return found


def _shown(heading: str) -> str:
    if not heading:
        return "(no name)"
    clean = "".join(letter if letter.isprintable() else "?" for letter in heading)
    return clean if len(clean) <= SHOWN_LETTERS else f"{clean[:SHOWN_LETTERS]}…"
