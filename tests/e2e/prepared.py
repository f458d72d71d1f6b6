"""A site with the demo's people and examples, made once a run; each worker's site is a copy of it.

Making it takes as much as forty pages looked at: a database, the examples, and a worker for what they ask to be done.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import redis as redis_client
from django.conf import settings

from embedded import processes
from embedded.redis import Redis
from tests import databases

PROJECT = Path(__file__).resolve().parents[2]
TODAY = "2015-07-15"
DATABASE = "ipc_e2e_prepared"
# Nobody answers here; links in e-mails of the prepared site lead there, and are written anew in each copy.
NO_ADDRESS = "http://localhost:9"
QUIET_SECONDS = 60


def make() -> dict[str, Any]:
    """Make the prepared site unless another process of this run has; the facts of `tests.e2e.prepare`."""
    databases.make_template()
    with databases.lock("prepared-site"):
        facts = _folder() / "facts.json"
        if not facts.exists():
            shutil.rmtree(_folder(), ignore_errors=True)
            (_folder() / "home").mkdir(parents=True, mode=0o700)
            made = _make(_folder() / "home")
            facts.write_text(json.dumps(made))
        return json.loads(facts.read_text())


def copy(name: str, address: str) -> Path:
    """A copy of the prepared site's database under this name, and of its folder, which is returned."""
    home = Path(os.environ["IPC_TEST_HOME"]) / name
    databases.copy_template(name, DATABASE)
    shutil.copytree(_folder() / "home", home, ignore=shutil.ignore_patterns("redis*", "worker.log"))
    for mail in (home / "mail").glob("*.log"):
        mail.write_text(mail.read_text().replace(NO_ADDRESS, address))
    return home


def environment(name: str, home: Path, redis_url: str, address: str) -> dict[str, str]:
    """What the processes of a site read."""
    read = {
        "DATABASE_URL": databases.url_of(name),
        "REDIS_URL": redis_url,
        "IPC_HOME": str(home),
        "IPC_DEMO": "1",
        "IPC_TESTING": "1",
        "IPC_TODAY": TODAY,
        "SITE_URL": address,
        "DEBUG": "0",
        "PYTHONUNBUFFERED": "1",
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }
    return {**os.environ, **read}


def start_worker(home: Path, env: dict[str, str]) -> int:
    """Start the site's worker; its number."""
    options = ("--pool=prefork", "--concurrency=1", "--loglevel=INFO", "--without-gossip", "--without-mingle")
    command = [sys.executable, "-m", "celery", "-A", "config", "worker", *options]
    return start(command, home / "worker.log", env)


def start(command: list[str], log: Path, env: dict[str, str], *sockets: int) -> int:
    """Start a process of the site, which gets these open sockets; its number."""
    return processes.spawn(command, log=log, env=env, cwd=PROJECT, dies_with_us=signal.SIGTERM, keeps_open=sockets)


def _folder() -> Path:
    return Path(os.environ["IPC_TEST_HOME"]) / "site"


def _make(home: Path) -> dict[str, Any]:
    redis = Redis(home / "redis")
    databases.copy_template(DATABASE)
    redis.start(dies_with_us=True)
    try:
        env = environment(DATABASE, home, redis.url, NO_ADDRESS)
        worker = start_worker(home, env)
        try:
            facts = _prepare(env)
            assert processes.wait_until(lambda: _is_quiet(redis.url), seconds=QUIET_SECONDS, step=0.2), "still at work"
        finally:
            processes.end_group(worker, seconds=20)
        return facts
    finally:
        redis.stop()


def _prepare(env: dict[str, str]) -> dict[str, Any]:
    """The demo's people and examples of what takes time to arise; in a process of its own, with its settings."""
    command = [sys.executable, "-m", "tests.e2e.prepare"]
    done = subprocess.run(command, env=env, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"The site could not be prepared:\n{done.stderr[-3000:]}"
    return json.loads(done.stdout.splitlines()[-1])


def _is_quiet(url: str) -> bool:
    """Whether the worker has done all that it was asked."""
    with redis_client.Redis.from_url(url) as client:
        return not client.llen(settings.CELERY_TASK_DEFAULT_QUEUE) and not client.hlen("unacked")
