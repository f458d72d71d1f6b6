"""PostgreSQL's own programs: found where they are, of a version that fits, with no password on the command line."""

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from django.db import connection
from psycopg.conninfo import conninfo_to_dict

from config.audit_keeper import admin_address
from embedded import postgres
from embedded.errors import Refused

DEBIANS = "/usr/lib/postgresql"
# libpq reads these; what else of the kind stands in the environment is somebody else's server.
LIBPQ_NAMES = {"host": "PGHOST", "port": "PGPORT", "user": "PGUSER", "password": "PGPASSWORD", "dbname": "PGDATABASE"}
LIBPQ_OPTIONS = ("sslmode", "sslrootcert", "sslcert", "sslkey", "connect_timeout", "passfile", "service")


def server_version() -> int:
    """The server's major version: 18."""
    connection.ensure_connection()
    return connection.pg_version // 10_000


def program(name: str) -> Path:
    """`pg_dump`, `pg_restore` or `psql` that is not older than the server. Raises Refused with what was found."""
    wanted, found = server_version(), []
    for path in _candidates(name):
        version = _version(path)
        if version >= wanted:
            return path
        found.append(f"{path} is version {version}")
    raise Refused(
        f"{name} of PostgreSQL {wanted} or newer is needed for this server ({'; '.join(found) or 'there is none'}). "
        f"Install PostgreSQL's client programs, version {wanted}: on Debian, postgresql-client-{wanted}."
    )


def environment(*, as_administrator: bool = False) -> dict[str, str]:
    """Where the database is, for libpq: in the environment, which other users of the machine can't read."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PG") or name == "PGPASSFILE"}
    found = conninfo_to_dict(admin_address()) if as_administrator else connection.get_connection_params()
    given = {name: value for name, value in found.items() if value not in (None, "")}
    names = {**LIBPQ_NAMES, **{option: f"PG{option.upper()}" for option in LIBPQ_OPTIONS}}
    # A transaction of ours may last: the application's own limits are not for it.
    return kept | {env: str(given[name]) for name, env in names.items() if name in given} | {"PGAPPNAME": "ipc backup"}


def run(command: Sequence[str | Path]) -> None:
    """Run to the end; raises Refused with the program's own words."""
    done = subprocess.run(  # noqa: S603
        [str(word) for word in command], env=environment(), capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise Refused(f"{Path(command[0]).name} failed: {words_of(done.stderr)}")


def words_of(stderr: str) -> str:
    """The lines that say what went wrong, without those that repeat the statement."""
    lines = [line.strip() for line in stderr.splitlines() if re.search("error|ERROR|FATAL|DETAIL", line)]
    return " ".join(lines[:3]) or stderr.strip()[:500] or "it said nothing"


def _candidates(name: str) -> list[Path]:
    found = []
    with suppress(Refused):  # a machine without the embedded server
        found.append(postgres.program(name))
    on_path = shutil.which(name)
    found += [Path(on_path)] if on_path else []
    return found + sorted(Path(DEBIANS).glob(f"*/bin/{name}"), reverse=True)


def _version(path: Path) -> int:
    said = subprocess.run([str(path), "--version"], capture_output=True, text=True, check=False).stdout  # noqa: S603
    match = re.search(r"\) (\d+)", said)
    return int(match[1]) if match else 0
