"""A provider joins, is checked once for every area, and what a change of it means."""

import datetime

import pytest

from config.today import today
from market.models import Listing, Provider
from market.providers import checklist, checks, editors, joining, profile
from market.providers.errors import (
    NameTaken,
    NothingToLookAt,
    NotWhole,
    OwnCheck,
    ProviderRefused,
    WrongState,
)

PROFILE = {"about": "We keep people company.", "areas": ["kernow"], "email": "hello@company.test"}


@pytest.fixture
def joined(user):
    """A small community group that is sent for its check, and who writes for it."""
    found = joining.start(name="Tamar  Company", kind="community_group", by=user)
    profile.write(provider=found, values=PROFILE, by=user)
    return profile.submit(provider=found, by=user)


@pytest.fixture
def user(person):
    return person()


@pytest.fixture
def checker(person, kernow):
    return person("commissioner", area=kernow)


def passed(provider, checker, area, **facts):
    usual = {"looked_at": [item.key for item in checklist.needed(provider)], "valid_until": a_year_on()}
    return checks.pass_check(provider=provider, area=area, by=checker, **{**usual, **facts})


def a_year_on():
    return today() + datetime.timedelta(days=365)


def test_whoever_starts_an_organisation_writes_for_it(user):
    made = joining.start(name="Tamar  Company", kind="community_group", by=user)
    assert (made.organisation.name, made.organisation.slug, made.state) == ("Tamar Company", "tamar-company", "draft")
    assert editors.writes_for(user, made)


def test_an_organisation_that_is_known_is_not_taken_over(user, person, provider):
    provider(name="Tamar Company")
    with pytest.raises(NameTaken):
        joining.start(name="tamar company", kind="charity", by=user)


def test_a_profile_that_lacks_something_is_not_sent(user):
    made = joining.start(name="Tamar Company", kind="charity", by=user)
    profile.write(provider=made, values={"is_broker": True}, by=user)
    with pytest.raises(NotWhole) as refused:
        profile.submit(provider=made, by=user)
    fields = [field for field, _ in refused.value.missing]
    assert fields == ["about", "areas", "email", "keeps_broker_standard_since", "conflicts_of_interest"]


def test_a_small_community_group_has_a_lighter_check(provider):
    def keys(kind, **facts):
        return [item.key for item in checklist.needed(provider(kind=kind, **facts))]

    assert keys("community_group") == ["spoke", "known", "worried"]
    assert keys("community_group", cqc_number="1-101") == [
        "spoke", "known", "worried", "safeguarding", "staff_checked", "care_register",
    ]  # fmt: skip
    assert keys("charity", charity_number="1012345") == [
        "insured", "safeguarding", "staff_checked", "complaints", "data", "register",
    ]  # fmt: skip


def test_a_provider_is_recognised_once_all_that_its_kind_asks_for_was_looked_at(joined, checker, kernow):
    with pytest.raises(NothingToLookAt, match="We spoke with them"):
        passed(joined, checker, kernow, looked_at=["known", "worried"])
    made = passed(joined, checker, kernow)
    found = Provider.objects.get(pk=joined.pk)
    assert (found.state, found.checked_until, found.submitted_on) == ("recognised", a_year_on(), None)
    assert (made.is_lighter, made.area, made.waited_since) == (True, kernow, today())


def test_nobody_checks_the_organisation_they_write_for(joined, user, kernow):
    with pytest.raises(OwnCheck):
        passed(joined, user, kernow)


def test_a_check_counts_three_years_at_most(joined, checker, kernow):
    with pytest.raises(ProviderRefused, match="three years"):
        passed(joined, checker, kernow, valid_until=today() + datetime.timedelta(days=1_200))


def test_a_reason_goes_with_asking_for_a_change_and_with_a_refusal(joined, checker, kernow):
    for act in (checks.ask_for_change, checks.refuse):
        with pytest.raises(ProviderRefused, match="Say why"):
            act(provider=joined, area=kernow, note="", by=checker)
    checks.ask_for_change(provider=joined, area=kernow, note="Your number is not in the register.", by=checker)
    assert Provider.objects.get(pk=joined.pk).state == "change_asked"
    with pytest.raises(WrongState):
        checks.ask_for_change(provider=joined, area=kernow, note="Again", by=checker)


def test_a_change_of_what_was_checked_is_looked_at_again_and_offers_stay_meanwhile(
    joined, user, checker, kernow, offer
):
    passed(joined, checker, kernow)
    found = Provider.objects.get(pk=joined.pk)
    made = offer(of=found)
    profile.write(provider=found, values={"about": "We keep people good company."}, by=user)
    assert Provider.objects.get(pk=joined.pk).submitted_on is None
    changed = profile.write(provider=found, values={"charity_number": "1012345"}, by=user)
    assert (changed.state, changed.submitted_on) == ("recognised", today())
    assert checks.changed_since(changed, changed.checks.first()) == ["charity_number"]
    assert Listing.objects.filter(offer=made).exists()


def test_a_provider_that_is_refused_has_no_offers_in_sight(joined, checker, kernow, offer):
    passed(joined, checker, kernow)
    found = Provider.objects.get(pk=joined.pk)
    made = offer(of=found)
    checks.refuse(provider=found, area=kernow, note="They have closed.", by=checker)
    assert not Listing.objects.filter(offer=made).exists()


def test_the_last_one_who_writes_for_it_stays(joined, user, person):
    mine = editors.of(joined).get()
    with pytest.raises(ProviderRefused, match="Nobody else"):
        editors.end(membership=mine, provider=joined, by=user)
    other = person("provider-editor", organisation=joined.organisation)
    editors.end(membership=mine, provider=joined, by=user)
    assert editors.people_of(joined) == [other]
