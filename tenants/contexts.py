"""Working in an area's schema, on purpose and by name.

The middleware, the Celery base task, commands and fixtures use these; no other code names an area's schema.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from tenants.models import Area


class AreaSchemaMissing(RuntimeError):
    """The area has a row but no schema: refused, where django-tenants would fall through to `public`."""

    def __init__(self, schema: str) -> None:
        super().__init__(f"The schema {schema} does not exist, so nothing was read or written.")


def has_schema(schema: str) -> bool:
    """True when the database has this schema."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regnamespace(quote_ident(%s)) IS NOT NULL", [schema])
        return bool(cursor.fetchone()[0])


@contextmanager
def in_area(area: Area) -> Iterator[Area]:
    """Read and write in one area's schema; afterwards the connection is where it was.

    Raises AreaSchemaMissing when the schema is not there.
    """
    before = connection.tenant
    if not has_schema(area.schema_name):
        raise AreaSchemaMissing(area.schema_name)
    connection.set_tenant(area)
    try:
        yield area
    finally:
        connection.set_tenant(before)


@contextmanager
def region_wide() -> Iterator[None]:
    """Deliberate work on the shared schema from inside an area; afterwards the connection is where it was."""
    before = connection.tenant
    connection.set_schema_to_public()
    try:
        yield
    finally:
        connection.set_tenant(before)
