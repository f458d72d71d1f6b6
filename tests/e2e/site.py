"""A whole site for the browser: its own database and Redis, a web server and a worker, all real processes."""

import contextlib
import signal
import socket
import sys
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg

from embedded import demo_people, processes
from embedded.redis import Redis
from tests import databases
from tests.e2e import prepared

READY_SECONDS = 60
WEB_THREADS = 8
MAIL_SECONDS = 20


@dataclass(frozen=True)
class Site:
    """A running site. `facts` are the addresses that `tests.e2e.prepare` made (a job in each state, a token…)."""

    address: str
    home: Path
    database: str
    facts: dict[str, Any] = field(default_factory=dict)

    @property
    def password(self) -> str:
        """The password of every demo person."""
        return demo_people.password()

    def url(self, path: str) -> str:
        """The whole address of a path."""
        return self.address + path

    def mails_to(self, address: str) -> list[str]:
        """The texts of the e-mails sent to somebody, oldest first; waits until the worker has sent one."""

        def found() -> list[str]:
            files = sorted((self.home / "mail").glob("*.log"), key=lambda path: path.stat().st_mtime_ns)
            return [text for file in files if f"To: {address}" in (text := file.read_text())]

        processes.wait_until(lambda: bool(found()), seconds=MAIL_SECONDS)
        return found()

    @contextlib.contextmanager
    def rows(self) -> Iterator[psycopg.Connection]:
        """The site's database, past its application: for states that no page leads to."""
        with psycopg.connect(databases.url_of(self.database), autocommit=True) as connection:
            yield connection

    def log(self, name: str) -> str:
        """What the web server ("web") or the worker ("worker") wrote."""
        return (self.home / f"{name}.log").read_text()


@contextlib.contextmanager
def running_site(name: str) -> Iterator[Site]:
    """Start a site on the database `name`, a copy of the prepared one; nothing of it is left afterwards."""
    facts = prepared.make()
    started: list[int] = []
    with socket.create_server(("127.0.0.1", 0), backlog=128) as listener:
        address = f"http://localhost:{listener.getsockname()[1]}"
        home = prepared.copy(name, address)
        redis = Redis(home / "redis")
        try:
            redis.start(dies_with_us=True)
            env = prepared.environment(name, home, redis.url, address)
            started.append(prepared.start_worker(home, env))
            started.append(prepared.start(_web(listener), home / "web.log", env, listener.fileno()))
            _wait(address, home)
            yield Site(address, home, name, facts)
        finally:
            # All at once: each takes some seconds to end in order.
            for pid in started:
                processes.signal_process(pid, signal.SIGTERM)
            for pid in reversed(started):
                processes.end_group(pid, seconds=10)
            redis.stop()
            databases.drop(name)


def _web(listener: socket.socket) -> list[str]:
    return [
        *(sys.executable, "-m", "gunicorn", "config.wsgi", f"--bind=fd://{listener.fileno()}"),
        *("--workers=1", "--worker-class=gthread", f"--threads={WEB_THREADS}", "--graceful-timeout=3"),
        "--no-control-socket",
    ]


def _wait(address: str, home: Path) -> None:
    def answers() -> bool:
        with contextlib.suppress(OSError), urllib.request.urlopen(f"{address}/healthz", timeout=5):
            return True
        return False

    ready = processes.wait_until(answers, seconds=READY_SECONDS, step=0.2)
    assert ready, f"The site did not answer:\n{(home / 'web.log').read_text()[-3000:]}"
