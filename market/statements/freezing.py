"""Tables as they were shown, in a shape that a statement keeps for good, and back.

Counts of people are kept as they were published and by which rule. Reading them back refuses a number that the rule
never shows, so a true count that got in by mistake is found out.
"""

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

from disclosure import PublishedCount, Rule
from disclosure.kept import kept_count
from files.people import People
from files.tables import Table, plain


def frozen(table: Table) -> dict[str, Any]:
    """The table for a JSON column. Raises TypeError for a cell that can't be kept."""
    people = table.people
    assert people is not None  # noqa: S101 - a table always says it
    return {
        "key": table.key,
        "caption": table.caption,
        "head": list(table.head),
        "rows": [[_cell(plain(cell)) for cell in row] for row in table.rows],
        "as_at": _cell(table.as_at),
        "source": table.source,
        "note": table.note,
        "people": [people.words, people.is_none],
        "sample": table.sample,
    }


def thawed(kept: Mapping[str, Any]) -> Table:
    """The table as it was shown."""
    words, is_none = kept["people"]
    return Table(
        key=kept["key"],
        caption=kept["caption"],
        head=tuple(kept["head"]),
        rows=tuple([_back(cell) for cell in row] for row in kept["rows"]),
        as_at=_back(kept["as_at"]),
        source=kept["source"],
        note=kept["note"],
        people=People(words, is_none=is_none),
        sample=kept["sample"],
    )


def all_thawed(kept: Iterable[Mapping[str, Any]]) -> dict[str, Table]:
    """By key, in the order in which they were shown."""
    return {each["key"]: thawed(each) for each in kept}


def _cell(cell: Any) -> Any:
    if isinstance(cell, PublishedCount):
        if cell.rule is None:
            raise TypeError("A figure that was public elsewhere is kept as text, with its source in the table.")
        return {"people": cell.shown, "rule": [cell.rule.hide_up_to, cell.rule.round_to]}
    if isinstance(cell, datetime.date):
        return {"date": cell.isoformat()}
    if cell is None or isinstance(cell, (str, int)):
        return cell
    raise TypeError(f"A statement can't keep a {type(cell).__name__}.")


def _back(cell: Any) -> Any:
    if not isinstance(cell, dict):
        return cell
    if "date" in cell:
        return datetime.date.fromisoformat(cell["date"])
    return kept_count(cell["people"], Rule(*cell["rule"]))
