"""A whole table of people, published together or refused together.

Each cell alone says little enough; beside its neighbours and totals it may say too much.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from disclosure.possible import UncheckedError, possible_values
from disclosure.published import PublishedCount, publish
from disclosure.published_table import TOTAL, PublishedTable
from disclosure.raw import RawCount, own_figure, people
from disclosure.rules import FEWEST_POSSIBLE_VALUES, S7R5, Rule

__all__ = ["TOTAL", "PublishedTable", "TableRefused", "exposed_cells", "publish_table"]

# What can be left out of a table to make it safe, in the order in which it's tried, and how a page calls it.
TOTALS = {"row_totals": "row totals", "column_totals": "column totals", "grand_total": "grand total"}

# A refusal names this many figures and counts the rest.
NAMED_AT_MOST = 6


class TableRefused(Exception):  # noqa: N818 (it's an answer for the person, not a fault of the program)
    """The table would give hidden figures away. Its text is whole sentences for the page.

    `cells` are (row, column) names, with "Total" for a total. `leave_out` are the keywords of publish_table
    that, set to False, let the table be published: the fewest. Both are empty when the check itself failed.
    """

    def __init__(self, message: str, cells: Sequence[tuple[str, str]] = (), leave_out: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.cells = tuple(cells)
        self.leave_out = tuple(leave_out)


def publish_table(
    row_names: Sequence[str],
    column_names: Sequence[str],
    counts: Sequence[Sequence[RawCount]],
    *,
    rule: Rule = S7R5,
    row_people: Sequence[RawCount] | None = None,
    row_totals: bool = True,
    column_totals: bool = True,
    grand_total: bool = True,
) -> PublishedTable:
    """The table as others may see it: `counts` is a list of rows, and each person is in one cell only.

    Where a person can be in several columns of their row, `row_people` says how many people each row has; totals
    of rows and of the whole are of people then, and totals of columns as ever.

    Totals are of the true counts, by the same rule. Raises TableRefused when a hidden cell or total has fewer
    than three possible values given all that the table shows, or when that can't be checked; ValueError when
    names and counts don't match.
    """
    raw = _RawTable(tuple(row_names), tuple(column_names), tuple(map(tuple, counts)), rule, _people_of_rows(row_people))
    asked = {"row_totals": row_totals, "column_totals": column_totals, "grand_total": grand_total}
    table = raw.shown(**asked)
    try:
        exposed = exposed_cells(table)
    except UncheckedError as fault:
        raise TableRefused(
            "This table can't be published, because we could not check that its hidden figures stay hidden. "
            f"{fault} Make it smaller and try again."
        ) from fault
    if exposed:
        raise _refusal(exposed, _what_to_leave_out(raw, asked))
    return table


def exposed_cells(table: PublishedTable) -> list[tuple[str, str]]:
    """Names (row, column) of the hidden cells and totals that can be worked out from what the table shows."""
    hidden = [(place, group) for place, count, group in table.places() if count.is_hidden]
    groups = list(dict.fromkeys(group for _, group in hidden))
    known = possible_values(table.puzzle(), groups, enough=FEWEST_POSSIBLE_VALUES)
    return [place for place, group in hidden if len(known[group]) < FEWEST_POSSIBLE_VALUES]


@dataclass(frozen=True, slots=True)
class _RawTable:
    row_names: tuple[str, ...]
    column_names: tuple[str, ...]
    counts: tuple[tuple[RawCount, ...], ...]
    rule: Rule
    row_people: tuple[RawCount, ...] | None

    def __post_init__(self) -> None:
        if not self.row_names or not self.column_names:
            raise ValueError("A table needs at least one row and one column.")
        wide = len(self.column_names)
        if len(self.counts) != len(self.row_names) or any(len(row) != wide for row in self.counts):
            raise ValueError("A table needs one count for each row and column.")
        for names in (self.row_names, self.column_names):
            if len(set(names)) != len(names) or TOTAL in names:
                raise ValueError(f'Each row and column needs a name of its own, and "{TOTAL}" is taken.')
        if self.row_people is not None:
            self._check_people()

    def _check_people(self) -> None:
        if self.row_people is None or len(self.row_people) != len(self.row_names):
            raise ValueError("A table whose people can be in several columns needs the people of each row.")
        for row, total in zip(self.counts, self.row_people, strict=True):
            cells = [own_figure(count) for count in row]
            if not max(cells) <= own_figure(total) <= sum(cells):
                raise ValueError(
                    "A row has at least the people of its largest cell, and at most those of all its cells."
                )

    def shown(self, *, row_totals: bool, column_totals: bool, grand_total: bool) -> PublishedTable:
        """The table with the rule applied to each figure. Not yet checked: for this module alone."""
        rows, columns = self.counts, tuple(zip(*self.counts, strict=True))
        people_of_rows = self.row_people or tuple(sum(row, start=people(0)) for row in rows)
        return PublishedTable._seal(
            self.row_names,
            self.column_names,
            tuple(tuple(publish(count, self.rule) for count in row) for row in rows),
            tuple(publish(count, self.rule) for count in people_of_rows) if row_totals else None,
            tuple(self._total(column) for column in columns) if column_totals else None,
            self._total(people_of_rows) if grand_total else None,
            self.rule,
            self.row_people is not None,
        )

    def _total(self, counts: Sequence[RawCount]) -> PublishedCount:
        return publish(sum(counts, start=people(0)), self.rule)


def _people_of_rows(row_people: Sequence[RawCount] | None) -> tuple[RawCount, ...] | None:
    return None if row_people is None else tuple(row_people)


def _what_to_leave_out(raw: _RawTable, asked: dict[str, bool]) -> tuple[str, ...]:
    """The fewest totals without which the table is safe. Without any it is: nothing ties the cells."""
    present = [name for name in TOTALS if asked[name]]
    for size in range(1, len(present)):
        for names in combinations(present, size):
            try:
                if not exposed_cells(raw.shown(**{**asked, **dict.fromkeys(names, False)})):
                    return names
            except UncheckedError:
                continue
    return tuple(present)


def _refusal(exposed: list[tuple[str, str]], leave_out: tuple[str, ...]) -> TableRefused:
    named = "; ".join(f"{row}, {column}" for row, column in exposed[:NAMED_AT_MOST])
    if len(exposed) > NAMED_AT_MOST:
        named += f"; and {len(exposed) - NAMED_AT_MOST} more"
    figures = "this hidden figure" if len(exposed) == 1 else "these hidden figures"
    totals = " and ".join(TOTALS[name] for name in leave_out)
    return TableRefused(
        f"This table can't be published, because {figures} could be worked out from the rest: {named}. "
        f"Leave out the {totals}, or merge columns so that fewer figures are small.",
        exposed,
        leave_out,
    )
