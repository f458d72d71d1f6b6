"""Asking one of the ledger's functions in the database: one statement, kept prepared on the connection, and one value.

Django sends a statement's values as text in it, and PostgreSQL reads and plans it anew each time; a statement that is
prepared saves a posting a tenth of its time. The connection is Django's own, so its transactions hold for it.
"""

from collections.abc import Iterable, Sequence
from typing import Any

import psycopg
from django.db import connection


def one_value(statement: str, values: Sequence[Any]) -> Any:
    """The one value that a statement with `$1`, `$2` and so on gives. Raises Django's own database errors."""
    connection.validate_no_broken_transaction()
    connection.ensure_connection()
    raw = connection.connection
    if raw.prepare_threshold is None:  # Django's own cursors never prepare, whatever it is
        raw.prepare_threshold = 1
    with connection.wrap_database_errors, psycopg.RawCursor(raw) as cursor:
        return cursor.execute(statement, values, prepare=True).fetchone()[0]


def array(values: Iterable[Any]) -> str:
    """Numbers or plain words as PostgreSQL reads an array: quicker than a list, whose members are looked at one by one."""
    return "{" + ",".join(map(str, values)) + "}"
