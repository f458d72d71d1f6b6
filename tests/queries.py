"""Counting what a page asks of the database."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext


def count_queries(client: Client, address: str) -> int:
    """SQL statements of one page, without those that only set the path: they depend on what ran before."""
    with CaptureQueriesContext(connection) as found:
        assert client.get(address).status_code == 200
    return sum("SET search_path" not in query["sql"] for query in found.captured_queries)
