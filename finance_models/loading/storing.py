"""The load itself: read the files into a new folder, and keep a version of it; or leave everything as it was."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath
from typing import Any

from django.db import connection, transaction

import audit
from accounts.models import User
from config.today import today
from files.faults import Fault, Refused
from finance_models.calc import reading
from finance_models.calc.reading import Load
from finance_models.calc.tables import SCHEMAS
from finance_models.governance import queries as governance
from finance_models.loading import checksums, folders, looking, rejected, versions
from finance_models.loading.errors import LoadRefused
from finance_models.loading.given import APPENDED, NEEDED, TABLES, Given, clear, put_in_place, tables_of
from finance_models.loading.mapping import mapping_of
from finance_models.models import DataVersion, GovernanceEntry
from tenants.models import Area

Progress = Callable[[int, int | None, str], None]


@dataclass
class _Loading:
    """A load in progress: what is given, what was read of it."""

    area: Area
    entry: GovernanceEntry
    given: Sequence[Given]
    earlier: DataVersion | None
    say: Progress
    folder: str = ""
    loads: dict[str, Load] = field(default_factory=dict)

    @property
    def path(self) -> Path:
        return folders.path_of(self.area, self.folder)


@transaction.atomic
def load(
    *,
    area: Area,
    entry: GovernanceEntry,
    given: Sequence[Given],
    by: User | None,
    add_to: DataVersion | None = None,
    accept: bool = False,
    is_sample: bool = False,
    on_progress: Progress | None = None,
) -> DataVersion:
    """Load files as a new version, in the area's schema: all of it is stored, or nothing.

    With `add_to`, a month is added to that version: its rows, and those of the files. With `accept` the new version is
    taken into use at once. Raises LoadRefused with every fault, and NoValidEntry.
    """
    loading = _Loading(area, entry, given, add_to, on_progress or (lambda done, total, words: None))
    _check(loading)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [folders.LOAD_LOCK, area.pk])
    folders.forget_orphans(area)
    loading.folder = folders.make(area)
    try:
        version = _keep(loading, by=by, is_sample=is_sample)
    except BaseException:
        folders.forget(area, loading.folder)
        raise
    if accept:
        versions.accept(area=area, number=version.number, by=by)
        version.refresh_from_db()
    return version


def _check(loading: _Loading) -> None:
    given = tables_of(loading.given)
    needed = () if loading.earlier else NEEDED
    missing = [table for table in needed if table not in given]
    if missing or not given:
        words = " and ".join(missing or ["a table"])
        raise LoadRefused([Fault("the upload", 0, "", f"{words} is missing; give a file for it")])
    if loading.earlier is not None and not loading.earlier.has_files:
        raise LoadRefused([Fault("the upload", 0, "", f"{loading.earlier} is deleted, so nothing can be added to it")])
    governance.check(loading.entry, given, today())


def _keep(loading: _Loading, *, by: User | None, is_sample: bool) -> DataVersion:
    """Read everything, look at it, and write the version's row."""
    faults: list[Fault] = []
    for table in tables_of(loading.given):
        faults += _read(loading, table)
    if faults:
        raise LoadRefused([_named(fault) for fault in faults])
    for table in TABLES:
        _take_over(loading, table)
    _list_rejected(loading)
    loading.say(0, None, "Looking at what was read")
    seen = looking.look(loading.path)
    clear(loading.path)
    checksums.to_disk(loading.path)
    version = DataVersion.objects.create(
        number=(DataVersion.objects.order_by("-number").values_list("number", flat=True).first() or 0) + 1,
        entry=loading.entry,
        folder=loading.folder,
        checksum=checksums.of(loading.path),
        first_date=seen.first_date,
        last_date=seen.last_date,
        rows=_counts(loading),
        files=_files(loading),
        warnings=[*_warnings(loading, seen)],
        quality=seen.quality,
        made_from=loading.earlier,
        loaded_on=today(),
        is_sample=is_sample,
        by=by,
    )
    detail = {"number": version.number, "rows": version.rows}
    audit.record(action="finance.data_load", by=by, area=loading.area, object=version, detail=detail)
    return version


def _read(loading: _Loading, table: str) -> list[Fault]:
    """Read the files of a table; what refuses them is returned, so that all tables' faults are told at once."""
    words = f"Reading {table.replace('_', ' ')}"
    loading.say(0, None, words)
    try:
        paths = put_in_place(loading.given, table, loading.path)
        loading.loads[table] = reading.load(
            SCHEMAS[table],
            paths,
            loading.path / table,
            headings=mapping_of(loading.entry.source, table),
            progress=lambda rows: loading.say(rows, None, f"{words}: {rows:,} rows"),
        )
    except Refused as refusal:
        return list(refusal.found)
    if not loading.loads[table].accepted:
        return [Fault(str(paths[0]), 0, "", "has no row that can be taken; check that it is the right file")]
    return []


def _take_over(loading: _Loading, table: str) -> None:
    """What stays of the earlier version: the same files, linked and not copied."""
    earlier = loading.earlier
    if earlier is None or (table in loading.loads and table not in APPENDED):
        return
    source = folders.path_of(loading.area, earlier.folder) / table
    target = loading.path / table / f"from-{earlier.number}"
    for path in source.rglob("*.parquet") if source.is_dir() else ():
        place = target / path.relative_to(source)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.hardlink_to(path)


def _list_rejected(loading: _Loading) -> None:
    earlier = loading.earlier
    before = folders.path_of(loading.area, earlier.folder) / folders.REJECTED if earlier else None
    files = [(table, file) for table, loaded in loading.loads.items() for file in loaded.files]
    faults = ((table, fault) for table, file in files for fault in file.faults)
    unlisted = sum(file.unlisted for _, file in files)
    rejected.write(loading.path / folders.REJECTED, faults, before=before, unlisted=unlisted)


def _counts(loading: _Loading) -> dict[str, dict[str, int]]:
    """Accepted and rejected rows by table, those of the earlier version included where its rows are."""
    earlier = loading.earlier.rows if loading.earlier else {}
    counts: dict[str, dict[str, int]] = {}
    for table in TABLES:
        loaded = loading.loads.get(table)
        here = {"accepted": loaded.accepted, "rejected": loaded.rejected} if loaded else {}
        before = earlier.get(table, {}) if not here or table in APPENDED else {}
        if here or before:
            counts[table] = {key: here.get(key, 0) + before.get(key, 0) for key in ("accepted", "rejected")}
    return counts


def _files(loading: _Loading) -> list[dict[str, Any]]:
    earlier = loading.earlier.files if loading.earlier else []
    here = [
        {"table": table, "name": PurePath(file.name).name, "rows": file.rows, "rejected": file.rejected}
        for table, loaded in loading.loads.items()
        for file in loaded.files
    ]
    return [each for each in earlier if each["table"] in APPENDED or each["table"] not in loading.loads] + here


def _warnings(loading: _Loading, seen: looking.Seen) -> list[str]:
    """What people should know though the files were read; without the folders in which we read them."""
    found = [
        warning.replace(f"{loading.path / folders.GIVEN / table / str(number)}/", "")
        for table, loaded in loading.loads.items()
        for warning in loaded.warnings
        for number in range(len(loaded.files))
    ]
    earlier = loading.earlier
    if earlier and earlier.last_date and seen.last_date == earlier.last_date:
        found.append("No activity is later than that of the version before. Was this month added already?")
    return list(dict.fromkeys(found))


def _named(fault: Fault) -> Fault:
    """The fault with the sender's name of the file."""
    return replace(fault, file=PurePath(fault.file).name)
