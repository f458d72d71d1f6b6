"""A seal a day: what somebody changes past the application shows."""

import datetime

import pytest
from django.db import connection

from audit import seals
from audit.models import AuditRow, AuditSeal

NOW = datetime.datetime(2026, 11, 24, 7, 0, tzinfo=datetime.UTC)


@pytest.fixture
def three_days(db):
    """Two rows on the 21st, none on the 22nd, one on the 23rd and one today."""
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE audit_auditrow DISABLE TRIGGER USER; DELETE FROM audit_auditrow")
    for moment in ("2026-11-21 00:00+00", "2026-11-21 23:59:59.9+00", "2026-11-23 12:00+00", "2026-11-24 01:00+00"):
        AuditRow.objects.create(action="plan.change", by_words="The system", at=moment)


def tamper(statement, *values):
    """As a superuser would, with the triggers off."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def test_days_that_are_well_over_are_sealed_once(three_days):
    assert [(str(seal.day), seal.rows) for seal in seals.seal(NOW)] == [
        ("2026-11-21", 2),
        ("2026-11-22", 0),
        ("2026-11-23", 1),
    ]
    assert seals.seal(NOW) == []
    found = seals.verify()
    assert (found.days, found.rows, found.faults) == (3, 3, [])


def test_a_day_is_not_sealed_while_a_transaction_of_it_may_still_be_open(three_days):
    early = NOW.replace(hour=5, minute=59)
    assert [str(seal.day) for seal in seals.seal(early)] == ["2026-11-21", "2026-11-22"]


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("UPDATE audit_auditrow SET detail = '{\"x\": 1}' WHERE at < '2026-11-22'", "2026-11-21: a row"),
        ("DELETE FROM audit_auditrow WHERE at < '2026-11-21 12:00'", "2026-11-21: 2 rows were sealed, and there are 1"),
        (
            "INSERT INTO audit_auditrow (at, action, by_words, area_slug, object_type, object_id, object_words, "
            "detail, request_id) VALUES ('2026-11-22 12:00', 'x', '', '', '', '', '', '{}', '')",
            "2026-11-22: 0 rows were sealed, and there are 1",
        ),
        ("UPDATE audit_auditrow SET at = '2026-11-21 10:00' WHERE at = '2026-11-21 00:00+00'", "2026-11-21: a row"),
    ],
)
def test_what_was_changed_is_named_by_its_day(three_days, statement, fault):
    seals.seal(NOW)
    tamper(statement)
    assert any(each.startswith(fault) for each in seals.verify().faults), seals.verify().faults


def test_a_seal_made_anew_breaks_the_next_one(three_days):
    seals.seal(NOW)
    tamper("UPDATE audit_auditrow SET action = 'x.y' WHERE at < '2026-11-22'")
    tamper("ALTER TABLE audit_auditseal DISABLE TRIGGER USER")
    _, digest = seals.digest_of(datetime.date(2026, 11, 21), "", seals.FORM)
    tamper("UPDATE audit_auditseal SET digest = %s WHERE day = '2026-11-21'", digest)
    assert [each[:10] for each in seals.verify().faults] == ["2026-11-22"]


def test_all_seals_made_anew_show_against_a_digest_kept_elsewhere(three_days):
    kept = seals.seal(NOW)[-1].digest
    assert seals.verify(kept).faults == []
    tamper("ALTER TABLE audit_auditseal DISABLE TRIGGER USER; DELETE FROM audit_auditseal")
    tamper("UPDATE audit_auditrow SET action = 'x.y' WHERE at < '2026-11-22'")
    seals.seal(NOW)
    assert seals.verify().faults == []
    assert "No seal bears the digest" in seals.verify(kept).faults[0]


def test_a_seal_is_never_changed(db):
    AuditSeal.objects.create(day="2026-11-21", rows=0, form=1, digest="x")
    with pytest.raises(Exception, match="never changed or removed"):
        AuditSeal.objects.update(digest="y")
