"""Counting what a page asks of the database."""

from collections.abc import Callable
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext


def count_queries(client: Client, address: str) -> int:
    """SQL statements of one page, without those that only set the path: they depend on what ran before."""
    return count_of(lambda: _shown(client, address))


def count_of(act: Callable[[], Any]) -> int:
    """The same of anything that is done."""
    with CaptureQueriesContext(connection) as found:
        act()
    return sum("SET search_path" not in query["sql"] for query in found.captured_queries)


def _shown(client: Client, address: str) -> None:
    assert client.get(address).status_code == 200
