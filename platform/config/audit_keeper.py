"""Setting up the audit's keeper, where an administrator's connection to the database is known."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from psycopg.conninfo import make_conninfo

from audit import keeper
from embedded.errors import Refused
from embedded.services import own_services

HOW = "Set DATABASE_ADMIN_URL to an administrator's address of the same database, and run ipc migrate."


def admin_address() -> str:
    """The administrator's address of the application's database: DATABASE_ADMIN_URL, or the embedded server's.

    Empty where neither is known: a server of somebody else's, whose administrator gave no address.
    """
    given = os.environ.get("DATABASE_ADMIN_URL", "")
    database = connection.settings_dict["NAME"]
    if given:
        return urlunsplit(urlsplit(given)._replace(path=f"/{database}"))
    server = own_services().postgres
    # A socket's folder stands among the options: DATABASE_URL gives it as `?host=`.
    host = connection.settings_dict.get("HOST") or connection.settings_dict.get("OPTIONS", {}).get("host", "")
    if not host or host not in server.url or not (server.folder / "superuser-password").exists():
        return ""
    return make_conninfo(server.superuser_url(), dbname=database)


@contextmanager
def _administrator() -> Iterator[Any]:
    with psycopg.connect(admin_address(), autocommit=True) as admin:
        yield admin


@contextmanager
def kept_safe() -> Iterator[None]:
    """Around migrations: the audit's tables are lent out while one of them has to change, and kept again afterwards.

    Raises Refused where they are kept, have to change, and no administrator's address is known.
    """
    if _is_kept() and _has_to_change() and not release():
        raise Refused(f"The audit's tables have to change, and the application may not do it. {HOW}")
    try:
        yield
    finally:
        protect()


def _is_kept() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT tableowner <> current_user FROM pg_tables WHERE tablename = 'audit_auditrow'")
        return (cursor.fetchone() or (False,))[0]


def _has_to_change() -> bool:
    known = MigrationLoader(connection)
    return any(key[0] == "audit" and key not in known.applied_migrations for key in known.disk_migrations)


def protect() -> bool:
    """Give the audit to its keeper; False where no administrator's address is known."""
    if not admin_address():
        return False
    with _administrator() as admin:
        keeper.protect(admin, _application_role())
    return True


def release() -> bool:
    """Lend the audit's tables to the application for a migration; False where no administrator's address is known."""
    if not admin_address():
        return False
    with _administrator() as admin:
        keeper.release(admin, _application_role())
    return True


def faults() -> list[str]:
    """What the application could do to the audit; nothing where it can only read and add."""
    with connection.cursor() as cursor:
        return keeper.faults(cursor)


def _application_role() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        return str(cursor.fetchone()[0])
