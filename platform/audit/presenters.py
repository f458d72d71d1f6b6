"""Audit rows, ready for a table and for a file."""

import json
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.utils import timezone

from audit import queries, registry
from audit.models import GONE, AuditRow
from files.tables import Table
from ui.formats import date_and_time

HEAD = ["When", "Who", "What", "Thing", "Area", "Detail"]
FILE_HEAD = ["at", "person", "action", "action_words", "thing_type", "thing_id", "thing", "area", "detail", "request"]


def head(*, of_one_area: bool) -> list[str]:
    """HEAD, without the area where the page is one area's."""
    return [each for each in HEAD if not (of_one_area and each == "Area")]


def table_rows(rows: Sequence[AuditRow], *, of_one_area: bool = False) -> list[list[str]]:
    """One list of texts for each row, in the order of `head`."""
    names, areas = queries.words_now(rows), {} if of_one_area else queries.area_names(rows)
    return [
        [
            date_and_time(row.at),
            row.who,
            row.action_words,
            _thing(row, names),
            *([] if of_one_area else [areas.get(row.area_slug, row.area_slug)]),
            in_words(row.detail),
        ]
        for row in rows
    ]


def file_rows(rows: Sequence[AuditRow]) -> list[list[Any]]:
    """One list for each row, in the order of FILE_HEAD; times are London's, with their offset."""
    names = queries.words_now(rows)
    return [
        [
            timezone.localtime(row.at).isoformat(timespec="seconds"),
            row.who,
            row.action,
            row.action_words,
            row.object_type,
            row.object_id,
            _thing(row, names),
            row.area_slug,
            json.dumps(row.detail, ensure_ascii=False, sort_keys=True) if row.detail else "",
            row.request_id,
        ]
        for row in rows
    ]


def file_table(rows: Sequence[AuditRow]) -> Table:
    """Columns: FILE_HEAD; for machines and spreadsheets."""
    return _table(tuple(FILE_HEAD), file_rows(rows))


def paper_table(rows: Sequence[AuditRow]) -> Table:
    """Columns: HEAD; for paper, which is too narrow for the ids."""
    return _table(tuple(HEAD), table_rows(rows))


def _table(head: tuple[str, ...], rows: list[Any]) -> Table:
    """Its date is the real clock's, as that of its rows."""
    source, day = "the audit of this site", timezone.localdate()
    return Table("audit", "Who did what", head, tuple(rows), as_at=day, source=source, sample=settings.IPC_DEMO)


def _thing(row: AuditRow, now: dict[tuple[str, str], str]) -> str:
    """The thing in words; a person by the name they have now."""
    if row.object_words or not row.object_id:
        return row.object_words
    return now.get((row.object_type, row.object_id), GONE if row.object_type == "accounts.user" else "")


def in_words(detail: dict[str, Any]) -> str:
    """role: Area lead; added: 3."""
    return "; ".join(f"{name.replace('_', ' ')}: {_value(name, value)}" for name, value in detail.items())


def _value(name: str, value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(_value(name, each) for each in value)
    if isinstance(value, dict):
        return f"({in_words(value)})"
    return "" if value is None else registry.words_of_detail(name, str(value))
