"""Joining: who becomes a member, what is kept of it, and where it leads."""

import pytest
from django.test import Client

from config.checks import complaints_have_an_address
from peer_network.joining import actions, names
from peer_network.joining.errors import JoiningRefused
from peer_network.models import Member, RulesAcceptance

JOIN = "/peers/join/"
GIVEN = {"display_name": "Tea and Toast", "is_adult": "on", "accepts": "on"}


@pytest.fixture
def carer(client_as, kernow) -> Client:
    return client_as("carer", area=kernow)


def test_somebody_new_is_led_to_join_and_back(carer):
    led = carer.get("/peers/?space=tea")
    assert led["Location"] == "/peers/join/?next=%2Fpeers%2F%3Fspace%3Dtea"
    assert carer.post(JOIN, {**GIVEN, "next": "/peers/?space=tea"})["Location"] == "/peers/?space=tea"
    assert carer.get("/peers/").status_code == 200


@pytest.mark.parametrize("elsewhere", ["https://example.org/peers/", "//example.org", "/account/", "/peers/\\x"])
def test_joining_leads_to_this_room_alone(carer, elsewhere):
    assert carer.post(JOIN, {**GIVEN, "next": elsewhere})["Location"] == "/peers/"


def test_the_rules_that_were_accepted_are_kept(carer):
    carer.post(JOIN, GIVEN)
    kept = RulesAcceptance.objects.get(member__display_name="Tea and Toast")
    assert (kept.version, kept.is_adult) == ("2026-11-26", True)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"is_adult": ""}, "18 or older"),
        ({"accepts": ""}, "agree to the house rules"),
        ({"display_name": ""}, "Choose a name"),
        ({"display_name": "The M0derator"}, "runs the peer network"),
        ({"display_name": "Person tea"}, "real name or e-mail"),
    ],
)
def test_without_all_of_it_nobody_joins_and_nothing_typed_is_lost(carer, given, words):
    answer = carer.post(JOIN, {**GIVEN, **given})
    assert answer.status_code == 422
    assert words in answer.content.decode()
    if given.get("display_name") is None:
        assert "Tea and Toast" in answer.content.decode()
    assert not Member.objects.exists()


def test_a_name_that_looks_the_same_is_taken(carer, member):
    member()
    actions.rename(member=Member.objects.get(), display_name="Tea & T0ast")
    answer = carer.post(JOIN, {**GIVEN, "display_name": "tea toast"})
    assert "looks very like it" in answer.content.decode()


def test_newer_rules_are_asked_for_once(member, signed_in):
    known = member()
    RulesAcceptance.objects.update(version="2014-01-01")
    client = signed_in(known)
    assert client.get("/peers/")["Location"] == "/peers/join/?next=%2Fpeers%2F"
    assert "The house rules have changed" in client.get(JOIN).content.decode()
    client.post(JOIN, {"accepts": "on"})
    assert client.get("/peers/").status_code == 200
    assert RulesAcceptance.objects.filter(member=known).count() == 2


def test_a_closed_account_reads_nothing_and_hears_why(member, signed_in):
    closed = member(state="closed", state_reason="Selling things")
    answer = signed_in(closed).get("/peers/")
    assert answer.status_code == 403
    assert "is closed" in answer.content.decode()


def test_nobody_under_18_joins(person):
    with pytest.raises(JoiningRefused, match="18 or older"):
        actions.join(display_name="Tea and Toast", is_adult=False, by=person("carer"))


@pytest.mark.parametrize("path", ["/peers/rules/", "/peers/help/", "/peers/complain/"])
def test_rules_and_help_are_open_to_all_in_both_versions(client, path, db):
    full, easy = client.get(path), client.get(f"{path}?easy-read=1")
    assert "Read this page in Easy Read" in full.content.decode()
    assert "ipc-easy-read__item" in easy.content.decode()
    assert "Exit this page" in full.content.decode()


def test_the_page_about_complaining_shows_where_to_write_or_says_that_nobody_was_named(client, settings, db):
    settings.PEERS_COMPLAINTS_EMAIL = ""
    assert "has not named an address of its own" in client.get("/peers/complain/").content.decode()
    assert [each.id for each in complaints_have_an_address(None)] == ["ipc.W003"]
    settings.PEERS_COMPLAINTS_EMAIL = "complaints@ipc.example.org"
    assert 'href="mailto:complaints@ipc.example.org"' in client.get("/peers/complain/").content.decode()
    assert complaints_have_an_address(None) == []
    assert "/peers/complain/" in client.get("/peers/rules/").content.decode()


@pytest.mark.parametrize(
    ("real", "chosen", "is_told"),
    [("Ann Lee", "Candle Song", False), ("Ann Lee", "Tea with Lee", True), ("Rose Smith", "Primroses", True)],
)
def test_a_name_tells_who_somebody_is_by_a_part_of_their_own(real, chosen, is_told):
    if is_told:
        with pytest.raises(JoiningRefused, match="real name"):
            names.check(chosen, real_name=real, email="x@example.org")
    else:
        assert names.check(chosen, real_name=real, email="x@example.org") == chosen
