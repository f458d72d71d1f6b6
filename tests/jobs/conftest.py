"""A broker and a worker of the test's own, and tables for what the sample work writes."""

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path

import kombu.pools
import pytest
from celery import current_app
from django.conf import settings
from django.db import connection

from jobs import outbox
from tests import databases
from tests.jobs import sample_work

PROJECT = Path(__file__).resolve().parents[2]


def sql(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


@contextmanager
def other_connection():
    """A cursor of a connection of its own, as another process has."""
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            yield cursor
    finally:
        other.close()


@pytest.fixture(autouse=True)
def rested_broker(monkeypatch):
    monkeypatch.setattr(outbox, "_broker_rests_until", 0.0)


@pytest.fixture(autouse=True)
def own_private_folder(monkeypatch, tmp_path):
    monkeypatch.setattr(settings, "PRIVATE_ROOT", tmp_path / "private")


@pytest.fixture
def tables(committed_db):
    """`sample_work` in `public`, kept apart for Kernow and Bristol."""
    for schema in ("public", "area_kernow", "area_bristol"):
        sql(sample_work.TABLE.format(schema=schema))
    return committed_db


@pytest.fixture
def kernow_area(tables):
    from tenants.models import Area

    return Area.objects.get(slug="kernow")


@pytest.fixture
def manager(tables):
    from tests.conftest import make_person

    return make_person("network-manager")


def use_broker(url):
    """Make this process send to the broker at `url`."""
    current_app.conf.broker_url = url
    current_app.conf.broker_read_url = current_app.conf.broker_write_url = url
    if current_app._pool is not None:
        current_app._pool.force_close_all()
        current_app._pool = None
    current_app.amqp._producer_pool = None
    kombu.pools.reset()


@pytest.fixture
def broker(tmp_path_factory):
    """A Redis of the test's own, which it may stop; this process sends to it."""
    from embedded.redis import Redis

    server = Redis(tmp_path_factory.mktemp("redis"))
    server.start(dies_with_us=True)
    before = current_app.conf.broker_url
    use_broker(server.url.replace("unix://", "redis+socket://"))
    yield server
    use_broker(before)
    server.stop()


class Worker:
    """A real worker process on the test's database and broker."""

    def __init__(self, database, redis_url, log):
        self.log = log
        environment = os.environ | {
            "DATABASE_URL": databases.url_of(database),
            "REDIS_URL": redis_url,
            "PYTHONPATH": os.pathsep.join([str(PROJECT), os.environ.get("PYTHONPATH", "")]),
        }
        command = [
            sys.executable, "-m", "celery", "-A", "tests.jobs.worker_app", "worker", "--pool=prefork",
            "--concurrency=1", "--loglevel=INFO", "--without-gossip", "--without-mingle",
        ]  # fmt: skip
        with log.open("ab") as target:
            self.process = subprocess.Popen(
                command, env=environment, cwd=PROJECT, stdout=target, stderr=target, start_new_session=True
            )

    def kill(self):
        """kill -9 of the worker and its children, all at once."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(timeout=10)

    def children(self):
        found = subprocess.run(["pgrep", "-P", str(self.process.pid)], capture_output=True, text=True, check=False)
        return [int(pid) for pid in found.stdout.split()]


@pytest.fixture
def start_worker(tables, broker, tmp_path):
    """Starts workers; all are killed afterwards."""
    started = []

    def start():
        worker = Worker(tables, broker.url, tmp_path / "worker.log")
        started.append(worker)
        return worker

    yield start
    for worker in started:
        worker.kill()


def wait_for(condition, *, seconds=60):
    """Ask again and again; the test fails where the condition doesn't come true in time."""
    deadline = time.monotonic() + seconds
    while not (answer := condition()):
        assert time.monotonic() < deadline, f"{condition} did not come true in {seconds} seconds"
        time.sleep(0.05)
    return answer
