"""Bringing the schemas of areas up to date: only those behind, each wholly or not at all, two at a time."""

import functools
import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, nullcontext

from django.conf import settings
from django.db import connection, transaction
from django.db.migrations.recorder import MigrationRecorder
from pgtrigger.migrations import AddTrigger
from psycopg import sql

from tenants import migration_states
from tenants.area_schemas import settle
from tenants.migration_states import Key, Step

PROCESSES = 2
# Fewer are done in this process: another takes longer to start than they take.
WORTH_A_SECOND_PROCESS = 4

Say = Callable[[str], None]


class AreasNotMigrated(RuntimeError):
    """Some schemas stayed as they were; `faults` has a sentence for each. The others are up to date."""

    def __init__(self, faults: list[str], changed: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults, self.changed = faults, changed


def schemas_behind(schemas: Iterable[str]) -> set[str]:
    """The schemas that lack at least one migration on disk; a schema without the table lacks all."""
    names, wanted = list(schemas), migration_states.on_disk()
    applied = applied_migrations(names)
    return {schema for schema in names if not wanted <= applied.get(schema, set())}


def applied_migrations(schemas: Iterable[str]) -> dict[str, set[Key]]:
    """(app, name) of what each schema has applied, in two queries however many schemas there are."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT schemaname FROM pg_tables WHERE tablename = 'django_migrations' AND schemaname = ANY(%s)",
            [list(schemas)],
        )
        found = [row[0] for row in cursor.fetchall()]
        if not found:
            return {}
        parts = [
            sql.SQL("SELECT {}::text, app, name FROM {}").format(
                sql.Literal(schema), sql.Identifier(schema, "django_migrations")
            )
            for schema in found
        ]
        cursor.execute(sql.SQL(" UNION ALL ").join(parts).as_string())
        applied: dict[str, set[Key]] = {schema: set() for schema in found}
        for schema, app, name in cursor.fetchall():
            applied[schema].add((app, name))
    return applied


def migrate_areas(schemas: Iterable[str], say: Say = lambda words: None) -> list[str]:
    """Bring these schemas up to date; returns those that changed. A second run does what a first left undone.

    Each is one transaction, unless a migration says that it can't be part of one. Where one fails the others go on;
    then raises AreasNotMigrated, which names each that failed and why.
    """
    behind = sorted(schemas_behind(schemas))
    faults, changed = [], []
    for number, (schema, fault) in enumerate(_all_of(behind), start=1):
        (changed if fault is None else faults).append(schema if fault is None else fault)
        say(f"{'Prepared' if fault is None else 'FAILED'} {schema} ({number} of {len(behind)})")
    if faults:
        raise AreasNotMigrated(sorted(faults), changed)
    return changed


def _all_of(schemas: list[str]) -> Iterator[tuple[str, str | None]]:
    """(schema, None or why it failed), as they are ready."""
    processes = min(PROCESSES, os.cpu_count() or 1)
    # Inside a transaction another process would not see what this one has done.
    if len(schemas) < WORTH_A_SECOND_PROCESS or processes < 2 or connection.in_atomic_block:
        yield from map(_tried, schemas)
        return
    _plan_for(frozenset(_missing(schemas[0])))  # worked out once, before the processes part
    connection.close()  # a connection must not be shared with a child
    with ProcessPoolExecutor(processes, mp_context=multiprocessing.get_context("fork")) as pool:
        try:
            yield from zip(schemas, (fault for _, fault in pool.map(_tried, schemas)), strict=True)
        except BrokenProcessPool:
            raise AreasNotMigrated(
                ["A process that migrates ended before its time. What it had begun is undone: run ipc migrate again."],
                [],
            ) from None


def _tried(schema: str) -> tuple[str, str | None]:
    try:
        _migrate(schema)
    except Exception as error:  # noqa: BLE001 - whatever a migration raises, the other areas go on
        first_line = (str(error).splitlines() or [""])[0]
        at = getattr(error, "migration", "")
        return schema, f"{schema} stays as it was: {at}{type(error).__name__}: {first_line}"
    return schema, None


def _migrate(schema: str) -> None:
    """Everything that the schema lacks. Another run that has it in hand is waited for, and its work not done again."""
    with _inside(schema):
        MigrationRecorder(connection).ensure_schema()
    steps = _plan_for(frozenset(_missing(schema)))
    is_whole = all(step.migration.atomic for step in steps)
    try:
        connection.set_schema(schema)
        with transaction.atomic() if is_whole else nullcontext():
            _wait_for_others(schema)
            if any(_makes_triggers(step) for step in steps):
                _wait_for_others("triggers")
            missing = _missing(schema)
            for step in _plan_for(frozenset(missing)):
                _apply(step)
            _note_shared(schema, missing)
            settle(schema)
    finally:
        connection.set_schema_to_public()


def _apply(step: Step) -> None:
    migration = step.migration
    try:
        with connection.schema_editor(atomic=migration.atomic) as editor:
            migration.apply(step.before.clone(), editor)
        recorder = MigrationRecorder(connection)
        for app, name in migration.replaces or [(migration.app_label, migration.name)]:
            recorder.record_applied(app, name)
        if connection.in_atomic_block:
            # What waits for the end of the transaction would keep the next migration from changing the same table.
            with connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
    except Exception as error:
        error.migration = f"{migration.app_label}.{migration.name}: "
        raise


def _missing(schema: str) -> set[Key]:
    return migration_states.on_disk() - applied_migrations([schema]).get(schema, set())


def _plan_for(missing: frozenset[Key]) -> list[Step]:
    """The steps for a schema that lacks these; areas lack the same, as a rule, so the last answers are kept."""
    own = migration_states.own_apps()
    modules = tuple(sorted(settings.MIGRATION_MODULES.items()))
    return _kept_plan(frozenset(key for key in missing if key[0] in own), modules)


@functools.lru_cache(maxsize=8)
def _kept_plan(lacking: frozenset[Key], modules: tuple[tuple[str, str], ...]) -> list[Step]:
    found = migration_states.steps(lacking) if lacking else []
    for step in found:
        step.before.apps  # noqa: B018 - rendered once; each area's copy takes it along
    return found


def _note_shared(schema: str, missing: set[Key]) -> None:
    """Record the shared apps' migrations, of which the router would skip each operation in an area's schema.

    Django would replay their states one by one: 15 s in place of 3 s for a new schema.
    """
    own = migration_states.own_apps()
    rows = sorted(key for key in missing if key[0] not in own)
    if rows:
        with connection.cursor() as cursor:
            cursor.execute(
                sql.SQL("INSERT INTO {} (app, name, applied) SELECT *, now() FROM unnest(%s::text[], %s::text[])")
                .format(sql.Identifier(schema, "django_migrations"))
                .as_string(),
                [[app for app, _ in rows], [name for _, name in rows]],
            )


def _makes_triggers(step: Step) -> bool:
    """Each trigger that pgtrigger makes writes its shared function in `public` anew, and two at once fail."""
    return any(isinstance(operation, AddTrigger) for operation in step.migration.operations)


def _wait_for_others(what: str) -> None:
    """Until this transaction ends nobody else has what is named here: a schema, or all that make triggers.

    The schema comes first and the triggers before any table, so that no two wait for each other.
    """
    if connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended('ipc-migrate:' || %s, 0))", [what])


@contextmanager
def _inside(schema: str) -> Iterator[None]:
    """In the schema alone: `public` has tables of the same name."""
    connection.set_schema(schema, include_public=False)
    try:
        yield
    finally:
        connection.set_schema_to_public()
