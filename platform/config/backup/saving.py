"""Making a backup: the database in one snapshot, then the files that its rows may name."""

import datetime
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, transaction

import audit
from config.backup import archive, facts, programs
from config.backup.manifest import AREA, WHOLE, Manifest
from config.basics import PROJECT_ROOT
from config.version import code_version
from embedded.errors import Refused

COMPRESSION = "gzip:6"  # which every build of PostgreSQL's programs can read
MEDIA, PRIVATE = "files/media/", "files/private/"


def save(path: Path, *, area: str | None = None) -> Manifest:
    """Write everything (or one area's workspace alone) to `path`, and read it back. Raises Refused.

    Rows are those of one moment. Files are copied after that moment, so that each file that a row names is there
    unless it was deleted meanwhile; `notes` of the manifest name what was left out.
    """
    path = path.expanduser().absolute()
    if not path.parent.is_dir():
        raise Refused(f"There is no folder {path.parent}.")
    with archive.writing(path) as writer, _scratch(path.parent) as scratch:
        manifest = _database(writer, scratch, area)
        schema = manifest.area(area)["schema"] if area else None
        _files(writer, manifest, schema)
        writer.finish(manifest)
    try:
        check(path)
    except Refused:
        path.unlink(missing_ok=True)
        raise
    return manifest


def save_and_record(path: Path) -> Manifest:
    """`save` everything, and note in the audit that somebody took it along."""
    manifest = save(path)
    with transaction.atomic():
        audit.record(action="backup.make", detail={"made_at": manifest.made_at, "parts": len(manifest.parts)})
    return manifest


def check(path: Path) -> Manifest:
    """Read a backup from end to end, its database's list of contents too; raises Refused for whatever is wrong."""
    with archive.reading(path) as reader, tempfile.TemporaryDirectory(prefix="ipc-check-") as folder:
        part = next(part for part in reader.manifest.parts if part.name == archive.DATABASE)
        dump = Path(folder) / archive.DATABASE
        reader.extract(part, dump)
        programs.run([programs.program("pg_restore"), "--list", f"--file={dump}.list", dump])
        return reader.manifest


def _database(writer: archive.Writer, scratch: Path, slug: str | None) -> Manifest:
    dump = scratch / archive.DATABASE
    with _snapshot() as (cursor, snapshot):
        manifest = _manifest(cursor, slug)
        command = [
            *(programs.program("pg_dump"), "--format=custom", f"--compress={COMPRESSION}", "--no-password"),
            *(f"--snapshot={snapshot}", "--lock-wait-timeout=60s", f"--file={dump}"),
        ]
        if slug:
            command += ["--strict-names", f'--schema="{manifest.area(slug)["schema"]}"']
        programs.run(command)
    writer.add(archive.DATABASE, dump)
    return manifest


def _manifest(cursor: Any, slug: str | None) -> Manifest:
    names, areas = facts.schemas(cursor), facts.areas(cursor)
    if slug:
        areas = [each for each in areas if each["slug"] == slug]
        names = [each["schema"] for each in areas if each["schema"] in names]
    cursor.execute("SHOW server_version")
    manifest = Manifest(
        kind=AREA if slug else WHOLE,
        made_at=datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
        postgresql=cursor.fetchone()[0].split()[0],
        code=code_version(PROJECT_ROOT),
        areas=areas,
        migrations=facts.migrations(cursor, names),
        rows=facts.rows(cursor, names),
    )
    if slug:
        manifest.area(slug)  # refused where there is no such workspace
    return manifest


@contextmanager
def _snapshot() -> Iterator[tuple[Any, str]]:
    """A connection of its own that holds one moment of the database, and its name for pg_dump."""
    own = connection.copy()
    try:
        own.set_schema_to_public()
        with own.cursor() as cursor:
            cursor.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            cursor.execute("SET LOCAL idle_in_transaction_session_timeout = 0")
            cursor.execute("SELECT pg_export_snapshot()")
            yield cursor, cursor.fetchone()[0]
    finally:
        own.close()


def _files(writer: archive.Writer, manifest: Manifest, schema: str | None) -> None:
    private = Path(settings.PRIVATE_ROOT)
    if schema:
        _tree(writer, manifest, private / schema, f"{PRIVATE}{schema}/")
        return
    _tree(writer, manifest, Path(settings.MEDIA_ROOT), MEDIA)
    _tree(writer, manifest, private, PRIVATE)


def _tree(writer: archive.Writer, manifest: Manifest, root: Path, prefix: str) -> None:
    """Every ordinary file below `root`; what begins with a dot at its top is work in progress and not part of it."""
    if not root.is_dir():
        return
    for path in sorted(root.rglob("*")):
        inside = path.relative_to(root)
        if path.is_symlink():
            manifest.notes.append(f"{prefix}{inside} is a link, and was left out.")
        elif path.is_file() and not inside.parts[0].startswith("."):
            try:
                writer.add(f"{prefix}{inside.as_posix()}", path, mode=path.stat().st_mode & 0o666)
            except FileNotFoundError:
                manifest.notes.append(f"{prefix}{inside} was deleted while the backup was made.")


@contextmanager
def _scratch(folder: Path) -> Iterator[Path]:
    """A folder for its owner only, on the disk where the backup goes: /tmp may be small, and read by others."""
    path = Path(tempfile.mkdtemp(prefix=".ipc-backup-", dir=folder))
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)
