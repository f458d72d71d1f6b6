"""Where the database, Redis and the secret key come from: the environment, else the running services of IPC_HOME."""

import json
import os
import secrets
from contextlib import suppress
from dataclasses import dataclass

from config import env


@dataclass(frozen=True)
class ServiceAddresses:
    """Addresses of PostgreSQL and Redis; the cache client and Celery write a socket's address differently."""

    database_url: str
    redis_url: str

    @property
    def broker_url(self) -> str:
        """As Celery wants it: `redis+socket:///path` for a socket."""
        return self.redis_url.replace("unix://", "redis+socket://", 1)

    @property
    def cache_url(self) -> str:
        """As the cache client wants it: `unix:///path` for a socket."""
        return self.redis_url.replace("redis+socket://", "unix://", 1)


NOT_RUNNING = ServiceAddresses("postgres://ipc@127.0.0.1:1/services-are-not-running", "redis://127.0.0.1:1/0")


def services() -> ServiceAddresses:
    """DATABASE_URL and REDIS_URL where set, else the services that `ipc services start` left running.

    Without either, addresses that refuse at once: commands that need no database still run, and those that do say
    which command starts it (`config.ipc`).
    """
    found = _from_state_file()
    return ServiceAddresses(
        os.environ.get("DATABASE_URL") or found.database_url,
        os.environ.get("REDIS_URL") or found.redis_url,
    )


def _from_state_file() -> ServiceAddresses:
    """What `embedded.services` wrote to IPC_HOME/services/addresses.json, or addresses that refuse."""
    state = env.ipc_home() / "services" / "addresses.json"
    try:
        saved = json.loads(state.read_text())
        return ServiceAddresses(saved["DATABASE_URL"], saved["REDIS_URL"])
    except (OSError, ValueError, KeyError):
        return NOT_RUNNING


def secret_key() -> str:
    """SECRET_KEY from the environment; the demo and the tests keep a random one of their own.

    Raises MissingSetting elsewhere: a key with a default is no secret.
    """
    if os.environ.get("SECRET_KEY"):
        return os.environ["SECRET_KEY"]
    if env.flag("IPC_DEMO") or env.flag("IPC_TESTING") or not os.environ.get("DATABASE_URL"):
        return _kept_key()  # IPC_HOME's own services: a trial on this machine
    return env.required(
        "SECRET_KEY",
        "It signs sessions and links in e-mail. Make one with: python -c 'import secrets; "
        "print(secrets.token_urlsafe(50))'. For a trial without settings, run script/demo.",
    )


def _kept_key() -> str:
    """The random key of this IPC_HOME, made at first use (0600); two commands that start together agree on one."""
    path = env.ipc_home() / "secret-key"
    path.parent.mkdir(parents=True, exist_ok=True)
    with suppress(FileExistsError):
        whole = path.with_name(f"secret-key.{os.getpid()}")
        descriptor = os.open(whole, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(50))
        try:
            os.link(whole, path)  # fails where another command was first
        finally:
            whole.unlink()
    return path.read_text()
