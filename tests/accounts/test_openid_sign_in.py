"""Signing in with NHS login, NHS CIS2, GOV.UK One Login and a plain provider."""

import json
from typing import Any

import pytest
from allauth.socialaccount.models import SocialAccount
from django.test import Client

from accounts import invitations
from accounts.models import User
from audit.models import AuditRow
from tests.accounts.conftest import LOGIN, link, sign_in, to_provider, who

CIS2 = {"acr": "AAL2_OR_AAL3_ANY", "authentication_assurance_level": "2", "id_assurance_level": "3"}
SHAPES = [
    ("nhs-login", "RS512", "RS512", {"vot": "P5.Cp.Cd", "identity_proofing_level": "P5"}),
    ("nhs-login", "RS512", "RS512", {"vot": "P9.Cp.Ck", "identity_proofing_level": "P9"}),
    ("nhs-cis2", "RS256", "RS256", CIS2),
    ("nhs-cis2", "RS256", "", CIS2),
    ("govuk-one-login", "ES256", "RS256", {"vot": "Cl.Cm"}),
    ("govuk-one-login", "RS256", "ES256", {"vot": "Cl.Cm"}),
]


@pytest.mark.parametrize(("shape", "algorithm", "client_algorithm", "claims"), SHAPES)
def test_each_shape_signs_a_practitioner_in_whose_second_step_it_took(
    provider_of: Any, person: Any, kernow: Any, client: Client, shape: str, algorithm: str, client_algorithm: str,
    claims: dict[str, Any],
) -> None:  # fmt: skip
    provider = provider_of(shape, algorithm, client_algorithm)
    provider.claims = claims
    user = link(person("practitioner", area=kernow))
    assert sign_in(client).headers["Location"] == "/home/"
    assert provider.faults == []
    assert who(client) == user.pk
    assert client.get("/home/").status_code == 200  # nobody asks for a second step of ours


def test_a_plain_provider_leaves_our_second_step_in_place(
    provider: Any, person: Any, kernow: Any, client: Client
) -> None:
    link(person("practitioner", area=kernow))
    assert sign_in(client).headers["Location"] == "/account/2fa/authenticate/"
    assert who(client) is None
    assert provider.faults == []


def test_a_plain_provider_may_be_set_up_to_take_two_steps(
    provider_of: Any, person: Any, kernow: Any, client: Client
) -> None:
    provider = provider_of(two_step_acr=("mfa",))
    provider.claims = {"acr": "mfa"}
    user = link(person("practitioner", area=kernow))
    sign_in(client)
    assert who(client) == user.pk


def test_the_provider_is_asked_as_its_shape_says_and_not_as_an_address_says(provider_of: Any, client: Client) -> None:
    provider = provider_of("nhs-login", "RS512", "RS512")
    to_provider(client, "?auth_params=vtr%3D%5B%22P0.Cp%22%5D&scope=email")
    asked = provider.authorize_asked
    assert json.loads(asked["vtr"]) == ["P5.Cp.Cd", "P5.Cp.Ck", "P5.Cm"]
    assert (asked["scope"], asked["response_type"], asked["code_challenge_method"]) == ("openid", "code", "S256")
    assert len(asked["nonce"]) >= 32


def test_nothing_of_a_person_is_kept_but_the_subject(provider: Any, linked: User, client: Client) -> None:
    provider.claims = {"nhs_number": "9999999999", "family_name": "Ash"}
    sign_in(client)
    assert SocialAccount.objects.get().extra_data == {"two_steps": False}
    assert "9999999999" not in json.dumps(dict(client.session.items()), default=str)


def test_an_unknown_subject_is_never_matched_by_e_mail(provider: Any, person: Any, client: Client) -> None:
    user = person("budget-holder")
    provider.claims = {"email": user.email, "email_verified": True}
    answer = sign_in(client)
    assert answer.status_code == 403
    assert "We do not know this account yet" in answer.content.decode()
    assert who(client) is None
    assert not SocialAccount.objects.exists()


def test_somebody_signed_in_links_an_account_and_signs_in_with_it(provider: Any, person: Any, client: Client) -> None:
    user = person("budget-holder")
    user.set_password("three words together")
    user.save()
    client.post("/account/login/", {"login": user.email, "password": "three words together"})
    answer = sign_in(client, "?process=connect")
    assert answer.headers["Location"] == "/account/reauthenticate/"  # first the password, once more
    client.post("/account/reauthenticate/", {"password": "three words together"})
    assert SocialAccount.objects.get().user_id == user.pk
    assert AuditRow.objects.filter(action="linked_account.add", by=user).count() == 1
    other = Client()
    sign_in(other)
    assert who(other) == user.pk


def test_an_account_of_somebody_else_can_not_be_linked(provider: Any, linked: User, client_as: Any) -> None:
    client = client_as("carer")
    sign_in(client, "?process=connect")
    assert SocialAccount.objects.get().user_id == linked.pk


def test_the_last_way_to_sign_in_stays_linked(provider: Any, linked: User) -> None:
    client = Client()
    sign_in(client)
    account = SocialAccount.objects.get()
    answer = client.post("/account/3rdparty/", {"account": account.pk})
    assert "This is your only way to sign in." in answer.content.decode()
    linked.set_password("three words together")
    linked.save()
    client.force_login(linked, backend="accounts.backends.ActiveModelBackend")
    client.post("/account/reauthenticate/", {"password": "three words together"})
    client.post("/account/3rdparty/", {"account": account.pk})
    assert not SocialAccount.objects.exists()
    assert AuditRow.objects.filter(action="linked_account.remove", by=linked).count() == 1


def test_a_newcomer_accepts_an_invitation_with_an_account_at_a_provider(provider: Any, client: Client) -> None:
    path = invitation_for("newcomer@example.org")
    assert f"{LOGIN}?next={path}" in client.get(path).content.decode()
    assert sign_in(client, f"?next={path}").headers["Location"] == path
    assert "You came from Test login" in client.get(path).content.decode()
    client.post(path, {"name": "Nia Newcomer"})
    user = User.objects.get(email="newcomer@example.org")
    assert not user.has_usable_password()
    assert [each.role for each in user.memberships.all()] == ["budget-holder"]
    sign_in(client)
    assert who(client) == user.pk


def test_an_invitation_to_somebody_with_an_account_does_not_hand_it_to_a_subject(
    provider: Any, person: Any, client: Client
) -> None:
    user = person("carer")
    path = invitation_for(user.email)
    client.get(path)
    answer = sign_in(client, f"?next={path}")
    assert answer.status_code == 403
    assert not SocialAccount.objects.exists()


def test_a_subject_brought_back_for_one_invitation_opens_no_other(provider: Any, client: Client) -> None:
    first, second = invitation_for("one@example.org"), invitation_for("two@example.org")
    client.get(first)
    sign_in(client)
    assert "You came from Test login" not in client.get(second).content.decode()


def test_a_closed_account_is_not_opened_by_a_provider(provider: Any, linked: User, client: Client) -> None:
    linked.is_active = False
    linked.save()
    assert sign_in(client).headers["Location"] == "/account/inactive/"
    assert who(client) is None


@pytest.mark.parametrize("wanted", ["https://evil.example/", "//evil.example/", "/\\evil.example"])
def test_nobody_is_sent_on_to_another_site(provider: Any, linked: User, client: Client, wanted: str) -> None:
    assert sign_in(client, f"?next={wanted}").headers["Location"] == "/home/"


def test_only_the_page_that_leads_to_a_provider_may_send_its_form_there(provider: Any, client: Client) -> None:
    assert f"form-action 'self' {provider.address};" in client.get(LOGIN).headers["Content-Security-Policy"] + ";"
    assert provider.address not in client.get("/account/login/").headers["Content-Security-Policy"]


def test_a_provider_that_is_not_set_up_is_not_found(provider: Any, client_as: Any) -> None:
    assert client_as("carer").get("/account/oidc/another/login/").status_code == 404


def invitation_for(email: str) -> str:
    """The address of an invitation to be a budget holder."""
    invitation, token = invitations.Invitation(email=email, role="budget-holder"), f"token-of-{email}"
    invitation.token_digest = invitations.digest(token)
    invitation.expires_at = invitations.timezone.now() + invitations.OPEN_FOR
    invitation.save()
    return f"/account/invitation/{token}/"
