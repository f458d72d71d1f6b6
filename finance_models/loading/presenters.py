"""Data versions, ready for a page."""

import datetime
from typing import Any

from django.urls import reverse

from files.people import OWN_TEAM
from files.tables import Table, numeric
from finance_models.loading import retention
from finance_models.loading.words import in_words
from finance_models.models import DataVersion
from finance_models.models.governance import PERSON_TABLES
from finance_models.steps import Standing
from tenants.models import Area
from ui import formats

NAMES = dict(PERSON_TABLES)


def table(area: Area, versions: list[DataVersion], on: datetime.date) -> Table:
    """Columns: version, state, source, loaded, activity from and to, rows accepted and rejected."""
    return Table(
        key="versions",
        caption="Data versions",
        head=(
            "Version", "State", "Source", "Loaded on", "Activity from", "Activity to", numeric("Rows accepted"),
            numeric("Rows rejected"), numeric("Rows in the files"),
        ),
        rows=tuple(_row(area, each) for each in versions),
        as_at=on,
        source=f"{area.name}'s own data",
        people=OWN_TEAM,
        sample=any(each.is_sample for each in versions),
    )  # fmt: skip


def _row(area: Area, version: DataVersion) -> list[Any]:
    accepted, rejected = version.count("accepted"), version.count("rejected")
    return [
        {"text": str(version.number), "href": reverse("finance:version", args=[area.slug, version.number])},
        {"status": f"version_{version.state}", "text": version.get_state_display()},
        version.entry.source,
        version.loaded_on,
        version.first_date,
        version.last_date,
        accepted,
        rejected,
        accepted + rejected,
    ]


def counts_table(area: Area, version: DataVersion) -> Table:
    """Columns: table, rows accepted, rejected, in the files."""
    rows = [
        [NAMES[table], counts["accepted"], counts["rejected"], counts["accepted"] + counts["rejected"]]
        for table, counts in version.rows.items()
    ]
    return Table(
        key="counts",
        caption="Rows of this version",
        head=("Table", numeric("Accepted"), numeric("Rejected"), numeric("In the files")),
        rows=tuple(rows),
        as_at=version.loaded_on,
        source=version.entry.source,
        people=OWN_TEAM,
        sample=version.is_sample,
    )


def details(version: DataVersion) -> list[tuple[str, Any]]:
    """(what, words) rows of one version."""
    rows: list[tuple[str, Any]] = [
        ("Source", version.entry.source),
        ("Loaded on", formats.date(version.loaded_on)),
        ("Loaded by", version.by.name if version.by else "Sample data"),
        ("Activity", _span(version)),
        ("Files", "; ".join(f"{file['name']} ({formats.plural(file['rows'], 'row')})" for file in version.files)),
        ("Checksum", version.checksum[:16]),
    ]
    if version.made_from:
        rows.append(("Made from", f"Version {version.made_from.number}, to which a month was added"))
    if version.accepted_on:
        rows.append(("Accepted on", formats.date(version.accepted_on)))
    if version.superseded_on:
        rows.append(("Superseded on", formats.date(version.superseded_on)))
    if last_day := retention.last_day(version):
        rows.append(("Files are there until", formats.date(last_day)))
    if version.deleted_on:
        rows.append(("Files deleted on", formats.date(version.deleted_on)))
    return rows


def _span(version: DataVersion) -> str:
    if version.first_date is None or version.last_date is None:
        return "None"
    return f"{formats.date(version.first_date)} to {formats.date(version.last_date)}"


def standing(area: Area) -> Standing:
    """The line of this step on the path."""
    from finance_models.loading import queries

    version, waiting = queries.in_use(), queries.newest_waiting()
    if waiting:
        return Standing("step_look", in_words(waiting))
    if version is None:
        return Standing("step_waits", "No data yet. Load people and activity first.")
    return Standing("step_ready", in_words(version))
