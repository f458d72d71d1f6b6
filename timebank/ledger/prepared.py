"""Asking one of the ledger's functions in the database: one statement, kept prepared on the connection, and one value.

Django sends a statement's values as text in it, and PostgreSQL reads and plans it anew each time; a statement that is
prepared saves a posting a tenth of its time. The connection is Django's own, so its transactions hold for it.
"""

from collections.abc import Iterable, Sequence
from typing import Any

import psycopg
from django.db import transaction


def one_value(statement: str, values: Sequence[Any]) -> Any:
    """The one value that a statement with `$1`, `$2` and so on gives. Raises Django's own database errors."""
    connection = transaction.get_connection()
    connection.validate_no_broken_transaction()
    connection.ensure_connection()
    with connection.wrap_database_errors:
        return _cursor(connection).execute(statement, values, prepare=True).fetchone()[0]


def array(values: Iterable[Any]) -> str:
    """Numbers or plain words as PostgreSQL reads an array: quicker than a list, which is looked at member by member."""
    return "{" + ",".join(map(str, values)) + "}"


def _cursor(connection: Any) -> psycopg.RawCursor[Any]:
    """A cursor that takes `$1`, made once for each connection to the database."""
    raw = connection.connection
    cursor = getattr(connection, "timebank_cursor", None)
    if cursor is None or cursor.connection is not raw:
        raw.prepare_threshold = 1  # Django's own cursors never prepare, whatever it is
        cursor = connection.timebank_cursor = psycopg.RawCursor(raw)
    return cursor
