"""OIDC_PROVIDERS: what is wrong in it is said in words."""

import json
from pathlib import Path
from typing import Any

import pytest

from config.checks import sign_in_providers_are_sound
from config.integrations.providers import read
from tests.accounts.openid_provider import pem

PLAIN = {
    "id": "council",
    "name": "The council",
    "shape": "plain",
    "discovery": "https://login.example.org",
    "client_id": "ipc",
    "client_secret": "s",
}
CIS2 = PLAIN | {"shape": "nhs-cis2"}


@pytest.fixture
def key_file(tmp_path: Path) -> str:
    """An RSA key of 2,048 bits."""
    (tmp_path / "key.pem").write_text(pem("rsa-client"))
    return str(tmp_path / "key.pem")


def signed(key_file: str, **more: Any) -> dict[str, Any]:
    """A provider at which we sign."""
    return {name: value for name, value in PLAIN.items() if name != "client_secret"} | {
        "private_key_file": key_file,
        **more,
    }


def test_no_providers_is_fine() -> None:
    assert read("") == ([], [])


def test_nhs_login_needs_an_address_a_client_and_a_key(key_file: str) -> None:
    entry = signed(key_file, shape="nhs-login", discovery="https://auth.sandpit.signin.nhs.uk")
    [provider], faults = read(json.dumps([entry]))
    assert faults == []
    assert provider.discovery == "https://auth.sandpit.signin.nhs.uk/.well-known/openid-configuration"
    assert (provider.client_signing, provider.token_signing) == ("RS512", ("RS512",))
    assert provider.form_origins == (
        "https://auth.sandpit.signin.nhs.uk",
        "https://access.sandpit.signin.nhs.uk",
    )


def test_a_file_can_hold_the_providers(tmp_path: Path) -> None:
    (tmp_path / "providers.json").write_text(json.dumps([PLAIN]))
    assert [each.id for each in read(str(tmp_path / "providers.json"))[0]] == ["council"]


def test_secrets_are_in_no_description_of_a_provider() -> None:
    assert "s3cret" not in repr(read(json.dumps([PLAIN | {"client_secret": "s3cret"}]))[0])


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"shape": "nhs"}, "shape: 'nhs' is none we know."),
        ({"id": "The Council"}, "id: use 2 to 39 small letters"),
        ({"client_id": ""}, "client_id: it is missing."),
        ({"client_id": 7}, "client_id: it should be text"),
        ({"scopes": "openid"}, "scopes: it should be a list"),
        ({"scopes": ["email"]}, 'scopes: "openid" has to be among them.'),
        ({"discovery": "http://login.example.org"}, "discovery: the address should start with https://."),
        ({"discovery": "https://user@login.example.org"}, "discovery: give the provider's address alone"),
        ({"client_secret": ""}, "give one of private_key_file"),
        ({"client_secret": "", "client_secret_file": "/none"}, "client_secret_file: /none can't be read"),
        ({"client_secret": "", "private_key_file": "/none"}, "private_key_file: /none can't be read"),
        ({"private_key_file": "/none"}, "give one of private_key_file"),
        ({"token_signing": ["HS256"]}, "token_signing: 'HS256' can't be used."),
        ({"token_signing": ["none"]}, "token_signing: 'none' can't be used."),
        ({"vtr": ["P5.Cp"]}, "vtr: Another organisation knows no vectors of trust."),
        ({"client_signing": "HS256"}, "client_signing: Another organisation takes"),
        ({"colour": "blue"}, "colour: there is no such setting."),
    ],
)
def test_a_fault_says_where_it_is_and_how_to_mend_it(change: dict[str, Any], fault: str) -> None:
    providers, [said] = read(json.dumps([PLAIN | change]))
    assert providers == []
    assert said.startswith("OIDC_PROVIDERS, provider 1")
    assert fault in said


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"shape": "nhs-login", "vtr": ["P5"]}, "vtr: 'P5' asks for no sign-in."),
        ({"shape": "nhs-login", "vtr": ["P5.password"]}, "'password' is no part of a vector"),
        ({"shape": "govuk-one-login", "vtr": ["P2.Cl.Cm"]}, "We ask only that it is the same person"),
        ({"shape": "govuk-one-login", "acr_values": ["x"]}, "acr_values: GOV.UK One Login is asked by vtr."),
        ({"shape": "govuk-one-login", "client_signing": "ES256"}, "private_key_file: ES256 needs an EC key"),
        ({"shape": "nhs-cis2", "acr_values": ["AAL1_USERPASS"]}, "no class of level 2 or 3."),
        ({"shape": "nhs-cis2", "two_step_acr": ["x"]}, "two_step_acr: we know already"),
    ],
)
def test_each_shape_says_what_it_can_not_take(key_file: str, change: dict[str, Any], fault: str) -> None:
    assert fault in read(json.dumps([signed(key_file, **change)]))[1][0]


def test_nhs_login_takes_no_secret() -> None:
    [fault] = read(json.dumps([PLAIN | {"shape": "nhs-login"}]))[1]
    assert "client_secret: NHS login takes no secret. Give private_key_file." in fault


def test_a_provider_with_a_fault_leaves_the_others_working() -> None:
    providers, faults = read(json.dumps([PLAIN | {"id": "X"}, PLAIN, PLAIN]))
    assert [each.id for each in providers] == ["council"]
    assert len(faults) == 2  # the first, and the third which has the second's id


@pytest.mark.parametrize("value", ["[", "{}", "/no/such/file.json"])
def test_what_can_not_be_read_is_one_fault(value: str) -> None:
    assert len(read(value)[1]) == 1


def test_the_check_names_each_fault(settings: Any) -> None:
    settings.OIDC_FAULTS = ["OIDC_PROVIDERS, provider 1: shape: it is missing."]
    [problem] = sign_in_providers_are_sound(None)
    assert (problem.id, problem.msg) == ("ipc.E020", settings.OIDC_FAULTS[0])
