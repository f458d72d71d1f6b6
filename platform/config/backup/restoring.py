"""Putting a backup back: everything, or one area's workspace alone. All of it or nothing."""

import datetime
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction

import audit
from config import audit_keeper
from config.backup import archive, erased, facts, saving, swapping
from config.backup.archive import Reader
from config.backup.checking import check_fits, check_may_replace, check_nobody_else, options_for_owners
from config.backup.manifest import AREA, Manifest
from config.backup.session import Session
from config.caching import forget_cached
from embedded.errors import Refused
from tenants.area_migrations import schemas_behind

Say = Callable[[str], None]
# As initdb makes it: the dump has only what differs from this.
EMPTY_PUBLIC = """
    CREATE SCHEMA public AUTHORIZATION pg_database_owner;
    GRANT USAGE ON SCHEMA public TO PUBLIC;
    COMMENT ON SCHEMA public IS 'standard public schema';
"""


@dataclass
class Report:
    """What a restore did; `notes` are for whoever ran it."""

    manifest: Manifest
    area: str | None
    stored: bool = False
    notes: list[str] = field(default_factory=list)


def restore(
    path: Path, *, area: str | None = None, replace: bool = False, dry_run: bool = False, say: Say = lambda words: None
) -> Report:
    """Put a backup back. Raises Refused, with a line for each fault and nothing changed.

    Whole, it wants an empty database, or `replace`. An area's workspace that is there is kept as a backup of its own
    before another takes its place. With `dry_run` everything is looked at and nothing done.
    """
    with swapping.alone():
        if not dry_run:
            swapping.finish()
        say("Reading the backup")
        with archive.reading(path) as reader:
            if area is None and reader.manifest.kind == AREA:
                slug = reader.manifest.areas[0]["slug"]
                raise Refused(f"This is the backup of one area. Restore it with: ipc restore {path} --area {slug}")
            check_fits(reader.manifest, area)
            try:
                if area is None:
                    return _whole(reader, replace=replace, dry_run=dry_run, say=say)
                return _area(reader, area, dry_run=dry_run, say=say)
            except BaseException:
                with suppress(Refused):  # where the database can't say yet, the journal stays: ipc restore --finish
                    swapping.finish()
                raise


def _whole(reader: Reader, *, replace: bool, dry_run: bool, say: Say) -> Report:
    report = Report(reader.manifest, None)
    there = _there()
    is_empty = not any(tables for _, tables in there.items())
    if not is_empty and not replace:
        raise Refused(
            f"The database is not empty: it has {sum(map(len, there.values()))} tables. To put the backup in the "
            "place of all that is there, add --replace."
        )
    check_nobody_else()
    as_administrator = bool(audit_keeper.admin_address())
    if not as_administrator:
        check_may_replace(list(there))
    # Asked before they are back; without tables nobody can say.
    report.notes += [] if is_empty else erased.note(erased.since(reader.manifest.made_at))
    if dry_run:
        return report
    say("Writing the files beside their places")
    _extract(reader, lambda name: True)
    start = [f"DROP SCHEMA {_quoted(name)} CASCADE;" for name in there]
    start.append(EMPTY_PUBLIC)
    # Without a database the files may be all that is left of the last day, so they are kept.
    plan = swapping.plan(None, keep=is_empty)
    with Session(as_administrator=as_administrator) as session:
        own = options_for_owners(_dump(), [], as_administrator=as_administrator)
        _exchange(session, start, own, reader.manifest.rows, plan, say)
    report.stored = True
    forget_cached()
    if own and not audit_keeper.protect():
        report.notes.append(f"The audit's tables are the application's own now. {audit_keeper.HOW}")
    report.notes += [f"The files that were here before are in {each}." for each in swapping.kept_files() if is_empty]
    if schemas_behind(reader.manifest.migrations):
        report.notes.append("The backup is of an older version. Bring it up to date with: ipc migrate")
    else:
        with transaction.atomic():
            audit.record(action="backup.restore", detail={"made_at": reader.manifest.made_at})
    return report


def _area(reader: Reader, slug: str, *, dry_run: bool, say: Say) -> Report:
    from tenants import area_lifecycle

    report, found = Report(reader.manifest, slug), reader.manifest.area(slug)
    schema, now = found["schema"], area_lifecycle.find(slug)
    if (now.pk, now.created_at) != (found["id"], datetime.datetime.fromisoformat(found["created_at"])):
        raise Refused(f"The backup's {slug} is another network's: its number or the day it was made differ.")
    if dry_run:
        return report
    with connection.cursor() as cursor:
        is_there = schema in facts.schemas(cursor)
    if is_there:
        kept = _backup_of(slug, say)
        report.notes.append(f"The workspace as it was until now is kept in {kept}. Delete it when nobody needs it.")
    say(f"Writing the files of {slug} beside their places")
    _extract(reader, lambda name: name.startswith(f"{saving.PRIVATE}{schema}/"))
    start = [f"DROP SCHEMA IF EXISTS {_quoted(schema)} CASCADE;\nCREATE SCHEMA {_quoted(schema)};"]
    is_behind = _lacks_migrations(reader.manifest, schema)
    if is_behind or now.status == "archived":
        # Nobody may open a workspace that the code doesn't know yet, or that was deleted until now.
        start.append(f"UPDATE public.tenants_area SET status = 'suspended' WHERE id = {int(now.pk)};")  # noqa: S608
    plan = swapping.plan({saving.PRIVATE: [schema]}, keep=False)
    rows = {schema: reader.manifest.rows[schema]}
    chosen = [f"--schema={schema}"]
    with Session() as session:
        own = options_for_owners(_dump(), chosen, as_administrator=False)
        _exchange(session, start, [*chosen, *own], rows, plan, say)
    report.stored = True
    area_lifecycle.settle_restored(slug, status_before=now.status)
    if now.status == "archived":
        report.notes.append(f"{slug} is suspended. Open it with: ipc area resume {slug}, and invite its team again.")
    return report


def _exchange(
    session: Session, start: list[str], options: list[str], rows: dict[str, dict[str, int]], plan: dict, say: Say
) -> None:
    """The database in one transaction, then the files; a journal ties the two together."""
    say("Restoring the database")
    wanted = {f"{schema}.{table}": count for schema, tables in rows.items() for table, count in tables.items()}
    session.send("SELECT pg_advisory_xact_lock(hashtextextended('ipc-restore', 0));\n")
    session.send("\n".join(start) + "\n")
    session.restore(_dump(), options)
    _compare(session, wanted)
    swapping.note(plan, session.ask("SELECT pg_current_xact_id()"))
    session.keep()
    say("Putting the files in their places")
    swapping.exchange(plan)
    swapping.throw_away()


def _dump() -> Path:
    """Where the backup's database waits."""
    return swapping.waiting(saving.PRIVATE).with_name(archive.DATABASE)


def _compare(session: Session, wanted: dict[str, int]) -> None:
    """Refuse unless every table has as many rows as when the backup was made."""
    for name, count in wanted.items():
        schema, _, table = name.partition(".")
        session.send(
            f"DO $$ BEGIN IF (SELECT count(*) FROM {_quoted(schema)}.{_quoted(table)}) <> {int(count)} THEN "  # noqa: S608
            f"RAISE EXCEPTION 'A table has not {int(count)} rows as in the backup: %', {_text(name)}; END IF; END $$;\n"
        )


def _extract(reader: Reader, is_wanted: Callable[[str], bool]) -> None:
    for folder, root in swapping.roots().items():
        root.mkdir(mode=0o700 if folder == saving.PRIVATE else 0o755, parents=True, exist_ok=True)
        swapping.waiting(folder).mkdir(mode=0o700, parents=True)
    for part in reader.manifest.parts:
        folder = next((each for each in swapping.roots() if part.name.startswith(each)), None)
        if folder is None:
            target = _dump()
        elif is_wanted(part.name):
            target = swapping.waiting(folder) / part.name.removeprefix(folder)
        else:
            continue
        _make_folders(target.parent, folder)
        reader.extract(part, target, mode=0o600 if folder != saving.MEDIA else reader.mode_of(part) | 0o600)


def _make_folders(path: Path, folder: str | None) -> None:
    """Folders on the way, private ones for their owner alone."""
    if not path.exists():
        _make_folders(path.parent, folder)
        path.mkdir(mode=0o755 if folder == saving.MEDIA else 0o700)


def _backup_of(slug: str, say: Say) -> Path:
    say(f"Keeping the workspace of {slug} as it is now")
    folder = Path(settings.PRIVATE_ROOT) / swapping.BEFORE
    folder.mkdir(mode=0o700, exist_ok=True)
    path = folder / f"{slug}-{datetime.datetime.now(datetime.UTC):%Y-%m-%dT%H%M%S-%f}.tar"
    saving.save(path, area=slug)
    return path


def _there() -> dict[str, list[str]]:
    """Every schema of the database with its tables."""
    with connection.cursor() as cursor:
        names = facts.schemas(cursor)
        found: dict[str, list[str]] = {name: [] for name in names}
        for schema, table in facts.tables(cursor, names):
            found[schema].append(table)
    return found


def _lacks_migrations(manifest: Manifest, schema: str) -> bool:
    from tenants.migration_states import on_disk

    return not on_disk() <= {(app, name) for app, name in manifest.migrations.get(schema, [])}


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"
