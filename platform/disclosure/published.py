"""Counts of people as others may see them.

A PublishedCount holds what is shown and nothing else: the true count is gone once it's made.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from disclosure.raw import RawCount, own_figure
from disclosure.rules import S7R5, Rule
from disclosure.sealed import Sealed

HIDDEN_MARK = "*"

# For under any table or figure made by the network's rule; `Rule.note` says it for another rule.
HIDDEN_NOTE = S7R5.note


@dataclass(frozen=True, slots=True)
class Source:
    """Where a figure was already public, and the day it describes."""

    name: str
    as_at: date

    def __str__(self) -> str:
        return f"{self.name}, {self.as_at.day} {self.as_at:%B %Y}"


class PublishedCount(Sealed):
    """A count of people that may be shown to anybody who may see the page.

    `shown` is a whole number, or None when the count is hidden. `rule` made it, or `source` had it already.
    """

    __slots__ = ("shown", "rule", "source")
    made_by = "publish() or already_public()"

    shown: int | None
    rule: Rule | None
    source: Source | None

    def _check(self) -> None:
        if (self.rule is None) == (self.source is None):
            raise ValueError("A published count has either a rule or a source.")
        if self.rule is not None and not self.rule.possible(self.shown):
            raise ValueError(f"{self.rule.name} never shows {self.shown}.")
        if self.source is not None and self.shown is None:
            raise ValueError("A figure that is already public can't be hidden.")

    @property
    def is_hidden(self) -> bool:
        return self.shown is None

    @property
    def sources(self) -> tuple[Source, ...]:
        return () if self.source is None else (self.source,)

    @property
    def sort_key(self) -> int:
        """Order for rows: nobody, then hidden, then by what is shown. Hidden counts all tie."""
        return 1 if self.shown is None else self.shown

    @property
    def words(self) -> str:
        """The figure for ears, where a star says nothing."""
        if self.shown is None and self.rule is not None:
            return f"hidden, 1 to {self.rule.hide_up_to}"
        return str(self)

    def __str__(self) -> str:
        return HIDDEN_MARK if self.shown is None else f"{self.shown:,}"

    def __html__(self) -> str:
        # Digits, commas and a star: nothing to escape.
        return str(self)

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)

    def __bool__(self) -> bool:
        # A hidden count is at least one person.
        return self.shown != 0

    def __repr__(self) -> str:
        return f"<PublishedCount {self}>"

    def to_json(self) -> dict[str, Any]:
        """Shape: {"value": 1200 or None, "text": "1,200", "hidden": False, "rule": "S7R5"}; with a source,
        {"source", "as_at"} stand in place of the rule."""
        shape: dict[str, Any] = {"value": self.shown, "text": str(self), "hidden": self.is_hidden}
        if self.rule is not None:
            shape["rule"] = self.rule.name
        if self.source is not None:
            shape["source"] = self.source.name
            shape["as_at"] = self.source.as_at.isoformat()
        return shape

    def for_csv(self) -> int | str:
        """The number, or a star."""
        return HIDDEN_MARK if self.shown is None else self.shown


def publish(count: RawCount, rule: Rule = S7R5) -> PublishedCount:
    """What others may see of one count. Figures that stand together go through `tables.publish_table`.

    Raises TypeError for anything but a count made by `people()`, so that a plain number can't slip by.
    """
    if not isinstance(count, RawCount):
        raise TypeError("publish() takes a count made by people().")
    if not isinstance(rule, Rule):
        raise TypeError("publish() takes a Rule, such as S7R5.")
    return PublishedCount._seal(rule.shown(own_figure(count)), rule, None)


def already_public(value: int, *, source: str, as_at: date) -> PublishedCount:
    """A figure that others have published: shown as they did, unrounded, with where and when.

    Never for a count from our own rows. Raises ValueError without a source, or below 0.
    """
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError("A figure that is already public is a whole number.")
    if value < 0:
        raise ValueError("A count of people can't be below 0.")
    if not source.strip():
        raise ValueError("Say where the figure was published.")
    if not isinstance(as_at, date):
        raise TypeError("Give the day that the figure describes, as a date.")
    return PublishedCount._seal(value, None, Source(source.strip(), as_at))
