"""The pages on which people make and revoke their tokens."""

from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY

from api.models import CalendarLink, Token
from tests.api.conftest import make_token
from tests.conftest import make_person

TOKENS, MAKE = "/me/tokens/", "/me/tokens/make/"
ANSWERS = {"name": "Monthly figures", "scopes": ["areas:read"], "days": "90"}


def pass_two_steps(client):
    session = client.session
    session[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "mfa", "type": "totp", "at": 1}]
    session.save()


def test_token_is_shown_once_and_works(client_as, client):
    mine = client_as("carer")
    made = mine.post(MAKE, ANSWERS)

    secret = made.text.partition("ipc_")[2].partition("<")[0]
    assert client.get("/api/v1/areas", headers={"Authorization": f"Bearer ipc_{secret}"}).status_code == 200
    listed = mine.get(TOKENS).text
    assert "Monthly figures" in listed
    assert secret not in listed
    assert made["Cache-Control"] == "no-store, private"
    days = Token.objects.get().expires_at - Token.objects.get().created_at
    assert round(days.total_seconds() / 86400) == 90


def test_form_offers_only_what_the_roles_allow(client_as):
    assert "board:read" not in client_as("carer").get(MAKE).text
    assert "board:read" in client_as("board-member").get(MAKE).text

    refused = client_as("carer").post(MAKE, {**ANSWERS, "scopes": ["board:read"]})
    assert refused.status_code == 422
    assert "Your roles do not allow one of these" in refused.text
    assert not Token.objects.exists()


def test_staff_are_told_to_sign_in_with_their_second_step(client_as, kernow):
    client = client_as("area-lead", area=kernow)
    refused = client.post(MAKE, ANSWERS)
    assert refused.status_code == 422
    assert "sign in again with your second step" in refused.text

    pass_two_steps(client)
    assert client.post(MAKE, ANSWERS).status_code == 200


def test_revoking_asks_first_and_ends_only_ones_own(client_as):
    client = client_as("carer")
    token, _ = make_token(client.person, "me:read")
    others, _ = make_token(make_person("carer"), "me:read")
    page = f"/me/tokens/{token.public_id}/revoke/"

    assert "can’t be brought back" in client.get(page).text
    assert Token.objects.get(pk=token.pk).is_live
    client.post(page)
    assert not Token.objects.get(pk=token.pk).is_live
    assert client.post(f"/me/tokens/{others.public_id}/revoke/").status_code == 404
    assert "Revoked on" in client.get(TOKENS).text


def test_calendar_link_opens_the_calendar_without_signing_in_until_it_is_taken_back(client_as, client):
    reader = client_as("board-member")
    made = reader.post("/me/calendars/milestones/make/")
    address = "/calendars/cal_" + made.text.partition("/calendars/cal_")[2].partition("<")[0]

    answer = client.get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert reader.person.email not in answer.text

    reader.post("/me/calendars/milestones/revoke/")
    assert client.get(address).status_code == 404


def test_new_calendar_link_ends_the_old_one(client_as, client):
    reader = client_as("board-member")
    addresses = []
    for _ in range(2):
        made = reader.post("/me/calendars/milestones/make/")
        addresses.append("/calendars/cal_" + made.text.partition("/calendars/cal_")[2].partition("<")[0])

    assert [client.get(address).status_code for address in addresses] == [404, 200]
    assert CalendarLink.objects.filter(revoked_at__isnull=True).count() == 1


def test_calendar_link_is_over_with_the_role(client_as, client):
    from tenants import memberships

    reader = client_as("board-member")
    made = reader.post("/me/calendars/milestones/make/")
    address = "/calendars/cal_" + made.text.partition("/calendars/cal_")[2].partition("<")[0]
    memberships.end(membership=reader.person.memberships.get(), by=None)

    assert client.get(address).status_code == 404
    assert reader.post("/me/calendars/milestones/make/").status_code == 404
