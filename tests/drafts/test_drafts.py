"""What was being typed when a session ended is kept for a day, for that person alone."""

import datetime

import pytest
import time_machine

from drafts import actions
from drafts.models import Draft

START = datetime.datetime(2026, 3, 2, 9, 0, tzinfo=datetime.UTC)
HOUR = datetime.timedelta(hours=1)
PLAN = "/areas/kernow/rollout/groups/mental-health/change/"
TYPED = {"lead": "Somebody", "next_step": "Ring the trust\r\nand ask", "password": "never kept", "reason": ""}


@pytest.fixture
def ended(client_as, kernow):
    """An area lead whose session ended while they were typing: (client, clock, answer to what was sent)."""
    with time_machine.travel(START, tick=False) as clock:
        client = client_as("area-lead", area=kernow)
        client.get(PLAN)
        clock.move_to(START + HOUR)
        answer = client.post(PLAN, TYPED)
        yield client, clock, answer


def signed_in_again(client, person=None):
    client.logout()
    client.force_login(person or client.person, backend="accounts.backends.ActiveModelBackend")
    return client


def test_the_way_to_sign_in_leads_on_to_the_draft(ended):
    client, _, answer = ended
    draft = Draft.objects.get()
    assert answer.status_code == 302
    assert answer["Location"] == f"/account/login/?next=/me/drafts/{draft.public_id}/"
    assert draft.user == client.person
    assert draft.path == PLAN


def test_the_draft_shows_what_was_typed_and_that_nothing_was_sent(ended):
    client, _, _ = ended
    body = signed_in_again(client).get(f"/me/drafts/{Draft.objects.get().public_id}/").content.decode()
    assert "Ring the trust" in body
    assert "was not sent" in body
    assert f'action="{PLAN}"' in body


def test_passwords_and_tokens_are_never_kept(ended):
    assert [name for name, _ in Draft.objects.get().fields] == ["lead", "next_step", "reason"]


def test_a_draft_is_there_after_twenty_hours_and_gone_after_a_day(ended):
    client, clock, _ = ended
    address = f"/me/drafts/{Draft.objects.get().public_id}/"
    clock.move_to(START + 21 * HOUR)
    assert signed_in_again(client).get(address).status_code == 200
    clock.move_to(START + 26 * HOUR)
    assert signed_in_again(client).get(address).status_code == 404
    assert actions.forget_expired(START + 26 * HOUR) == 1
    assert not Draft.objects.exists()


def test_nobody_else_sees_a_draft(ended, person, kernow):
    client, _, _ = ended
    colleague = signed_in_again(client, person("area-lead", area=kernow))
    draft = Draft.objects.get()
    assert colleague.get(f"/me/drafts/{draft.public_id}/").status_code == 404
    assert colleague.post(f"/me/drafts/{draft.public_id}/forget/").status_code == 404
    assert "Ring the trust" not in colleague.get("/me/drafts/").content.decode()


def test_a_draft_that_is_sent_and_taken_is_forgotten(ended):
    client, _, _ = ended
    signed_in_again(client)
    draft = Draft.objects.get()
    fields = dict(draft.fields) | {"_draft": str(draft.public_id)}
    assert client.post(PLAN, fields).status_code == 422  # no reason: the form comes back, and the draft stays
    assert Draft.objects.exists()
    assert client.post(PLAN, fields | {"status": "preparing", "reason": "Agreed"}).status_code == 302
    assert not Draft.objects.exists()


def test_a_draft_of_somebody_else_is_not_forgotten_by_sending_its_id(ended, person, kernow):
    client, _, _ = ended
    signed_in_again(client, person("area-lead", area=kernow))
    draft = Draft.objects.get()
    client.post(PLAN, {"_draft": str(draft.public_id), "status": "preparing", "reason": "Agreed", "lead": "x"})
    assert Draft.objects.exists()


def test_throwing_a_draft_away_deletes_it(ended):
    client, _, _ = ended
    signed_in_again(client).post(f"/me/drafts/{Draft.objects.get().public_id}/forget/")
    assert not Draft.objects.exists()


def test_a_page_that_was_only_asked_for_leaves_no_draft(client_as, kernow):
    with time_machine.travel(START, tick=False) as clock:
        client = client_as("area-lead", area=kernow)
        client.get(PLAN)
        clock.move_to(START + HOUR)
        assert client.get(PLAN)["Location"].endswith(f"next={PLAN}")
    assert not Draft.objects.exists()


def test_somebody_who_was_never_signed_in_leaves_no_draft(client, db):
    client.post(PLAN, TYPED)
    assert not Draft.objects.exists()


def test_no_more_than_twenty_drafts_are_kept_of_a_person(client_as, kernow, rf):
    who = client_as("area-lead", area=kernow).person
    for number in range(25):
        actions.keep(request=rf.post("/me/", {"name": f"Name {number}"}), by=who)
    assert Draft.objects.count() == 20
    assert not Draft.objects.filter(fields=[["name", "Name 4"]]).exists()


@pytest.mark.parametrize("path", ["/account/login/", "/api/v1/x", "/cms/pages/"])
def test_signing_in_and_programs_leave_no_draft(rf, person, path):
    assert actions.keep(request=rf.post(path, {"name": "x"}), by=person()) is None


def test_a_request_too_large_for_typing_is_not_kept(rf, person):
    assert actions.keep(request=rf.post("/me/", {"name": "x" * 300_000}), by=person()) is None


def test_letters_that_the_database_cannot_hold_are_left_out(rf, person):
    draft = actions.keep(request=rf.post("/me/", {"name": "a\x00b"}), by=person())
    draft.refresh_from_db()
    assert draft.fields == [["name", "ab"]]
