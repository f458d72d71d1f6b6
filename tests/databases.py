"""One template database a run: migrated, with the base schema and the South West network; each worker copies it."""

import fcntl
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from django.db import connection, connections

from embedded import processes
from tests import template_cache

TEMPLATE = "ipc_test_template"


def url_of(name: str) -> str:
    """DATABASE_URL with another database's name."""
    parts = urlsplit(os.environ["DATABASE_URL"])
    return urlunsplit(parts._replace(path=f"/{name}"))


def server() -> psycopg.Connection:
    """A connection for making and dropping databases."""
    return psycopg.connect(url_of("postgres"), autocommit=True)


def begin(what: Sequence[str]) -> int:
    """Have another process make what many tests copy while this one collects them; its number.

    Whoever needs a part of it first waits at its lock; should that process not come about, they make it themselves.
    """
    log = Path(os.environ["IPC_TEST_HOME"]) / "beforehand.log"
    command = [sys.executable, "-m", "tests.beforehand", *what]
    return processes.spawn(command, log=log, env=os.environ, cwd=template_cache.PROJECT, dies_with_us=signal.SIGTERM)


def make_template() -> None:
    """Make the template unless another process of this run has; takes about half a minute."""
    with lock("databases"), server() as conn:
        if conn.execute("SELECT 1 FROM pg_database WHERE datname = %s", [TEMPLATE]).fetchone():
            return
        unfinished, of_this_code = f"{TEMPLATE}_unfinished", template_cache.dump_path()
        _drop(conn, unfinished)
        conn.execute(f"CREATE DATABASE {unfinished}")
        if not template_cache.restore(url_of(unfinished)):
            _begin_with_an_older_one(conn, unfinished)
            point_django_at(unfinished)
            fill()
            connections.close_all()
            template_cache.save(url_of(unfinished), of_this_code)
        conn.execute(f"ALTER DATABASE {unfinished} RENAME TO {TEMPLATE}")


def _begin_with_an_older_one(conn: psycopg.Connection, name: str) -> None:
    """A database to be filled: with what was kept of code with fewer migrations, or empty."""
    for source in (template_cache.older_dump(), None):
        _drop(conn, name)
        conn.execute(f"CREATE DATABASE {name}")
        if source is None or template_cache.restore(url_of(name), source):
            return


def fill() -> None:
    """Migrate and load the South West by the real loader."""
    from config.migrate import migrate_everything
    from jobs.schedule import ensure_schedule
    from knowledge.front_page import make_front_page
    from tenants.registrations import load_south_west

    migrate_everything()
    load_south_west()
    make_front_page()
    ensure_schedule()


def copy_template(name: str, template: str = TEMPLATE) -> None:
    """A fresh copy of the template, or of another database, under this name (0.1 s in memory, 4 s on a disk)."""
    with lock("databases"), server() as conn:
        _drop(conn, name)
        conn.execute(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy")


def drop(name: str) -> None:
    """Remove a copy."""
    with server() as conn:
        _drop(conn, name)


def _drop(conn: psycopg.Connection, name: str) -> None:
    """Drop a database, whoever is still connected to it.

    With FORCE, PostgreSQL refuses our ordinary role where autovacuum is at work in the database, and without it ends
    autovacuum itself but waits for everybody else: each is tried in turn until one goes through.
    """
    for last_try in (False, False, False, True):
        for how in (" WITH (FORCE)", ""):
            try:
                conn.execute(f"DROP DATABASE IF EXISTS {name}{how}")
                return
            except (psycopg.errors.InsufficientPrivilege, psycopg.errors.ObjectInUse):
                if last_try and not how:
                    raise


def point_django_at(name: str) -> None:
    """Make Django's default connection use this database."""
    connections.close_all()
    connection.settings_dict["NAME"] = name
    connections.databases["default"]["NAME"] = name
    connection.set_schema_to_public()


@contextmanager
def lock(name: str) -> Iterator[None]:
    """Held by one process of this run at a time."""
    path = Path(os.environ["IPC_TEST_HOME"]) / f"{name}.lock"
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
