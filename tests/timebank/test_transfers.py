"""Posting: what a transfer does to balances, and what is refused."""

import uuid

import pytest

from timebank.ledger import accounts, transfers
from timebank.ledger.errors import AlreadyReversed, KeyTaken, LimitPassed, NotWhole, ReversalIsFinal
from timebank.models import Account, Entry, Transfer


def balance(slug):
    found = accounts.by_slug(slug).balance
    return found.minutes, found.given, found.had


def test_an_hour_of_help_goes_from_who_was_helped_to_who_gave(helped):
    posted = helped("bristol", "kernow", 60, note="Risk sharing")

    assert balance("bristol") == (60, 60, 0)
    assert balance("kernow") == (-60, 0, 60)
    assert posted.transfer.minutes == 60
    assert sorted(posted.transfer.entries.values_list("minutes", "side", "balance_after")) == [
        (-60, "had", -60),
        (60, "gave", 60),
    ]


def test_several_can_give_and_several_have_in_one_transfer(opened):
    transfers.post(
        key="many",
        legs=[
            transfers.gave(opened("bristol"), 90),
            transfers.gave(opened("swindon"), 30),
            transfers.had(opened("kernow"), 75),
            transfers.had(opened("somerset"), 45),
        ],
    )

    assert balance("bristol") == (90, 90, 0)
    assert balance("swindon") == (30, 30, 0)
    assert balance("kernow") == (-75, 0, 75)
    assert balance("somerset") == (-45, 0, 45)
    assert Transfer.objects.get().minutes == 120


def test_the_same_request_again_gives_the_same_transfer(helped):
    first = helped("bristol", "kernow", 60, key="once", note="A talk")
    again = helped("bristol", "kernow", 60, key="once", note="A talk")

    assert (again.transfer_id, again.is_replay) == (first.transfer_id, True)
    assert balance("bristol") == (60, 60, 0)
    assert Entry.objects.count() == 2


@pytest.mark.parametrize(
    "other",
    [
        {"minutes": 75},
        {"giver": "swindon"},
        {"receiver": "swindon"},
        {"note": "Another talk"},
        {"session_ref": uuid.UUID(int=1)},
    ],
)
def test_a_key_with_other_content_is_refused(helped, other):
    helped("bristol", "kernow", 60, key="once", note="A talk")
    facts = {"giver": "bristol", "receiver": "kernow", "minutes": 60, "note": "A talk", **other}

    with pytest.raises(KeyTaken, match="belongs to another transfer"):
        helped(**facts, key="once")

    assert balance("bristol") == (60, 60, 0)


def test_the_default_limit_lets_twenty_hours_be_had_and_no_more(helped):
    helped("bristol", "kernow", 1200)

    with pytest.raises(LimitPassed, match="would be at −20 hours 15 minutes, and may go down to −20 hours"):
        helped("swindon", "kernow", 15)

    assert balance("kernow") == (-1200, 0, 1200)
    assert balance("swindon") == (0, 0, 0)


def test_a_reversal_turns_every_entry_and_takes_back_what_was_given_and_had(helped):
    posted = helped("bristol", "kernow", 60)

    reversal = transfers.reverse(transfer=posted.transfer, reason="Posted twice", by=None, key="back").transfer

    assert balance("bristol") == balance("kernow") == (0, 0, 0)
    assert reversal.reverses_id == posted.transfer_id
    assert sorted(reversal.entries.values_list("minutes", "side")) == [(-60, "gave"), (60, "had")]


def test_a_transfer_is_reversed_once(helped):
    posted = helped("bristol", "kernow", 60)
    transfers.reverse(transfer=posted.transfer, reason="A mistake", by=None, key="back")

    with pytest.raises(AlreadyReversed):
        transfers.reverse(transfer=posted.transfer, reason="A mistake", by=None, key="back again")
    again = transfers.reverse(transfer=posted.transfer, reason="A mistake", by=None, key="back")

    assert again.is_replay
    assert balance("bristol") == (0, 0, 0)


def test_a_reversal_is_not_reversed(helped):
    posted = helped("bristol", "kernow", 60)
    reversal = transfers.reverse(transfer=posted.transfer, reason="A mistake", by=None, key="back").transfer

    with pytest.raises(ReversalIsFinal):
        transfers.reverse(transfer=reversal, reason="A mistake", by=None, key="forth")


def test_a_reversal_keeps_the_limit_of_who_has_spent_the_minutes(helped):
    posted = helped("bristol", "kernow", 60)
    helped("swindon", "bristol", 1260)

    with pytest.raises(LimitPassed, match="Bristol would be at −21 hours"):
        transfers.reverse(transfer=posted.transfer, reason="A mistake", by=None, key="back")

    assert balance("bristol") == (-1200, 60, 1260)


def test_a_grant_comes_from_the_pool_and_is_no_help_given(opened):
    transfers.grant(key="start", to=opened("kernow"), minutes=300, note="To begin with", by=None)

    assert balance("network") == (-300, 0, 0)
    assert balance("kernow") == (300, 0, 0)


@pytest.mark.parametrize(
    ("legs", "words"),
    [
        ([("bristol", 60), ("kernow", -45)], "same number of minutes"),
        ([("bristol", 50), ("kernow", -50)], "multiple of 15"),
        ([("bristol", 60), ("bristol", -60)], "different accounts"),
        ([("bristol", 0), ("kernow", 0)], "not 0"),
        ([], "different accounts"),
    ],
)
def test_what_makes_no_transfer_is_said_in_words(opened, legs, words):
    made = [transfers.Leg(opened(slug), minutes, "gave" if minutes > 0 else "had") for slug, minutes in legs]

    with pytest.raises(NotWhole, match=words):
        transfers.post(key="faulty", legs=made)


def test_every_area_and_the_network_have_an_account_without_anybody_opening_it(db):
    assert accounts.open_missing() == 12
    assert accounts.open_missing() == 0
    assert Account.objects.filter(kind="network").count() == 1
