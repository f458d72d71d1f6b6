"""What the database says of itself, read in one snapshot: schemas, areas, migrations, rows of each table."""

from typing import Any

from django.db.backends.utils import CursorWrapper
from psycopg import sql

from tenants.area_schemas import BASE_SCHEMA

SCHEMAS = "SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' ORDER BY 1"
TABLES = """
    SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind = 'r' AND n.nspname = ANY(%s) ORDER BY 1, 2
"""
AREAS = "SELECT id, slug, schema_name, name, status, created_at::text FROM public.tenants_area ORDER BY position, id"
TABLES_AT_ONCE = 500


def schemas(cursor: CursorWrapper) -> list[str]:
    """Every schema but PostgreSQL's own."""
    cursor.execute(SCHEMAS)
    return [row[0] for row in cursor.fetchall()]


def tables(cursor: CursorWrapper, names: list[str]) -> list[tuple[str, str]]:
    """(schema, table) of every table in these schemas."""
    cursor.execute(TABLES, [names])
    return cursor.fetchall()


def rows(cursor: CursorWrapper, names: list[str]) -> dict[str, dict[str, int]]:
    """How many rows each table has, by schema; a schema without tables is in it too."""
    found: dict[str, dict[str, int]] = {name: {} for name in names}
    todo = tables(cursor, names)
    for start in range(0, len(todo), TABLES_AT_ONCE):
        parts = [
            sql.SQL("SELECT {}::text, {}::text, count(*) FROM {}").format(schema, table, sql.Identifier(schema, table))
            for schema, table in todo[start : start + TABLES_AT_ONCE]
        ]
        cursor.execute(sql.SQL(" UNION ALL ").join(parts).as_string())
        for schema, table, count in cursor.fetchall():
            found[schema][table] = count
    return found


def areas(cursor: CursorWrapper) -> list[dict[str, Any]]:
    """Every area's facts, the archived too; and the base schema is no area."""
    cursor.execute(AREAS)
    names = ("id", "slug", "schema", "name", "status", "created_at")
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def migrations(cursor: CursorWrapper, names: list[str]) -> dict[str, list[list[str]]]:
    """[app, name] of what each of these schemas has applied; those without Django's table are left out."""
    with_table = [schema for schema, table in tables(cursor, names) if table == "django_migrations"]
    found = {}
    for schema in with_table:
        statement = sql.SQL("SELECT DISTINCT app, name FROM {} ORDER BY 1, 2")
        cursor.execute(statement.format(sql.Identifier(schema, "django_migrations")).as_string())
        found[schema] = [list(row) for row in cursor.fetchall()]
    return found


def is_area_schema(name: str, known: list[dict[str, Any]]) -> bool:
    """True for an area's schema, and for the one that new areas are copied from."""
    return name == BASE_SCHEMA or any(area["schema"] == name for area in known)
