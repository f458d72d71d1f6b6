"""Must show: the application's database role can neither change nor remove an audit row, nor empty the table."""

import os
from collections.abc import Iterator
from urllib.parse import urlsplit

import psycopg
import pytest
from psycopg import errors
from psycopg.conninfo import make_conninfo

from audit import keeper
from embedded.services import own_services
from tests import databases

# One worker has them all, since the role that keeps an audit is of the whole server; and the database is its own.
pytestmark = pytest.mark.xdist_group("kept audit")
NAME = f"ipc_test_kept_audit_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"


def administrators_address() -> str:
    server = own_services().postgres
    return make_conninfo(server.superuser_url(), dbname=NAME)


@pytest.fixture(scope="module")
def kept(django_db_setup: None, worker_id: str) -> Iterator[str]:
    """A database whose audit is kept as `ipc migrate` keeps it, with one row; its address for the application."""
    if not own_services().postgres.is_ready():
        pytest.skip("only the embedded server has an administrator that the tests know")
    databases.copy_template(NAME)
    with psycopg.connect(administrators_address(), autocommit=True) as admin:
        role = urlsplit(databases.url_of(NAME)).username or "ipc"
        keeper.protect(admin, role)
        keeper.protect(admin, role)  # again: nothing to do, and nothing breaks
    with psycopg.connect(databases.url_of(NAME), autocommit=True) as application:
        application.execute(INSERT)
    yield databases.url_of(NAME)
    databases.drop(NAME)


INSERT = """
    INSERT INTO audit_auditrow (action, by_words, area_slug, object_type, object_id, object_words, detail, request_id)
    VALUES ('plan.change', 'The system', '', '', '', '', '{}', '')
"""

ATTACKS = [
    "UPDATE audit_auditrow SET action = 'x'",
    "UPDATE audit_auditrow SET action = 'x' WHERE false",
    "DELETE FROM audit_auditrow",
    "TRUNCATE audit_auditrow",
    "TRUNCATE audit_auditrow, accounts_user CASCADE",
    "MERGE INTO audit_auditrow a USING (SELECT 1) s ON true WHEN MATCHED THEN DELETE",
    f"{INSERT.strip()} ON CONFLICT (id) DO UPDATE SET action = 'x'",
    "SELECT * FROM audit_auditrow FOR UPDATE",
    "ALTER TABLE audit_auditrow DISABLE TRIGGER ALL",
    "ALTER TABLE audit_auditrow DISABLE TRIGGER USER",
    "ALTER TABLE audit_auditrow OWNER TO CURRENT_USER",
    "ALTER TABLE audit_auditrow RENAME TO audit_of_yesterday",
    "ALTER TABLE audit_auditrow ALTER COLUMN action SET STORAGE plain",
    "ALTER TABLE audit_auditrow DROP COLUMN detail",
    "ALTER SCHEMA public OWNER TO CURRENT_USER",
    "ALTER SCHEMA public RENAME TO before",
    "DROP TABLE audit_auditrow",
    "DROP TABLE audit_auditrow CASCADE",
    "DROP SCHEMA public CASCADE",
    "DROP TRIGGER pgtrigger_append_only_0206d ON audit_auditrow",
    "CREATE RULE loses AS ON INSERT TO audit_auditrow DO INSTEAD NOTHING",
    "CREATE TRIGGER loses BEFORE INSERT ON audit_auditrow FOR EACH ROW EXECUTE FUNCTION refuse_change()",
    "CREATE OR REPLACE FUNCTION public.refuse_change() RETURNS trigger AS 'BEGIN RETURN NEW; END' LANGUAGE plpgsql",
    "DROP FUNCTION public.refuse_change() CASCADE",
    "ALTER FUNCTION public.refuse_change() RENAME TO allow_change",
    "SET session_replication_role = replica",
    "SET ROLE ipc_audit",
    "SET SESSION AUTHORIZATION postgres",
    "GRANT ipc_audit TO CURRENT_USER",
    "GRANT DELETE ON audit_auditrow TO CURRENT_USER; DELETE FROM audit_auditrow",
    "REASSIGN OWNED BY ipc_audit TO CURRENT_USER",
    "SELECT setval('audit_auditrow_id_seq', 1)",
    "SELECT set_config('session_replication_role', 'replica', false)",
    "ALTER ROLE CURRENT_USER SUPERUSER",
    "UPDATE audit_auditseal SET digest = 'x'",
    "DELETE FROM audit_auditseal",
    "TRUNCATE audit_auditseal",
    "DROP TABLE audit_auditseal",
]


@pytest.mark.parametrize("statement", ATTACKS)
def test_the_application_is_refused(kept: str, statement: str) -> None:
    with psycopg.connect(kept, autocommit=True) as application:
        with pytest.raises(psycopg.Error) as refusal:
            application.execute(statement)
        # By its rights, or before: there is nothing here that merely a trigger stands against.
        assert isinstance(refusal.value, errors.InsufficientPrivilege | errors.InvalidParameterValue), refusal.value
        assert application.execute("SELECT action FROM audit_auditrow WHERE by_words = 'The system'").fetchall()


def test_it_can_read_add_and_make_tables_of_its_own(kept: str) -> None:
    with psycopg.connect(kept, autocommit=True) as application:
        application.execute(INSERT)
        application.execute("CREATE TABLE public.of_its_own (x int); DROP TABLE public.of_its_own")
        assert keeper.faults(application.cursor()) == []


def test_what_is_not_kept_is_named(db: None) -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        found = " ".join(keeper.faults(cursor))
    assert "owns the schema public" in found
    assert "owns audit_auditrow" in found


def test_lent_for_a_migration_and_kept_again(kept: str) -> None:
    role = urlsplit(kept).username or "ipc"
    with psycopg.connect(administrators_address(), autocommit=True) as admin:
        keeper.release(admin, role)
        with psycopg.connect(kept, autocommit=True) as application:
            application.execute("ALTER TABLE audit_auditrow ADD COLUMN of_a_migration integer")
        keeper.protect(admin, role)
    with psycopg.connect(kept, autocommit=True) as application:
        assert keeper.faults(application.cursor()) == []
