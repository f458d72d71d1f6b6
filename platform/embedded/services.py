"""The embedded PostgreSQL and Redis of one IPC_HOME, together: started, stopped and found by every command."""

import json
import os
from dataclasses import dataclass
from pathlib import Path

from embedded.errors import ServicesNotRunning
from embedded.home import check_owner, demo_lock, locked, make_folder, services_folder
from embedded.postgres import Postgres
from embedded.redis import Redis

HOW_TO_START = (
    "There is no database to use: DATABASE_URL is not set, and no services run here. "
    "Start them with: ipc services start"
)
IN_USE = "A demo is using these services. Stop it first, with Ctrl-C where it runs."


@dataclass(frozen=True)
class Services:
    """PostgreSQL and Redis under `folder`."""

    folder: Path

    @property
    def postgres(self) -> Postgres:
        """The database server."""
        return Postgres(self.folder / "postgres")

    @property
    def redis(self) -> Redis:
        """The broker and cache server."""
        return Redis(self.folder / "redis")

    def start(self, *, dies_with_us: bool = False) -> bool:
        """Start what doesn't run; True when anything was started. Safe when two commands call it together.

        With `dies_with_us` what is started ends with the calling process, however that ends.
        """
        check_owner(self.folder)
        make_folder(self.folder)
        with locked(self.folder / "services.lock"):
            started = [each.start(dies_with_us=dies_with_us) for each in (self.redis, self.postgres)]
            self._write_addresses()
            return any(started)

    def stop(self) -> bool:
        """Stop both; True when anything ran."""
        check_owner(self.folder)
        if not self.folder.exists():
            return False
        with locked(self.folder / "services.lock"):
            (self.folder / "addresses.json").unlink(missing_ok=True)
            return any([self.redis.stop(), self.postgres.stop()])

    def delete(self) -> None:
        """Stop both and delete their data."""
        self.stop()
        self.postgres.delete()
        self.redis.delete()

    def are_running(self) -> bool:
        """True when both take connections."""
        return self.postgres.is_ready() and self.redis.is_ready()

    def addresses(self) -> dict[str, str]:
        """`DATABASE_URL` and `REDIS_URL` of the running services; raises ServicesNotRunning when they aren't."""
        if not self.are_running():
            raise ServicesNotRunning(HOW_TO_START)
        return {"DATABASE_URL": self.postgres.url, "REDIS_URL": self.redis.url}

    def _write_addresses(self) -> None:
        """Where the settings look: whole or not at all, for its owner only."""
        unfinished = self.folder / "addresses.json.new"
        unfinished.write_text(json.dumps(self.addresses()))
        unfinished.chmod(0o600)
        unfinished.replace(self.folder / "addresses.json")


def own_services() -> Services:
    """The services of this IPC_HOME, running or not."""
    return Services(services_folder())


def connection_settings() -> dict[str, str]:
    """`DATABASE_URL` and `REDIS_URL` to use: each from the environment, else of IPC_HOME's running services.

    Raises ServicesNotRunning, naming `ipc services start`, where neither gives one.
    """
    given = {name: os.environ[name] for name in ("DATABASE_URL", "REDIS_URL") if os.environ.get(name)}
    if len(given) == 2:
        return given
    if "DATABASE_URL" in given and not own_services().are_running():
        raise ServicesNotRunning("REDIS_URL is not set: it says where the broker and cache are.")
    return own_services().addresses() | given


def refuse_while_demo_runs() -> None:
    """Raise Refused when a demo of this IPC_HOME holds the services."""
    if demo_lock().exists():
        with locked(demo_lock(), refusal=IN_USE):
            return
