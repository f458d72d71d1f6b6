"""Making and settling the schemas of areas."""

from django.db import connection
from django.db.utils import ProgrammingError
from django_tenants.clone import CloneSchema

BASE_SCHEMA = "area_template"


class BaseSchemaMissing(RuntimeError):
    """There is no base schema to copy."""

    def __init__(self) -> None:
        super().__init__("The base schema area_template is missing: run the migrations first (ipc demo does).")


def create(schema: str) -> None:
    """Copy the base schema, its migrations included, inside the caller's transaction.

    The copy takes its rows of `django_migrations` along, so nothing has to be faked afterwards.
    Raises BaseSchemaMissing; ProgrammingError when the schema is there already.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT to_regnamespace(%s) IS NOT NULL, to_regnamespace(quote_ident(%s)) IS NOT NULL",
            [BASE_SCHEMA, schema],
        )
        base_exists, exists = cursor.fetchone()
        if not base_exists:
            raise BaseSchemaMissing
        if exists:
            raise ProgrammingError(f"The schema {schema} exists already.")
        cursor.execute("SET LOCAL client_min_messages = warning")
        cursor.execute("SELECT clone_schema(%s, %s, 'DATA')", [BASE_SCHEMA, schema])
    settle(schema)


def prepare_cloning() -> None:
    """Put the library's `clone_schema` function into the database: once a migration, not once an area."""
    CloneSchema()._create_clone_schema_function()


def settle(schema: str) -> None:
    """Make a schema's trigger functions and comments right: after cloning, and after migrating.

    Trigger functions name tables without a schema, so one fired from another area's path would write into the wrong
    schema: each is pinned to its own. A copy loses the comments by which pgtrigger knows its triggers.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT format('ALTER FUNCTION %%s SET search_path = %%I, public', p.oid::regprocedure, n.nspname)
            FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = %s
            """,
            [schema],
        )
        for (statement,) in cursor.fetchall():
            cursor.execute(statement)
        cursor.execute(
            """
            SELECT format('COMMENT ON TRIGGER %%I ON %%I.%%I IS %%L', t.tgname, %s, c.relname,
                          obj_description(t.oid, 'pg_trigger'))
            FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = %s AND NOT t.tgisinternal AND obj_description(t.oid, 'pg_trigger') IS NOT NULL
            """,
            [schema, BASE_SCHEMA],
        )
        for (statement,) in cursor.fetchall():
            cursor.execute(statement)


def drop(schema: str) -> None:
    """Remove a schema with all that is in it. Only `tenants.area_lifecycle` calls this, after an export."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT format('DROP SCHEMA IF EXISTS %%I CASCADE', %s::text)", [schema])
        cursor.execute(cursor.fetchone()[0])
