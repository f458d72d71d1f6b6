"""The quality of a linked data set: the handbook's four checks, linkage, duplicates, and activity outside eligibility.

By table, column and, for activity, setting. Every figure is a count of accepted rows beside all accepted rows, so that
parts add up; what was rejected is in `calc.reading`.
"""

import datetime
from collections.abc import Sequence
from typing import Any

import ibis

from finance_models.calc import duplicates, tables
from finance_models.calc.checks import (
    ALL,
    COMPLETENESS,
    DEFAULTS,
    LINKAGE,
    OUTSIDE,
    VALIDITY,
    Check,
    Latest,
    Quality,
)
from finance_models.calc.linked import LinkedData
from finance_models.calc.tables import ACTIVITY, PEOPLE, Column, Schema

# What stands where nobody knew: in any column of text, and in columns of years and days.
UNKNOWN = (
    "unknown", "not known", "n/k", "nk", "not recorded", "not stated", "n/a", "na", "none", "null", "?", "x", "-",
)  # fmt: skip
DEFAULT_YEARS = (1900, 1901)
DEFAULT_DAYS = tuple(datetime.date(*day) for day in ((1900, 1, 1), (1901, 1, 1), (1970, 1, 1), (9999, 12, 31)))


def quality(data: LinkedData, *, as_at: datetime.date, alike: ibis.Table | None = None) -> Quality:
    """Check the data; `as_at` is the day of the load. `alike`: the duplicate rows, where they are at hand already."""
    alike = duplicates.duplicate_rows(data) if alike is None else alike
    activity = _linked(data)
    by_setting = _counted(activity, [*_columns(ACTIVITY, activity), *_lines(activity)], by="setting")
    checks = [*_checks(PEOPLE, _counted(data.people, _columns(PEOPLE, data.people)))]
    checks += _checks(ACTIVITY, by_setting)
    return Quality(tuple(checks), tuple(_latest(data, as_at)), duplicates.count(alike))


# Check, column, of, found: both of the latter are conditions; None is every row.
Figure = tuple[str, str, Any, Any]


def _columns(schema: Schema, table: ibis.Table) -> list[Figure]:
    """The figures of each column that the table has."""
    figures: list[Figure] = []
    for column in schema.columns:
        if column.stored not in table.columns:
            continue
        cell = table[column.stored]
        filled = cell.notnull()
        figures.append((COMPLETENESS, column.name, None, ~filled))
        if column.expected:
            figures.append((VALIDITY, column.name, filled, ~cell.lower().isin(column.expected)))
        if column.pattern:
            figures.append((VALIDITY, column.name, filled, ~cell.re_search(column.pattern)))
        if (is_default := _is_default(column, cell)) is not None:
            figures.append((DEFAULTS, column.name, filled, is_default))
    return figures


def _is_default(column: Column, cell: Any) -> ibis.Value | None:
    if column.kind == tables.TEXT and column.name != "person_id":
        return cell.lower().isin(UNKNOWN)
    if column.kind == tables.DAY:
        return cell.isin(DEFAULT_DAYS)
    return cell.isin(DEFAULT_YEARS) if column.name == "birth_year" else None


def _linked(data: LinkedData) -> ibis.Table:
    person = data.people.select("person_id", "eligible_from", "eligible_to").mutate(is_linked=True)
    return data.activity.left_join(person, "person_id")


def _lines(activity: ibis.Table) -> list[Figure]:
    is_linked = activity.is_linked.notnull()
    last = activity.eligible_to
    is_inside = (activity.date >= activity.eligible_from) & (last.isnull() | (activity.date <= last))
    return [(LINKAGE, "person_id", None, ~is_linked), (OUTSIDE, "date", is_linked, ~is_inside)]


def _counted(table: ibis.Table, figures: Sequence[Figure], by: str = "") -> list[tuple[str, Figure, int, int]]:
    """Each figure for each value of `by`, in one go through the table: setting, figure, of, found."""
    sums = {}
    for number, (_, _, of, found) in enumerate(figures):
        is_found = found.fill_null(False) if of is None else of & found.fill_null(False)
        sums[f"of_{number}"] = table.count() if of is None else of.sum().cast("int64")
        sums[f"found_{number}"] = is_found.sum().cast("int64")
    made = (table.group_by(by) if by else table).agg(**sums)
    return [
        (row.get(by) or ALL, figure, row[f"of_{number}"] or 0, row[f"found_{number}"] or 0)
        for row in made.to_pyarrow().to_pylist()
        for number, figure in enumerate(figures)
    ]


def _checks(schema: Schema, counted: Sequence[tuple[str, Figure, int, int]]) -> list[Check]:
    """The figures by setting, and before them those of all settings together."""
    checks = [Check(figure[0], schema.name, figure[1], setting, of, found) for setting, figure, of, found in counted]
    if any(each.setting for each in checks):
        keys = dict.fromkeys((each.check, each.column) for each in checks)
        together = [[each for each in checks if (each.check, each.column) == key] for key in keys]
        whole = [
            Check(same[0].check, schema.name, same[0].column, ALL, sum(e.of for e in same), sum(e.found for e in same))
            for same in together
        ]
        checks = [*whole, *sorted(checks, key=lambda each: each.setting)]
    return checks


def _latest(data: LinkedData, as_at: datetime.date) -> list[Latest]:
    rows = data.activity.group_by("setting").agg(day=data.activity.date.max()).order_by("setting").to_pyarrow()
    return [Latest(row["setting"], row["day"], (as_at - row["day"]).days) for row in rows.to_pylist()]
