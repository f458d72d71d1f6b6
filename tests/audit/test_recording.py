"""What is recorded, by whom, and when that is refused."""

import pytest
from django.db import transaction

import audit
from audit import registry
from audit.errors import DetailTooLong, NotInTransaction, UnknownAction
from audit.models import AuditRow


def test_row_keeps_names_so_that_it_makes_sense_when_they_are_gone(person, kernow):
    lead = person("area-lead", area=kernow)
    row = audit.record(action="plan.change", by=lead, area=kernow, object=kernow, detail={"phase": 2})

    assert (row.by, row.by_words) == (lead, lead.name)
    assert (row.area_slug, row.object_type, row.object_words) == ("kernow", "tenants.area", kernow.name)
    assert row.detail == {"phase": 2}


def test_person_is_named_by_public_id_when_they_are_the_thing(person):
    user = person()
    row = audit.record(action="membership.end", object=user)

    assert row.object_id == str(user.public_id)


def test_unknown_action_is_refused(db):
    with pytest.raises(UnknownAction):
        audit.record(action="plan.misspelt")


def test_outside_a_transaction_it_is_refused(committed_db):
    with pytest.raises(NotInTransaction):
        audit.record(action="plan.change")
    assert not AuditRow.objects.filter(action="plan.change").exists()


def test_row_goes_with_the_change_that_is_taken_back(db):
    with pytest.raises(RuntimeError), transaction.atomic():
        audit.record(action="area.export")
        raise RuntimeError
    assert not AuditRow.objects.filter(action="area.export").exists()


def test_long_detail_is_refused(db):
    with pytest.raises(DetailTooLong):
        audit.record(action="plan.change", detail={"text": "x" * 5000})


def test_action_can_not_be_given_two_meanings():
    registry.register("plan.change", "Changed an area's plan")
    with pytest.raises(ValueError, match="already"):
        registry.register("plan.change", "Something else")
    with pytest.raises(ValueError, match="noun.verb"):
        registry.register("Plan", "x")


def test_request_is_named_in_the_rows_it_makes(client_as):
    client = client_as("network-manager")
    client.get("/network/audit/audit.csv", headers={"X-Request-ID": "0123456789abcdef"})

    assert AuditRow.objects.get(action="audit.export").request_id == "0123456789abcdef"


def sign_in(client, email, password):
    return client.post("/account/login/", {"login": email, "password": password})


def test_sign_in_and_out_are_recorded(client, person):
    user = person("board-member")
    user.set_password("a long enough phrase")
    user.save()
    sign_in(client, user.email, "a long enough phrase")
    client.post("/account/logout/")

    rows = AuditRow.objects.filter(action__startswith="session.").order_by("pk")
    assert [(row.action, row.by) for row in rows] == [("session.start", user), ("session.end", user)]


def test_refused_sign_in_names_the_account_and_not_what_was_typed(client, person):
    user = person("board-member")
    sign_in(client, user.email.upper(), "my wrong pass phrase")
    sign_in(client, "my-password-by-mistake@nowhere.example", "x")

    known, unknown = AuditRow.objects.filter(action="session.refuse").order_by("pk")
    assert known.object_id == str(user.public_id)
    assert (unknown.object_id, unknown.detail) == ("", {"has_account": False})
    texts = str(list(AuditRow.objects.values_list("detail", "object_words", "by_words")))
    assert "wrong pass" not in texts
    assert "mistake" not in texts
