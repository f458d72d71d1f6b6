"""After the session: both sides confirm, the ledger posts once; what differs is mended or disputed."""

import datetime
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections

from tests.timebank.sessions.conftest import TODAY, VALUES, at
from timebank.ledger import transfers
from timebank.models import Hold, Request, Session, Transfer
from timebank.sessions import bookings, cancelling, confirming, disputes
from timebank.sessions.errors import NotEnough, ReasonMissing, SessionRefused, WrongState


def say(session, account, minutes, confirms=True):
    return confirming.say(session=session, account=account, minutes=minutes, by=None, confirms=confirms)


def test_when_both_confirm_the_same_the_hours_are_posted_and_the_reserved_ones_spent(booked, opened, the_day):
    session = booked()
    the_day(2)
    say(session, opened("bristol"), 120)
    assert not Transfer.objects.exists()
    say(session, opened("kernow"), 120)

    transfer = Transfer.objects.get()
    assert (transfer.key, transfer.minutes) == (f"session:{session.public_id}:v1", 120)
    assert (opened("bristol").balance.minutes, opened("kernow").balance.minutes) == (120, -120)
    assert opened("kernow").balance.reserved == 0 and Hold.objects.get().outcome == "spent"
    session.refresh_from_db()
    assert (session.state, session.minutes_confirmed) == ("confirmed", 120)


def test_many_to_one_pays_each_giver_its_share(booked, opened, the_day):
    session = booked(giving=("bristol", "swindon"), receiving=("kernow",), minutes=120)
    the_day(2)
    for slug in ("bristol", "swindon", "kernow"):
        say(session, opened(slug), 90)
    # 6 quarters for two: 45 each.
    assert [opened(slug).balance.minutes for slug in ("bristol", "swindon", "kernow")] == [45, 45, -90]


def test_a_practitioners_word_waits_for_the_lead(booked, opened, the_day):
    session = booked()
    the_day(2)
    say(session, opened("bristol"), 120)
    say(session, opened("kernow"), 120, confirms=False)
    assert not Transfer.objects.exists()
    say(session, opened("kernow"), 120)
    assert Transfer.objects.count() == 1


def test_different_minutes_post_nothing_until_one_side_changes_its_word(booked, opened, the_day):
    session = booked()
    the_day(2)
    say(session, opened("bristol"), 120)
    say(session, opened("kernow"), 90)
    assert not Transfer.objects.exists() and Session.objects.get().state == "delivered"
    say(session, opened("bristol"), 90)
    assert opened("bristol").balance.minutes == 90
    # The half hour that was reserved and not used is free again.
    assert opened("kernow").balance.reserved == 0


def test_nothing_is_confirmed_before_the_day_or_twice(booked, opened, the_day):
    session = booked()
    with pytest.raises(SessionRefused, match="still to come"):
        say(session, opened("kernow"), 120)
    the_day(2)
    say(session, opened("kernow"), 120)
    say(session, opened("bristol"), 120)
    with pytest.raises(WrongState, match="Confirmed"):
        say(session, opened("kernow"), 60)


def test_more_than_the_limit_allows_is_not_confirmed(booked, opened, helped, the_day):
    session = booked()
    helped("swindon", "kernow", 1080)  # 18 hours; with the 2 that are reserved, all 20
    the_day(2)
    say(session, opened("bristol"), 180)
    with pytest.raises(NotEnough, match="NHS Kernow"):
        say(session, opened("kernow"), 180)
    assert Session.objects.get().state == "delivered"
    say(session, opened("bristol"), 120)
    say(session, opened("kernow"), 120)
    assert opened("kernow").balance.minutes == -1200


def test_the_network_manager_confirms_on_behalf_with_a_reason(booked, opened, the_day, person):
    session, manager = booked(), person("network-manager")
    the_day(2)
    say(session, opened("kernow"), 120)
    with pytest.raises(ReasonMissing):
        confirming.on_behalf(session=session, account=opened("bristol"), minutes=120, reason="", by=manager)
    confirming.on_behalf(session=session, account=opened("bristol"), minutes=120, reason="By telephone", by=manager)
    part = session.parts.get(side="gives")
    assert (part.confirmed_how, part.on_behalf_reason, part.confirmed_by) == ("on_behalf", "By telephone", manager)
    assert Transfer.objects.count() == 1


def test_a_dispute_holds_everything_until_it_is_settled_with_minutes(booked, opened, the_day, person):
    session, manager = booked(), person("network-manager")
    the_day(2)
    say(session, opened("bristol"), 120)
    disputes.open_one(session=session, account=opened("kernow"), reason="It was an hour", by=None)
    with pytest.raises(WrongState, match="Disputed"):
        say(session, opened("kernow"), 60)
    assert opened("kernow").balance.reserved == 120

    disputes.settle(session=session, minutes=60, reason="Both diaries say an hour", by=manager)

    assert opened("bristol").balance.minutes == 60 and opened("kernow").balance.reserved == 0
    assert session.disputes.get().settled_reason == "Both diaries say an hour"


def test_a_dispute_settled_with_nothing_posts_nothing(booked, opened, the_day):
    session = booked()
    the_day(2)
    disputes.open_one(session=session, account=opened("kernow"), reason="Nobody came", by=None)
    disputes.settle(session=session, minutes=0, reason="It did not take place", by=None)
    assert not Transfer.objects.exists() and opened("kernow").balance.reserved == 0
    assert Session.objects.get().state == "cancelled"


def test_a_dispute_that_is_taken_back_posts_what_all_had_confirmed(booked, opened, the_day):
    session = booked()
    the_day(2)
    say(session, opened("kernow"), 120)
    disputes.open_one(session=session, account=opened("bristol"), reason="I think it was more", by=None)
    with pytest.raises(SessionRefused, match="Only whoever raised"):
        disputes.take_back(session=session, account=opened("kernow"), by=None)
    disputes.take_back(session=session, account=opened("bristol"), by=None)
    assert Session.objects.get().state == "delivered"


def test_what_the_other_side_has_said_cannot_be_cancelled_away(booked, opened, the_day):
    session = booked()
    the_day(2)
    say(session, opened("bristol"), 120)
    with pytest.raises(SessionRefused, match="raise a dispute"):
        cancelling.cancel(session=session, account=opened("kernow"), reason="Nobody came", by=None)


def record(opened, account, minutes=60, met_on=TODAY):
    return bookings.record(
        giving=[opened("bristol")],
        receiving=[opened("kernow")],
        minutes=minutes,
        values=dict(VALUES),
        met_at=at(met_on),
        account=opened(account),
        by=None,
        confirms=True,
    )


def test_we_already_met_reserves_for_whoever_says_that_they_were_helped_and_for_nobody_else(opened):
    record(opened, "kernow")
    assert opened("kernow").balance.reserved == 60
    record(opened, "bristol")
    assert opened("kernow").balance.reserved == 60


def test_we_already_met_counts_once_the_other_side_confirms(opened):
    session = record(opened, "bristol")
    say(session, opened("kernow"), 60)
    assert opened("bristol").balance.minutes == 60


def test_nobody_met_tomorrow(opened):
    with pytest.raises(SessionRefused, match="still to come"):
        record(opened, "bristol", met_on=TODAY + datetime.timedelta(days=1))


def test_a_reversal_stands_on_the_session_that_it_corrects(booked, opened, the_day, client_as):
    session = booked()
    the_day(2)
    say(session, opened("kernow"), 120)
    say(session, opened("bristol"), 120)
    transfers.reverse(transfer=Transfer.objects.get(), reason="Posted for the wrong area", by=None, key="reverse-it")
    page = client_as("network-manager").get(f"/timebank/sessions/{session.public_id}/").content.decode()
    assert "Posted for the wrong area" in page and opened("bristol").balance.minutes == 0


def test_a_request_is_met_once_all_that_was_asked_is_given(booked, opened, the_day):
    session = booked()
    request = Request.objects.create(
        account=opened("kernow"), title="Help", topic="finance-models", minutes=120, needed_by=TODAY, why="To learn",
        expires_on=TODAY, state="matched",
    )  # fmt: skip
    Session.objects.filter(pk=session.pk).update(request=request)
    the_day(2)
    say(session, opened("kernow"), 120)
    say(session, opened("bristol"), 120)
    request.refresh_from_db()
    assert request.state == "met"


def test_both_sides_confirming_at_the_same_moment_post_once(committed_db, django_db_blocker, settings):
    """Real commits: whoever comes second waits for the session, sees the first's word, and posts alone."""
    from timebank.ledger import accounts

    settings.IPC_TODAY = TODAY

    with django_db_blocker.unblock():
        kernow, bristol = accounts.by_slug("kernow"), accounts.by_slug("bristol")
        for _ in range(6):
            session = bookings.record(
                giving=[bristol], receiving=[kernow], minutes=60, values=dict(VALUES), met_at=at(TODAY),
                account=kernow, by=None, confirms=False,
            )  # fmt: skip

            def confirm(account, session=session):
                try:
                    say(session, account, 60)
                finally:
                    connections.close_all()

            with ThreadPoolExecutor(2) as pool:
                list(pool.map(confirm, [kernow, bristol]))
            assert Transfer.objects.filter(session_ref=session.public_id).count() == 1
            assert Session.objects.get(pk=session.pk).state == "confirmed"
        assert accounts.by_slug("bristol").balance.minutes == 6 * 60
