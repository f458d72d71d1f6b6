"""People with the same need: when they are told of, prices for all, and each one's own yes."""

import datetime

import pytest
from django.db import IntegrityError, transaction

from config.today import today
from market.models import Club, ClubQuote, Enquiry, UnmetNeed
from market.needs import counts
from market.together import counting, quotes, signals
from market.together.errors import ClubOver, NotAmongThem, NotTold, PriceOver, TogetherRefused
from tests.market.together.conftest import NEED


def number(club):
    club.refresh_from_db()
    return club.shown_number


@pytest.mark.parametrize(("people", "told"), [(7, None), (8, 10), (12, 10), (13, 15)])
def test_people_are_told_of_from_eight_on_to_the_nearest_five(club, people, told):
    assert number(club(people)) == told


def test_signalling_twice_counts_once(club, people_in):
    (again, *_) = people_in(7)
    signals.join(club=Club.objects.get(), by=again)
    counting.count_clubs()
    assert number(Club.objects.get()) is None


def test_who_signals_today_is_counted_from_tomorrow_on(club, people_in):
    made = club(7)
    people_in(1, on=today())
    counting.count_clubs()
    assert number(made) is None


def test_a_number_that_was_told_stays_with_its_day_when_people_leave(club):
    made = club(8)
    before = (made.shown_number, made.shown_on)
    signals.leave(club=made, by=made.signals.first().buyer)
    Club.objects.filter(pk=made.pk).update(shown_on=made.shown_on)
    counting.count_clubs()
    made.refresh_from_db()
    assert (made.shown_number, made.shown_on) == before


def test_the_database_holds_that_small_and_exact_numbers_are_not_told(club):
    made = club(8)
    for wrong in (5, 7, 12):
        with pytest.raises(IntegrityError), transaction.atomic():
            Club.objects.filter(pk=made.pk).update(shown_number=wrong)


def test_only_checked_providers_of_the_area_give_prices_where_people_are_told_of(club, price, provider, bristol):
    small = club(7)
    with pytest.raises(NotTold):
        price(small)
    told = club(8, area=bristol)
    with pytest.raises(NotTold):
        price(told, of=provider(areas=["kernow"]))
    with pytest.raises(NotTold):
        price(told, of=provider(areas=["bristol"], state="lapsed"))
    with pytest.raises(TogetherRefused):
        price(told, until=today())
    ours = provider(areas=["bristol"])
    price(told, of=ours)
    with pytest.raises(TogetherRefused):
        price(told, of=ours)


def test_each_says_yes_for_themselves_and_enough_make_it(club, price, people_in):
    people = people_in(8)
    made = club(0)
    quote = price(made, minimum_people=3)
    for each in people[:2]:
        assert quotes.accept(quote=quote, by=each).state == "open"
    assert not Enquiry.objects.exists()
    assert quotes.accept(quote=quote, by=people[2]).state == "made"
    assert set(Enquiry.objects.values_list("buyer", flat=True)) == {each.pk for each in people[:3]}
    # Somebody who comes later says yes for themselves too.
    quotes.accept(quote=quote, by=people[3])
    quotes.accept(quote=quote, by=people[3])
    assert Enquiry.objects.filter(quote=quote).count() == 4
    with pytest.raises(PriceOver):
        quotes.no_longer(quote=quote, by=people[0])


def test_a_yes_can_be_taken_back_and_a_stranger_has_none(club, price, people_in, buyer):
    (first, *_) = people_in(8)
    quote = price(club(0))
    with pytest.raises(NotAmongThem):
        quotes.accept(quote=quote, by=buyer())
    quotes.accept(quote=quote, by=first)
    quotes.no_longer(quote=quote, by=first)
    assert not quote.acceptances.exists()
    quotes.accept(quote=quote, by=first)
    signals.leave(club=quote.club, by=first)
    assert not quote.acceptances.exists()


def test_too_few_yeses_are_evidence_of_what_is_missing(club, price, people_in, kernow):
    people = people_in(8)
    quote = price(club(0))
    quotes.accept(quote=quote, by=people[0])
    ClubQuote.objects.update(until=today() - datetime.timedelta(days=1))
    assert counting.end_prices() == 1
    assert counting.end_prices() == 0
    quote.refresh_from_db()
    assert quote.state == "failed"
    rows = UnmetNeed.objects.filter(origin="club")
    assert (rows.count(), rows[0].need, rows[0].place_kind, rows[0].what) == (8, "care_at_home", "village", "")
    UnmetNeed.objects.update(said_on=counts.counted_to())
    assert str(counts.of_area(kernow).people["care_at_home"]) == "10"


def test_a_club_whose_day_has_passed_ends_and_counts_each_person_once(club, people_in):
    people = people_in(8)
    made = club(0)
    UnmetNeed.objects.create(said_by=people[0].user, area=made.area, **NEED)
    Club.objects.update(until=today() - datetime.timedelta(days=1))
    counting.each_evening()
    made.refresh_from_db()
    assert (made.state, made.ended_on, UnmetNeed.objects.count()) == ("ended", today(), 8)
    with pytest.raises(ClubOver):
        signals.join(club=made, by=people[0])
    # The same need can be looked for anew.
    assert signals.signal(area=made.area, by=people[0], **NEED).pk != made.pk


def test_a_price_that_is_taken_back_is_over(club, price, people_in):
    (first, *_) = people_in(8)
    quote = price(club(0))
    quotes.accept(quote=quote, by=first)
    quotes.take_back(quote=quote)
    with pytest.raises(PriceOver):
        quotes.accept(quote=quote, by=first)
    assert not Enquiry.objects.exists()
