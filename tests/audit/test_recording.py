"""What is recorded, by whom, and when that is refused."""

import pytest
from django.db import transaction

import audit
from audit import registry
from audit.errors import DetailTooLong, NotInTransaction, UnknownAction, WrongKind
from audit.models import AuditRow


def test_row_knows_a_person_by_number_and_shows_the_name_they_have_now(person, kernow):
    lead = person("area-lead", area=kernow)
    row = audit.record(action="plan.change", by=lead, area=kernow, object=kernow, detail={"phase": 2})
    lead.name = "Another Name"
    lead.save()

    row = AuditRow.objects.get(pk=row.pk)
    assert (row.by, row.by_words, row.who) == (lead, "", "Another Name")
    assert (row.area_slug, row.object_type, row.object_words) == ("kernow", "tenants.area", kernow.name)
    assert row.detail == {"phase": 2}


def test_row_says_for_whom_a_representative_acted(person):
    carer, holder = person("carer"), person("budget-holder")
    row = audit.record(action="plan.change", by=carer, on_behalf_of=holder)

    assert row.who == f"{carer.name} for {holder.name}"


def test_no_name_or_address_stands_in_a_row_about_people(person):
    from accounts import invitations

    user = person("board-member")
    user.name = "Ottoline Unusual"
    user.save()
    sent = invitations.invite(email="quentin@unusual.example", role="moderator", by=user)
    audit.record(action="membership.end", by=user, object=user)
    audit.record(action="invitation.withdraw", by=user, object=sent)

    written = str(list(AuditRow.objects.values_list()))
    assert "Unusual" not in written
    assert "unusual" not in written


def test_reading_opens_its_own_transaction_and_is_no_change(db):
    registry.register("sample.look", "Looked at a sample", registry.Kind.READ)
    audit.read(action="sample.look")

    assert AuditRow.objects.filter(action="sample.look").exists()
    with pytest.raises(WrongKind, match="not registered as a read"):
        audit.read(action="plan.change")


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
