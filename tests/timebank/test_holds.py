"""Minutes reserved for a session can't be spent twice, and are spent or given back once."""

import uuid

import pytest

from timebank.ledger import holds, transfers
from timebank.ledger.errors import HoldDiffers, LimitPassed, NotWhole
from timebank.models import Hold


def test_reserved_minutes_count_against_the_limit(opened, helped, a_session):
    holds.reserve(account=opened("kernow"), minutes=900, session_ref=a_session, by=None)

    with pytest.raises(LimitPassed):
        helped("bristol", "kernow", 315)
    helped("bristol", "kernow", 300)

    assert opened("kernow").balance.free == 0


def test_more_than_the_limit_is_not_reserved(opened, a_session):
    holds.reserve(account=opened("kernow"), minutes=1200, session_ref=a_session, by=None)

    with pytest.raises(LimitPassed):
        holds.reserve(account=opened("kernow"), minutes=15, session_ref=uuid.uuid4(), by=None)


def test_several_accounts_reserve_all_or_none(opened, a_session):
    with pytest.raises(LimitPassed):
        holds.reserve_all(minutes={opened("kernow"): 60, opened("bristol"): 1215}, session_ref=a_session, by=None)

    assert not Hold.objects.exists()
    assert opened("kernow").balance.reserved == 0


def test_reserving_the_same_again_changes_nothing(opened, a_session):
    facts = {"account": opened("kernow"), "session_ref": a_session, "by": None}

    assert holds.reserve(minutes=60, **facts) == 1
    assert holds.reserve(minutes=60, **facts) == 0
    with pytest.raises(HoldDiffers):
        holds.reserve(minutes=75, **facts)

    assert opened("kernow").balance.reserved == 60


def test_released_minutes_can_be_spent_again(opened, a_session):
    holds.reserve(account=opened("kernow"), minutes=60, session_ref=a_session, by=None)

    assert holds.release(session_ref=a_session) == 1
    assert holds.release(session_ref=a_session) == 0

    assert opened("kernow").balance.reserved == 0
    assert Hold.objects.get().outcome == "released"


def test_posting_spends_what_its_session_reserved(opened, helped, a_session):
    holds.reserve_all(minutes={opened("kernow"): 1200, opened("swindon"): 60}, session_ref=a_session, by=None)

    helped("bristol", "kernow", 1200, session_ref=a_session, spend_holds_of=a_session)

    assert (opened("kernow").balance.reserved, opened("kernow").balance.minutes) == (0, -1200)
    assert dict(Hold.objects.values_list("account__slug", "outcome")) == {"kernow": "spent", "swindon": "released"}


def test_a_refused_posting_leaves_what_is_reserved(opened, helped, a_session):
    holds.reserve(account=opened("kernow"), minutes=60, session_ref=a_session, by=None)

    with pytest.raises(LimitPassed):
        helped("bristol", "kernow", 1215, spend_holds_of=a_session)

    assert opened("kernow").balance.reserved == 60


def test_part_of_a_quarter_is_not_reserved(opened, a_session):
    with pytest.raises(NotWhole):
        holds.reserve(account=opened("kernow"), minutes=50, session_ref=a_session, by=None)
    assert transfers.MINUTES_STEP == 15
