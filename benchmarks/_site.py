"""What benchmarks stand on: servers of their own and a copy of the tests' template database."""

import gc
import statistics
import time
from collections.abc import Callable

from tests import services_plugin  # noqa: F401 - starts the servers before Django reads its settings

import django  # isort: skip

django.setup()

from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext, setup_test_environment  # noqa: E402

from tests import databases  # noqa: E402
from tests.conftest import make_person  # noqa: E402


def prepare() -> None:
    """A database with the South West's eleven areas."""
    setup_test_environment()
    databases.make_template()
    databases.copy_template("ipc_benchmark")
    databases.point_django_at("ipc_benchmark")
    gc.collect()
    gc.freeze()  # as the web server's entry does


def client_as(role: str) -> Client:
    """A signed-in client; its person stays, since nothing rolls back here."""
    client = Client()
    client.force_login(make_person(role), backend="accounts.backends.ActiveModelBackend")
    return client


def milliseconds(work: Callable[[], object], times: int) -> float:
    """The median of so many runs, after one that is not counted."""
    work()
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def queries(work: Callable[[], object]) -> int:
    """SQL statements, without those that only set the path."""
    with CaptureQueriesContext(connection) as found:
        work()
    return sum("SET search_path" not in query["sql"] for query in found.captured_queries)


def report(rows: list[tuple[str, float, float, str]]) -> None:
    """A line each: what, measured, reference, ratio."""
    print(f"{'what':<46}{'measured':>12}{'reference':>12}{'ratio':>8}  reference is")
    for what, measured, reference, words in rows:
        print(f"{what:<46}{measured:>12.1f}{reference:>12.1f}{measured / reference:>8.2f}  {words}")
