"""A table that a page shows and a file repeats: the same rows, once, with all that has to travel with them."""

import datetime
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from disclosure import COST_NOTE, PublishedCost, PublishedCount, PublishedFigure, RawCount, RawCountShownError
from files.people import ALREADY_PUBLIC, NO_PEOPLE, People, hidden_by

SAMPLE_WORDS = "Sample data: made up for this demonstration."


@dataclass(frozen=True)
class Table:
    """A table with its date, its source and what it says about counts of people.

    `key` names it in addresses and files. `head` has text or `numeric(...)`. A cell is text, a number, a date, a
    figure of `disclosure`, None, or a mapping as `ui.table` takes it (in a file its "text" counts). `as_at` is a day,
    or words where the source gives no day ("September 2014").

    `people` (see `files.people`) can't be left out where it matters: counts from `disclosure` say it by themselves,
    and a table with plain numbers that doesn't say whether they count people is refused with ValueError. So is one
    that says NO_PEOPLE and has such counts. A true count raises RawCountShownError.
    """

    key: str
    caption: str
    head: tuple[Any, ...]
    rows: tuple[list[Any], ...]
    as_at: datetime.date | str | None = None
    source: str = ""
    note: str = ""
    people: People | None = None
    sample: bool = False

    def __post_init__(self) -> None:
        cells = [plain(cell) for row in self.rows for cell in row]
        if any(isinstance(cell, RawCount) for cell in cells):
            raise RawCountShownError
        object.__setattr__(self, "people", self._people_of(cells))

    def _people_of(self, cells: list[Any]) -> People:
        """What is said about counts of people: as given, or as the figures themselves tell."""
        counts = [cell for cell in cells if isinstance(cell, (PublishedCount, PublishedFigure, PublishedCost))]
        if self.people is not None:
            if counts and self.people.is_none:
                raise ValueError(f"The table {self.key!r} has counts of people, so it can't say that there are none.")
            return self.people
        if counts:
            return _told_by(counts)
        if any(is_number(cell) for cell in cells) or any(is_numeric(cell) for cell in self.head):
            raise ValueError(
                f"Say whether the numbers of the table {self.key!r} count people: people=NO_PEOPLE, ALREADY_PUBLIC, "
                "OWN_TEAM or hidden_by(rule), from files.people; or give the counts that disclosure has published."
            )
        return NO_PEOPLE

    @property
    def disclosure(self) -> str:
        """The sentence about counts of people that stands under the table and in each file."""
        assert self.people is not None  # noqa: S101 - set by __post_init__
        return self.people.words

    def for_csv(self) -> tuple[list[Any], list[list[Any]]]:
        """Head and rows for a file, followed by its date, source and notes, which must travel with the figures."""
        return list(self.head), [*self.rows, [], *([name, words] for name, words in self.about())]

    def about(self) -> list[tuple[str, Any]]:
        """(name, value) of the date, the source, the notes, and whether the data are made up."""
        found: list[tuple[str, Any]] = [("As at", self.as_at or "Not dated"), ("Source", self.source or "Not stated")]
        if self.note:
            found.append(("Note", self.note))
        found.append(("Small numbers", self.disclosure))
        if self.sample:
            found.append(("Sample", SAMPLE_WORDS))
        return found


def numeric(text: str) -> dict[str, Any]:
    """A column's head over numbers, which stand to the right."""
    return {"text": text, "numeric": True}


def is_numeric(head: Any) -> bool:
    """Whether a column's head stands over numbers."""
    return isinstance(head, dict) and bool(head.get("numeric"))


def plain(cell: Any) -> Any:
    """The cell without the page's links and marks: text, number, date, figure or None."""
    return cell.get("text", "") if isinstance(cell, dict) else cell


def is_number(cell: Any) -> bool:
    """Whether a plain cell is a number; yes and no are none."""
    return isinstance(cell, (int, float, Decimal)) and not isinstance(cell, bool)


def _told_by(figures: list[Any]) -> People:
    """What published figures tell by themselves: the strictest rule among them, or that all were public elsewhere."""
    rules = {figure.rule for figure in figures if isinstance(figure, PublishedCount) and figure.rule is not None}
    if rules:
        return hidden_by(max(rules, key=lambda rule: (rule.hide_up_to, rule.round_to)))
    if any(isinstance(figure, PublishedCount) for figure in figures):
        return ALREADY_PUBLIC
    if all(isinstance(figure, PublishedCost) for figure in figures):
        return People(COST_NOTE)
    raise ValueError("Rates and shares don't say by which rule they were published: give people=hidden_by(rule).")
