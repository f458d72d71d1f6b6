"""An offer from its first words to its end: what is public meanwhile."""

import pytest
from django.db import DatabaseError, transaction

from market.models import Listing, OfferEdition
from market.offers import checking, living, writing
from market.offers.errors import NotWhole, OwnCheck, ReasonMissing, WaitsForCheck, WrongState


def shown(offer):
    return Listing.objects.filter(offer=offer).values_list("title", "price_pence", "places_free").first()


def published(draft, checker, kernow, **content):
    offer = draft(**content)
    writing.submit(offer=offer, by=None)
    return checking.approve(offer=offer, area=kernow, by=checker)


def test_a_draft_is_public_once_it_is_checked(draft, checker, kernow):
    offer = draft(places_free=3)
    assert shown(offer) is None
    writing.submit(offer=offer, by=None)
    assert shown(offer) is None
    checking.approve(offer=offer, area=kernow, by=checker)
    assert shown(offer) == ("Company in the evening", 1_450, 3)


def test_the_checked_words_stay_public_while_a_change_waits(draft, checker, kernow):
    offer = published(draft, checker, kernow)
    writing.write(offer=offer, content={"title": "Evenings", "price_pence": 1_600}, by=None)
    writing.submit(offer=offer, by=None)
    assert shown(offer)[:2] == ("Company in the evening", 1_450)
    checking.approve(offer=offer, area=kernow, by=checker)
    assert shown(offer)[:2] == ("Evenings", 1_600)
    states = list(offer.editions.order_by("number").values_list("state", flat=True))
    assert states == ["replaced", "checked"]


def test_what_was_sent_can_not_be_rewritten_even_by_hand(draft):
    offer = draft()
    writing.submit(offer=offer, by=None)
    with pytest.raises(WaitsForCheck):
        writing.write(offer=offer, content={"title": "Something else"}, by=None)
    for words in ({"title": "Something else"}, {"state": "draft"}):
        with pytest.raises(DatabaseError), transaction.atomic():
            OfferEdition.objects.filter(offer=offer).update(**words)


def test_taking_back_leaves_a_draft_that_reads_the_same(draft):
    offer = draft()
    writing.submit(offer=offer, by=None)
    made = writing.take_back(offer=offer, by=None)
    offer.refresh_from_db()
    assert (made.number, made.state, made.title, offer.state) == (2, "draft", "Company in the evening", "draft")


def test_something_to_mend_says_why_and_becomes_another_edition(draft, checker, kernow):
    offer = draft()
    writing.submit(offer=offer, by=None)
    with pytest.raises(ReasonMissing):
        checking.ask_for_change(offer=offer, area=kernow, note=" ", by=checker)
    checking.ask_for_change(offer=offer, area=kernow, note="Say how long an evening is.", by=checker)
    asked = offer.editions.get()
    assert (asked.state, asked.check_note, asked.checked_by) == (
        "change_asked",
        "Say how long an evening is.",
        checker,
    )
    made = writing.write(offer=offer, content={"summary": "Three hours."}, by=None)
    assert (made.number, made.summary, made.title) == (2, "Three hours.", "Company in the evening")


def test_an_offer_that_lacks_something_is_not_sent(draft):
    with pytest.raises(NotWhole) as refused:
        writing.submit(offer=draft(title="", unit="", availability=[]), by=None)
    assert [field for field, _ in refused.value.missing] == ["title", "availability", "unit"]


def test_a_broker_keeps_the_standard_before_it_offers_brokerage(draft):
    with pytest.raises(NotWhole, match="Brokers keep a standard"):
        writing.submit(offer=draft(needs=["broker"]), by=None)


def test_nobody_checks_what_they_write_for(draft, provider, editor, kernow):
    found = provider()
    offer = draft(of=found)
    writing.submit(offer=offer, by=None)
    with pytest.raises(OwnCheck):
        checking.approve(offer=offer, area=kernow, by=editor(found))


def test_places_and_waiting_time_change_at_once_in_a_new_edition(draft, checker, kernow):
    offer = published(draft, checker, kernow, places_free=3)
    writing.write(offer=offer, content={"title": "Evenings"}, by=None)
    living.change_capacity(offer=offer, places_free=0, waiting_weeks=6, by=None)
    assert shown(offer) == ("Company in the evening", 1_450, 0)
    rows = list(offer.editions.order_by("number").values_list("state", "title", "places_free"))
    assert rows == [
        ("replaced", "Company in the evening", 3),
        ("draft", "Evenings", 0),
        ("checked", "Company in the evening", 0),
    ]


def test_places_said_while_a_change_waits_are_not_lost_with_its_check(draft, checker, kernow):
    offer = published(draft, checker, kernow, places_free=3)
    writing.write(offer=offer, content={"title": "Evenings"}, by=None)
    writing.submit(offer=offer, by=None)
    living.change_capacity(offer=offer, places_free=0, waiting_weeks=6, by=None)
    checking.approve(offer=offer, area=kernow, by=checker)
    assert shown(offer) == ("Evenings", 1_450, 0)


def test_a_paused_offer_comes_back_without_a_check(draft, checker, kernow):
    offer = published(draft, checker, kernow)
    living.pause(offer=offer, by=None, reason="Holidays")
    assert shown(offer) is None
    living.resume(offer=offer, by=None)
    assert shown(offer) is not None
    with pytest.raises(WrongState):
        living.resume(offer=offer, by=None)


def test_an_offer_that_is_taken_off_shows_again_after_another_check(draft, checker, kernow):
    offer = published(draft, checker, kernow)
    checking.take_off(offer=offer, area=kernow, note="The price is not true.", by=checker)
    assert shown(offer) is None
    writing.write(offer=offer, content={"price_pence": 1_700}, by=None)
    writing.submit(offer=offer, by=None)
    checking.approve(offer=offer, area=kernow, by=checker)
    assert shown(offer)[1] == 1_700


def test_what_is_taken_back_is_over(draft, checker, kernow):
    offer = published(draft, checker, kernow)
    living.withdraw(offer=offer, by=None)
    assert shown(offer) is None
    with pytest.raises(WrongState):
        writing.write(offer=offer, content={"title": "Again"}, by=None)
