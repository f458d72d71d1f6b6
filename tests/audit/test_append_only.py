"""Audit rows can be added and never altered, whichever way one tries."""

import pgtrigger
import pytest
from django.db import IntegrityError, connection, transaction

import audit
from audit.models import AuditRow


@pytest.fixture
def row(db):
    return audit.record(action="area.suspend", detail={"why": "a test"})


def refused(change):
    with pytest.raises(IntegrityError, match="never changed or removed"), transaction.atomic():
        change()


def sql(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def test_row_is_written_with_the_time(row):
    row.refresh_from_db()

    assert row.at is not None
    assert row.who == "The system"
    assert row.action_words == "Suspended an area"


def test_save_is_refused(row):
    row.by_words = "Somebody else"
    refused(row.save)


def test_bulk_update_and_delete_are_refused(row):
    refused(lambda: AuditRow.objects.update(by_words="Somebody else"))
    refused(lambda: AuditRow.objects.all().delete())
    assert AuditRow.objects.filter(pk=row.pk).exists()


def test_a_change_that_would_touch_no_row_is_refused(db):
    refused(lambda: sql("UPDATE audit_auditrow SET action = 'x' WHERE false"))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_auditrow SET by_words = 'x'",
        "DELETE FROM audit_auditrow",
        "TRUNCATE audit_auditrow",
        "TRUNCATE audit_auditrow CASCADE",
        "INSERT INTO audit_auditrow (id, action, by_words, area_slug, object_type, object_id, object_words, detail, "
        "request_id) SELECT id, 'x', 'x', '', '', '', '', '{}', '' FROM audit_auditrow "
        "ON CONFLICT (id) DO UPDATE SET by_words = 'x'",
    ],
)
def test_raw_sql_is_refused(row, statement):
    refused(lambda: sql(statement))


def test_pgtriggers_own_switch_does_not_open_it(row):
    with pgtrigger.ignore():
        refused(lambda: AuditRow.objects.update(by_words="Somebody else"))
        refused(lambda: sql("DELETE FROM audit_auditrow"))


def test_from_an_areas_schema_it_is_refused_too(row, kernow):
    connection.set_tenant(kernow)
    try:
        refused(lambda: sql("DELETE FROM audit_auditrow"))
    finally:
        connection.set_schema_to_public()
