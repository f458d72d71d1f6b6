"""Values for the pages of other directories."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from config.today import today
from files.people import NO_PEOPLE
from files.tables import Table, numeric
from market.directories import runs
from market.models import Directory, DirectoryRecord, DirectoryRun
from market.models import OfferEdition as Edition
from ui import formats

SOURCE = "Other directories, as they were last read"
SORTS = (
    ("new", "New"),
    ("changed", "Changed"),
    ("waits", "Changed there, edited here"),
    ("gone", "No longer there"),
)
COMPARED = ("name", "description", "fees", "minimum_age", "maximum_age", "email", "url", "status")


def directories_table(rows: Iterable[Directory], loaded: dict[int, Any]) -> Table:
    """Every directory, how much of it is listed, and when it was last loaded."""
    return Table(
        key="directories",
        caption="Other directories",
        head=(
            "Directory",
            numeric("Services"),
            numeric("Changes that wait"),
            numeric("No longer there"),
            "Last loaded",
        ),
        rows=tuple(
            [
                {"text": row.name, "href": reverse("market:directory", args=[row.public_id])},
                row.services,
                row.waits,
                row.gone,
                formats.date(loaded[row.pk].date()) if row.pk in loaded else "Never",
            ]
            for row in rows
        ),
        as_at=today(),
        source=SOURCE,
        people=NO_PEOPLE,
    )


def about(row: Directory, names: dict[str, str]) -> list[tuple[str, str]]:
    """What is known of a directory."""
    return [
        ("Address", row.address or "None: files are sent"),
        ("Licence", row.licence or "Not known"),
        ("Areas", ", ".join(names.get(slug, slug) for slug in row.areas) or "None"),
        ("Read again", row.get_refresh_display()),
        ("Shown in the marketplace", "Yes" if row.is_shown else "No"),
    ]


def runs_table(rows: Iterable[DirectoryRun]) -> Table:
    """Readings, the newest first."""
    return Table(
        key="readings",
        caption="Each time it was read",
        head=("When", "Outcome", numeric("New"), numeric("Changed"), numeric("Gone"), numeric("Faults"), "From"),
        rows=tuple(
            [
                {"text": formats.date_and_time(row.run_at), "href": address(row)},
                {"status": f"market_directory_{row.outcome}", "text": row.get_outcome_display()},
                row.new,
                row.changed + row.waits,
                row.gone,
                row.refused,
                row.source,
            ]
            for row in rows
        ),
        as_at=today(),
        source=SOURCE,
        people=NO_PEOPLE,
    )


def address(row: DirectoryRun) -> str:
    """The page of a reading."""
    return reverse("market:directory-run", args=[row.directory.public_id, row.public_id])


def faults_table(run: DirectoryRun) -> Table:
    """Where something was wrong, what, and how to mend it."""
    return Table(
        key="faults",
        caption=f"Faults of {run.directory.name}",
        head=("Where", "What is wrong", "How to mend it"),
        rows=tuple([each["where"], each["what"], each["mend"]] for each in run.report.get("faults", ())),
        as_at=formats.date_and_time(run.run_at),
        source=run.source,
        note=_cut(run.refused, len(run.report.get("faults", ()))),
    )


def changes_table(run: DirectoryRun) -> Table:
    """What was new, changed or gone, by name."""
    rows = [[words, each["name"], each["id"]] for sort, words in SORTS for each in run.report.get(sort, ())]
    return Table(
        key="changes",
        caption=f"What the reading of {run.directory.name} found",
        head=("What", "Name", "Identifier there"),
        rows=tuple(rows),
        as_at=formats.date_and_time(run.run_at),
        source=run.source,
        note=_cut(run.new + run.changed + run.waits + run.gone, len(rows)),
    )


def _cut(count: int, shown: int) -> str:
    return f"The first {shown:,} of {count:,}." if count > shown else ""


def records_table(rows: Iterable[DirectoryRecord]) -> Table:
    """Services of a directory."""
    return Table(
        key="services",
        caption="Services",
        head=("Name", "State", "Edited here"),
        rows=tuple(
            [
                {"text": row.name, "href": reverse("market:directory-record", args=[row.public_id])},
                _state(row),
                formats.date(row.edited_at.date()) if row.edited_at else "No",
            ]
            for row in rows
        ),
        as_at=today(),
        source=SOURCE,
        people=NO_PEOPLE,
    )


def _state(row: DirectoryRecord) -> dict[str, str]:
    if row.waiting is not None:
        return {"status": "market_record_waits", "text": "A change waits"}
    return {"status": f"market_record_{row.state}", "text": row.get_state_display()}


def comparison(record: DirectoryRecord, shown: Edition) -> Table:
    """Ours, what was last accepted, and what the directory says now, side by side."""
    waiting = record.waiting or record.document
    ours = {"name": shown.title, "description": " ".join((shown.summary, shown.details)).strip()}
    return Table(
        key="comparison",
        caption="Side by side",
        head=("Field", "What we show", "What we last took from the directory", "What the directory says now"),
        rows=tuple(
            [
                name.replace("_", " ").capitalize(),
                str(ours.get(name, record.document.get(name, ""))),
                str(record.document.get(name, "")),
                str(waiting.get(name, "")),
            ]
            for name in COMPARED
            if name in waiting or name in record.document
        ),
        as_at=today(),
        source=record.directory.name,
    )


def sentence(run: DirectoryRun) -> str:
    """What came of a reading."""
    return runs.sentence(run)
