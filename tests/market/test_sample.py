"""The demo's marketplace: made once, labelled, with a gap in the countryside."""

import datetime
from collections import Counter

import pytest

from market.models import (
    Club,
    ClubQuote,
    EmptySearch,
    Enquiry,
    Feedback,
    Listing,
    Offer,
    Provider,
    StatementVersion,
    UnmetNeed,
)
from market.sample import asking, needs, providers, reading, statements, together
from tenants.models import Area, Organisation
from tests.queries import count_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def field_date(settings):
    settings.IPC_TODAY = datetime.date(2015, 7, 15)


def make():
    reading.make_organisations()
    providers.make()


def test_sample_is_made_once_and_labelled():
    make()
    counts = [model.objects.count() for model in (Provider, Offer, Listing)]
    assert count_of(make) < 60
    assert [model.objects.count() for model in (Provider, Offer, Listing)] == counts
    for model in (Provider, Offer, Listing):
        assert not model.objects.filter(is_sample=False).exists(), model
    names = Organisation.objects.filter(provider__isnull=False).values_list("name", flat=True)
    assert all(name.startswith("Sample: ") for name in names)


def test_every_area_has_offers_and_the_countryside_has_gaps():
    make()
    in_towns = Counter(slug for row in Listing.objects.all() for slug in row.areas)
    assert set(in_towns) == set(Area.objects.values_list("slug", flat=True))
    assert min(in_towns.values()) >= 3
    rural_care = Listing.objects.filter(needs__contains=["care_at_home"], goes_rural=True)
    assert not rural_care.exists()


def test_what_waits_is_found_by_nobody():
    make()
    waiting = Offer.objects.filter(state="submitted")
    assert waiting.count() == 3
    assert not Listing.objects.filter(offer__in=waiting).exists()


def test_needs_of_the_sample_are_those_of_the_file_and_lead_to_nobody():
    needs.make()
    needs.make()
    facts = reading.read("needs")
    assert UnmetNeed.objects.count() == sum(each["people"] for each in facts["unmet"])
    assert not UnmetNeed.objects.filter(said_by__isnull=False).exists()
    assert not UnmetNeed.objects.filter(is_sample=False).exists()
    assert sum(EmptySearch.objects.values_list("count", flat=True)) == sum(each["count"] for each in facts["searches"])


def test_questions_of_the_sample_are_answered_on_their_days():
    make()
    asking.make()
    asking.make()
    facts = reading.read("asking")["enquiries"]
    assert Enquiry.objects.count() == len(facts)
    assert Enquiry.objects.filter(state="waiting").count() == sum("answer" not in each for each in facts)
    answered = Enquiry.objects.get(about="Care at home, every day")
    assert (answered.asked_on, answered.answered_on) == (datetime.date(2015, 6, 15), datetime.date(2015, 6, 19))
    assert answered.first_answer_days == 4  # Monday to Friday
    assert set(Feedback.objects.values_list("state", flat=True)) == {"shown", "waiting"}
    assert not Enquiry.objects.filter(is_sample=False).exists()


def test_eleven_who_look_together_are_told_of_as_ten_and_six_not_at_all():
    make()
    together.make()
    together.make()
    assert list(Club.objects.order_by("need").values_list("need", "shown_number")) == [
        ("care_at_home", 10),
        ("getting_around", None),
    ]
    assert ClubQuote.objects.get().price_pence == 1_950


def test_statements_of_the_sample_are_published_and_drafted():
    make()
    needs.make()
    statements.make()
    statements.make()
    found = StatementVersion.objects.order_by("statement__area__slug")
    assert [(each.statement.area.slug, each.state) for each in found] == [("bristol", "draft"), ("kernow", "published")]
    assert found[1].published_on == datetime.date(2015, 6, 10)
    assert found[1].statement.interests.count() == 1
    assert found[1].statement.is_sample
