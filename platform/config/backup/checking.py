"""What has to be so before anything is put back."""

import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

import psycopg
from django.db import connection

from audit.keeper import KEEPER
from config import audit_keeper
from config.backup import programs
from config.backup.manifest import Manifest
from embedded.errors import Refused
from tenants.migration_states import on_disk

OTHERS = """
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
"""
ENDING_SECONDS = 3
MAY_GIVE_TO = "SELECT rolname FROM pg_roles WHERE rolname = ANY(%s) AND pg_has_role(current_user, oid, 'MEMBER')"
NOT_OURS = """
    SELECT nspname FROM pg_namespace
    WHERE nspname = ANY(%s) AND NOT pg_has_role(current_user, nspowner, 'MEMBER') ORDER BY 1
"""
LOCKS = "SELECT current_setting('max_locks_per_transaction')::int * current_setting('max_connections')::int"
LOCKED = "SELECT count(*) FROM pg_class WHERE relkind IN ('r', 'i', 'S', 't', 'v', 'm', 'p', 'I')"


def check_fits(manifest: Manifest, area: str | None) -> None:
    """Refuse a backup of a newer PostgreSQL or of newer code than these, and an area that it doesn't have."""
    faults = []
    if manifest.postgresql_major > programs.server_version():
        faults.append(
            f"The backup is of PostgreSQL {manifest.postgresql}, and this server is {programs.server_version()}."
        )
    known = on_disk()
    has = {(app, name) for rows in manifest.migrations.values() for app, name in rows}
    newer = sorted(f"{app}.{name}" for app, name in has - known)
    if newer:
        faults.append(
            f"The backup is of a newer version of the platform ({manifest.code}): it has {', '.join(newer[:5])}"
            f"{' and more' if len(newer) > 5 else ''}. Install that version first."
        )
    if area is not None:
        manifest.area(area)
    if faults:
        raise Refused(*faults)


def check_nobody_else() -> None:
    """Refuse while others use the database, or where it could not lock all that goes and comes in one transaction."""
    others = _others()
    with connection.cursor() as cursor:
        cursor.execute(LOCKS)
        limit = cursor.fetchone()[0]
        cursor.execute(LOCKED)
        needed = cursor.fetchone()[0] * 2
    if others:
        raise Refused(
            f"{others} other connection{'s use' if others > 1 else ' uses'} the database. Stop the web server, the "
            "worker and the scheduler first."
        )
    if needed > limit:
        raise Refused(
            f"About {needed} locks are needed in one transaction, and PostgreSQL has room for {limit}. Set "
            "max_locks_per_transaction to twice as much, and start it again."
        )


def _others() -> int:
    """How many other connections use the database, after a moment for those that are just ending."""
    deadline = time.monotonic() + ENDING_SECONDS
    while True:
        with connection.cursor() as cursor:
            cursor.execute(OTHERS)
            others = cursor.fetchone()[0]
        if not others or time.monotonic() > deadline:
            return others
        time.sleep(0.2)


def options_for_owners(dump: Path, chosen: Sequence[str], *, as_administrator: bool) -> list[str]:
    """How pg_restore has to treat owners, of what it chooses by `chosen`.

    Each thing goes to its owner where this role may give it. Otherwise what one application owned becomes this one's,
    the audit's tables too: `ipc audit protect` gives those to their keeper. Raises Refused where others owned things.
    """
    owners = _owners(dump, chosen)
    if owners <= _usable(owners, as_administrator=as_administrator):
        return []
    others = owners - {KEEPER}
    if len(others) <= 1 or others <= _usable(others, as_administrator=as_administrator):
        return ["--no-owner", "--no-privileges", f"--role={connection.get_connection_params()['user']}"]
    raise Refused(f"Tables of the backup belong to several roles ({', '.join(sorted(others))}) that are not here.")


def check_may_replace(schemas: Sequence[str]) -> None:
    """Refuse, without an administrator's address, where the application may not drop one of these schemas."""
    with connection.cursor() as cursor:
        cursor.execute(NOT_OURS, [list(schemas)])
        kept = [row[0] for row in cursor.fetchall()]
    if kept:
        raise Refused(
            f"The schema {', '.join(kept)} belongs to the audit's keeper, so the application can't replace it. "
            f"{audit_keeper.HOW.partition(', and')[0]}, for this command alone."
        )


def _owners(dump: Path, chosen: Sequence[str]) -> set[str]:
    listed = subprocess.run(  # noqa: S603
        [str(programs.program("pg_restore")), "--list", *chosen, str(dump)], capture_output=True, text=True, check=False
    ).stdout
    owners = {line.split()[-1] for line in listed.splitlines() if line and not line.startswith(";")}
    return owners - {"pg_database_owner", "-"}


def _usable(owners: set[str], *, as_administrator: bool) -> set[str]:
    """Those of the roles for which the role that restores may act."""
    if as_administrator:
        with psycopg.connect(audit_keeper.admin_address()) as admin:
            return {row[0] for row in admin.execute(MAY_GIVE_TO, [sorted(owners)]).fetchall()}
    with connection.cursor() as cursor:
        cursor.execute(MAY_GIVE_TO, [sorted(owners)])
        return {row[0] for row in cursor.fetchall()}
