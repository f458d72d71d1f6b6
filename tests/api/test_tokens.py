"""A token gives no more than its owner may now, and nothing once it is over."""

import datetime

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from accounts import users
from api import actions
from api.errors import NeedsTwoSteps, ScopeNotYours, TooManyTokens
from api.models import Token
from audit.models import AuditRow
from tenants import memberships
from tests.api.conftest import make_token
from tests.conftest import make_person

AREAS, PHASES, PLANS = "/api/v1/areas", "/api/v1/programme/phases", "/api/v1/areas/kernow/plans"


def status(client, address):
    return client.get(address).status_code


def test_token_opens_what_its_scopes_say_and_nothing_else(token_client):
    client = token_client("board-member", wanted=("areas:read",))

    assert status(client, AREAS) == 200
    assert status(client, PHASES) == 403
    assert "not made for board:read" in client.get(PHASES).json()["detail"]


def test_secret_is_kept_nowhere(token_client):
    client = token_client("board-member")

    assert client.secret.startswith("ipc_")
    assert len(client.secret) == 47  # the prefix, and 256 bits in base 64
    kept = Token.objects.filter(pk=client.token.pk).values_list().get()
    assert client.secret not in " ".join(map(str, kept))


def test_token_is_over_when_it_is_revoked(token_client):
    client = token_client("board-member")
    actions.revoke(token=client.token, by=client.person)

    assert status(client, AREAS) == 401


def test_token_is_over_when_its_time_is(token_client):
    client = token_client("board-member")
    then = timezone.now() - datetime.timedelta(days=2)
    Token.objects.update(created_at=then, expires_at=then + datetime.timedelta(days=1))

    assert status(client, AREAS) == 401


def test_token_loses_a_right_with_the_next_request_after_the_role_ends(token_client):
    client = token_client("board-member")
    assert status(client, PHASES) == 200

    memberships.end(membership=client.person.memberships.get(), by=None)

    assert status(client, PHASES) == 403
    assert status(client, AREAS) == 200  # asks for no role


def test_token_of_a_closed_account_is_refused(token_client):
    client = token_client("board-member")
    users.disable(email=client.person.email, by=None)

    assert status(client, AREAS) == 401


def test_token_of_an_area_opens_no_other_area(token_client, kernow, bristol):
    client = token_client("area-lead", area=kernow)

    assert status(client, PLANS) == 200
    assert client.get("/api/v1/areas/bristol/plans").json() == client.get("/api/v1/areas/none/plans").json()
    assert status(client, "/api/v1/areas/bristol/plans") == 404


def test_token_of_a_suspended_area_finds_nothing_there(token_client, kernow):
    client = token_client("area-lead", area=kernow)
    kernow.status = "suspended"
    kernow.save()

    assert status(client, PLANS) == 403  # no role is left that counts
    other = token_client("area-lead", area=type(kernow).objects.get(slug="bristol"))
    assert status(other, PLANS) == 404


def test_member_of_an_area_without_the_right_there_is_refused(token_client, kernow, bristol):
    """A practitioner of Bristol who has a budget in Kernow: the right is looked for in the area that is asked."""
    client = token_client("practitioner", area=bristol)
    memberships.grant(user=client.person, role="budget-holder", area=kernow, organisation=None, by=None)

    assert status(client, PLANS) == 403


def test_token_in_the_address_is_refused_even_with_the_right_header(token_client):
    client = token_client("board-member")

    for address in (f"{AREAS}?token={client.secret}", f"{AREAS}/{client.secret}"):
        answer = client.get(address)
        assert answer.status_code == 400
        assert "Revoke this token" in answer.json()["detail"]
    assert Client().get(f"{AREAS}?access_token={client.secret}").status_code == 401


def test_when_it_was_last_used_is_written_once_a_minute(token_client, django_assert_num_queries):
    client = token_client("board-member")
    client.get(AREAS)
    first = Token.objects.get().last_used_at
    client.get(AREAS)
    assert Token.objects.get().last_used_at == first

    Token.objects.update(last_used_at=first - datetime.timedelta(seconds=61))
    client.get(AREAS)
    assert Token.objects.get().last_used_at >= first


def test_all_tokens_of_a_person_share_one_limit(token_client, settings):
    settings.RATE_LIMITS = {**settings.RATE_LIMITS, "api": {"account": "3/m", "address": "3/m"}}
    client = token_client("board-member")
    assert [status(client, AREAS) for _ in range(3)] == [200, 200, 200]

    _, client.secret = make_token(client.person, "areas:read")
    refused = client.get(AREAS)

    assert (refused.status_code, refused["Content-Type"]) == (429, "application/problem+json")
    assert 1 <= int(refused["Retry-After"]) <= 60


def test_tokens_that_do_not_work_are_counted_by_address(client, db, settings):
    settings.RATE_LIMITS = {**settings.RATE_LIMITS, "api-refused": {"account": "2/m", "address": "2/m"}}

    def guess(number):
        return client.get(AREAS, headers={"Authorization": f"Bearer ipc_{number}"}).status_code

    assert [guess(number) for number in range(3)] == [401, 401, 429]


def test_staff_make_tokens_only_after_two_steps(kernow):
    lead = make_person("area-lead", area=kernow)
    facts = {"name": "A", "scopes": ["me:read"], "expires_at": timezone.now() + datetime.timedelta(days=1)}

    with pytest.raises(NeedsTwoSteps):
        actions.make(by=lead, two_steps=False, must_have_two_steps=True, **facts)


def test_token_made_without_two_steps_is_over_when_its_owner_becomes_staff(token_client, kernow):
    client = token_client("board-member")
    Token.objects.update(two_steps=False)
    assert status(client, AREAS) == 200

    memberships.grant(user=client.person, role="area-lead", area=kernow, organisation=None, by=None)

    assert status(client, AREAS) == 401


def test_token_for_what_the_role_does_not_allow_is_not_made(db):
    with pytest.raises(ScopeNotYours):
        make_token(make_person("carer"), "board:read")


def test_nobody_has_more_than_twenty_tokens(db):
    person = make_person("carer")
    for _ in range(20):
        make_token(person, "me:read")

    with pytest.raises(TooManyTokens, match="You have 20 tokens"):
        make_token(person, "me:read")


@pytest.mark.parametrize("days", [367, 0, -1])
def test_database_refuses_a_token_for_more_than_a_year_or_no_time(token_client, days):
    token = token_client("carer").token

    with pytest.raises(IntegrityError, match="api_token_over_within_a_year"), transaction.atomic():
        Token.objects.filter(pk=token.pk).update(expires_at=token.created_at + datetime.timedelta(days=days))


def test_making_and_revoking_stand_in_the_audit_without_the_name(token_client):
    client = token_client("carer")
    actions.revoke(token=client.token, by=client.person)
    actions.revoke(token=client.token, by=client.person)

    rows = AuditRow.objects.filter(by=client.person, action__startswith="token.").order_by("pk")
    assert [row.action for row in rows] == ["token.make", "token.revoke"]
    assert rows[0].detail["scopes"] == ["areas:read", "me:read"]
    assert "A token" not in str([row.detail for row in rows])
