"""The load itself: read, check, store in one transaction."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from django.db import connection, transaction

import audit
from accounts.models import User
from files.faults import Refused
from tenants.models import Area
from tenants.network_loading.checking import faults_across_files
from tenants.network_loading.faults import NetworkFaults
from tenants.network_loading.reading import Folder, read_folder, read_workbook
from tenants.network_loading.storing import Storing
from tenants.network_loading.zips import unpacked
from tenants.published_figures import keep_baseline

Progress = Callable[[int, int, str], None]

# Two loads at once wait for one another; any number will do that no other lock uses.
LOAD_LOCK = 20150107


@dataclass
class LoadReport:
    """What a load did: rows added, renewed and unchanged by kind, and warnings. `stored` is false for a dry run."""

    stored: bool
    areas: list[str] = field(default_factory=list)
    added: dict[str, int] = field(default_factory=dict)
    renewed: dict[str, int] = field(default_factory=dict)
    unchanged: dict[str, int] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)

    def as_dict(self) -> dict[str, object]:
        """The report for JSON."""
        return dict(vars(self))


def load_folder(
    path: Path, *, by: User | None = None, dry_run: bool = False, on_progress: Progress | None = None
) -> LoadReport:
    """Load a network folder. Adds what is missing; renews rows that no area has edited since.

    `on_progress(done, total, words)` is told of each step. Raises NetworkFaults, with nothing stored, when there is
    any fault. A dry run does the same work and takes it back.
    """
    return _load(read_folder(Path(path)), by=by, dry_run=dry_run, on_progress=on_progress)


def load_file(
    path: Path, *, name: str = "", by: User | None = None, dry_run: bool = False, on_progress: Progress | None = None
) -> LoadReport:
    """Load a network folder packed as one .zip, or a workbook with a sheet for each file; otherwise as `load_folder`.

    `name` is what the sender calls the file, for faults.
    """
    path, name = Path(path), name or Path(path).name
    try:
        if path.suffix.lower() == ".xlsx":
            return _load(read_workbook(path, name), by=by, dry_run=dry_run, on_progress=on_progress)
        with unpacked(path, name) as place:
            folder = read_folder(place)
        return _load(folder, by=by, dry_run=dry_run, on_progress=on_progress)
    except NetworkFaults:
        raise
    except Refused as refusal:
        raise NetworkFaults(refusal.found) from refusal


def _load(folder: Folder, *, by: User | None, dry_run: bool, on_progress: Progress | None) -> LoadReport:
    say = on_progress or (lambda done, total, words: None)
    folder.faults += faults_across_files(folder)
    if folder.faults:
        raise NetworkFaults(folder.faults)
    with transaction.atomic():
        report = _store(folder, by=by, say=say)
        report.stored = not dry_run
        if dry_run:
            transaction.set_rollback(True)
    return report


def _store(folder: Folder, *, by: User | None, say: Progress) -> LoadReport:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOAD_LOCK])
    storing = Storing(folder)
    rows, total = folder.of("areas.csv"), 2 * len(folder.of("areas.csv")) + 1
    for position, row in enumerate(rows, 1):
        say(position - 1, total, f"Making a place for {row['name']}")
        storing.area(row, position)
    if storing.conflicts:
        raise NetworkFaults(storing.conflicts)
    areas = {area.slug: area for area in Area.objects.all()}
    say(len(rows), total, "Storing the programme")
    storing.sources()
    storing.network()
    storing.programme()
    storing.risks()
    storing.workstreams()
    storing.public_figures(areas)
    keep_baseline(by=by)
    organisations = storing.organisations()
    storing.network_partners(organisations)
    for position, area in enumerate(_areas_named(folder, areas), 1):
        say(len(rows) + position, total, f"Storing the plan of {area.name}")
        storing.inside(area, organisations)
    if storing.conflicts:
        raise NetworkFaults(storing.conflicts)
    report = LoadReport(
        stored=True,
        areas=[row["slug"] for row in rows],
        added=dict(storing.added),
        renewed=dict(storing.renewed),
        unchanged=dict(storing.unchanged),
        warnings=folder.warnings,
    )
    audit.record(action="network.load", by=by, detail={"added": report.added, "renewed": report.renewed})
    return report


def _areas_named(folder: Folder, areas: dict[str, Area]) -> list[Area]:
    """The areas that any file of the folder speaks of, in the network's order."""
    named = {row["slug"] for row in folder.of("areas.csv")}
    for file in ("phase_plan.csv", "partners.csv", "resources.csv"):
        named |= {row["area"] for row in folder.of(file)}
    return sorted((areas[slug] for slug in named if slug in areas), key=lambda area: area.position)
