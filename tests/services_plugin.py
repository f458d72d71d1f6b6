"""Starts PostgreSQL and Redis for a test run, before Django reads its settings.

Loaded by `-p tests.services_plugin` (pyproject.toml). With DATABASE_URL and REDIS_URL set, those servers are used.
The servers are this run's own, quick rather than safe (no fsync), and stop with it.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

ENOUGH_BYTES = 6_000_000_000  # for some servers, their copies and the largest files of tests
PROJECT = Path(__file__).resolve().parents[1]


def _prepare() -> None:
    os.environ["IPC_TESTING"] = "1"
    os.environ.pop("IPC_DEMO", None)
    os.environ.pop("IPC_TODAY", None)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    if os.environ.get("IPC_TEST_HOME"):
        return  # a worker of a run whose controller has prepared all this
    home = tempfile.mkdtemp(prefix="ipc-test-", dir=_quick_folder())
    os.chmod(home, 0o711)  # PostgreSQL's own user passes through when root runs the tests  # noqa: S103
    os.environ["IPC_HOME"] = os.environ["IPC_TEST_HOME"] = home
    os.environ["TMPDIR"] = tempfile.tempdir = os.path.join(home, "tmp")
    os.mkdir(tempfile.tempdir, mode=0o711)
    if os.environ.get("DATABASE_URL") and os.environ.get("REDIS_URL"):
        atexit.register(shutil.rmtree, home, ignore_errors=True)
        return
    from embedded.home import make_folder
    from embedded.postgres import Postgres
    from embedded.redis import Redis

    folder = Path(home) / "services"
    make_folder(folder)
    postgres, redis = Postgres(folder / "postgres", fast=True), Redis(folder / "redis")
    atexit.register(_stop, (postgres, redis), home, os.getpid())
    postgres.start(dies_with_us=True)
    redis.start(dies_with_us=True)
    os.environ.update(DATABASE_URL=postgres.url, REDIS_URL=redis.url)


def _quick_folder() -> str | None:
    """Memory, where there is enough: the template has 4,500 files, copied in 0.1 s there and 4 s on a disk."""
    memory = Path("/dev/shm")  # noqa: S108 - a new folder of its own is made in it
    if os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > ENOUGH_BYTES:
        return str(memory)
    return None


def _stop(servers: tuple[Any, ...], home: str, starter: int) -> None:
    from embedded import processes

    if os.getpid() == starter:  # not in a process that a test forked
        for server in servers:
            server.stop()
        processes.reap()
        shutil.rmtree(home, ignore_errors=True)


_prepare()
