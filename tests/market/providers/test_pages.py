"""Somebody starts an organisation's page and sends it; a commissioner checks it; each takes out what is theirs."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.core import mail

from config.today import today
from market.models import Enquiry, Listing, Offer, Provider
from market.offers import expiry as offers_expiry
from market.providers import clock, expiry
from notify.models import Notification
from tenants.models import Organisation
from tests.queries import count_queries

pytestmark = pytest.mark.django_db


def words(response) -> str:
    return BeautifulSoup(response.content, "html.parser").get_text(" ", strip=True)


@pytest.fixture
def commissioner(client_as, kernow):
    return client_as("commissioner", area=kernow)


def test_somebody_joins_is_checked_and_is_recognised(client_as, commissioner):
    newcomer = client_as()
    first = newcomer.post("/market/provider/start/", {"name": "Tamar Company", "kind": "community_group"})
    found = Provider.objects.get()
    assert first.url == f"/market/provider/{found.public_id}/profile/about/"
    home = f"/market/provider/{found.public_id}/"
    about = {"kind": "community_group", "about": "We keep people company.", "name": "Tamar Friends"}
    newcomer.post(f"{home}profile/about/", about)
    assert Organisation.objects.get(pk=found.organisation_id).name == "Tamar Friends"
    newcomer.post(f"{home}profile/areas/", {"areas": ["kernow"]})
    assert "Give an e-mail address or a telephone number." in words(newcomer.get(home))
    newcomer.post(f"{home}profile/contact/", {"telephone": "01632 960101"})
    newcomer.post(f"{home}send/")
    assert Notification.objects.filter(to=commissioner.person, kind="market-providers-waiting").exists()
    page = f"/market/checks/providers/{found.public_id}/"
    assert "the lighter check is enough" in words(commissioner.get(page))
    until = today() + datetime.timedelta(days=300)
    day = {"valid_until-day": until.day, "valid_until-month": until.month, "valid_until-year": until.year}
    typed = {"decision": "pass", "looked_at": ["spoke"], **day}
    wrong = commissioner.post(page, typed)
    assert wrong.status_code == 422 and "Somebody whom we know speaks for them" in words(wrong)
    commissioner.post(page, {**typed, "looked_at": ["spoke", "known", "worried"]})
    assert Provider.objects.get().state == "recognised"
    assert "Every area recognises you" in words(newcomer.get(home))
    newcomer.post(f"{home}profile/about/", {**about, "name": "Somebody else"})
    assert Organisation.objects.get(pk=found.organisation_id).name == "Tamar Friends"


def test_people_are_invited_and_leave(client_as, provider, person):
    found = provider()
    writer = client_as("provider-editor", organisation=found.organisation)
    page = f"/market/provider/{found.public_id}/people/"
    assert "Enter their e-mail" in words(writer.post(page, {"email": ""}))
    writer.post(page, {"email": "ann@provider.test"})
    assert mail.outbox[-1].to == ["ann@provider.test"]
    other = person("provider-editor", organisation=found.organisation)
    row = other.memberships.get()
    writer.post(f"{page}{row.pk}/end/")
    assert str(other.email) not in words(writer.get(page))


def test_a_commissioner_invites_somebody_to_an_organisation_that_is_known(commissioner, provider):
    provider(name="Tamar Company")
    wrong = commissioner.post("/market/checks/invite/", {"organisation": "Nobody", "email": "ann@provider.test"})
    assert wrong.status_code == 422 and "It isn’t in our list" in words(wrong)
    commissioner.post("/market/checks/invite/", {"organisation": "tamar company", "email": "ann@provider.test"})
    assert mail.outbox[-1].to == ["ann@provider.test"]


def test_each_takes_out_everything_of_theirs_and_nothing_else(client_as, commissioner, provider, offer):
    mine, other = provider(name="Tamar Company"), provider(name="Severn Singers", areas=["bristol"])
    offer(of=mine, title="Evenings")
    offer(of=other, title="Choir", areas=["bristol"])
    writer = client_as("provider-editor", organisation=mine.organisation)
    own = writer.get(f"/market/provider/{mine.public_id}/everything.csv").content.decode()
    assert "Evenings" in own and writer.person.email in own and "Choir" not in own
    area = commissioner.get("/market/checks/areas/kernow/everything.csv").content.decode()
    assert "Evenings" in area and "Tamar Company" in area and "Severn Singers" not in area
    assert commissioner.get("/market/checks/areas/bristol/everything.csv").status_code == 404


def test_the_clock_of_a_check_counts_five_working_days(settings):
    friday = datetime.date(2015, 7, 10)
    waited = clock.wait_of(friday, datetime.date(2015, 7, 15))
    assert (waited.due, waited.days, waited.left, waited.is_due) == (datetime.date(2015, 7, 17), 3, 2, False)
    assert clock.wait_of(friday, datetime.date(2015, 7, 16)).is_due
    late = clock.wait_of(friday, datetime.date(2015, 7, 20))
    assert late.is_late and late.words == "1 working day late: it was due on 17 July 2015"


def test_commissioners_are_told_once_a_day_of_checks_that_are_due(provider, person, kernow):
    checker = person("commissioner", area=kernow)
    since = today() - datetime.timedelta(days=20)
    Provider.objects.filter(pk=provider().pk).update(
        state="submitted", submitted_on=since, submitted_at="2015-01-01T12:00Z"
    )
    assert expiry.tell_of_due_checks() == 1
    assert expiry.tell_of_due_checks() == 0
    assert Notification.objects.get(to=checker, kind="market-checks-late").title == "1 check in the marketplace is due"


def test_a_check_that_ends_is_told_twice_and_then_hides_the_offers(provider, editor, offer, settings):
    found = provider(checked_until=today() + datetime.timedelta(days=60))
    writer, made = editor(found), offer(of=found)

    def on(days):
        settings.IPC_TODAY = start + datetime.timedelta(days=days)
        return expiry.keep()

    start = today()
    assert [on(0), on(1), on(46), on(60)] == [(1, 0), (0, 0), (1, 0), (0, 0)]
    assert Listing.objects.filter(offer=made).exists()
    assert on(61) == (0, 1)
    assert Provider.objects.get().state == "lapsed" and not Listing.objects.exists()
    assert Notification.objects.filter(to=writer, kind="market-provider").count() == 3


def test_an_offer_that_nobody_confirms_is_told_twice_and_then_hidden(provider, editor, offer, settings):
    found = provider(checked_until=today() + datetime.timedelta(days=900))
    writer, made = editor(found), offer(of=found)
    start = today()

    def on(days):
        settings.IPC_TODAY = start + datetime.timedelta(days=days)
        return offers_expiry.keep()

    assert [on(334), on(335), on(336), on(358), on(365)] == [(0, 0), (1, 0), (0, 0), (1, 0), (0, 0)]
    assert on(366) == (0, 1)
    assert Offer.objects.get().state == "expired" and not Listing.objects.exists()
    assert Notification.objects.filter(to=writer, kind="market-offers").count() == 3
    assert made.pk


def test_the_queue_asks_no_more_of_the_database_with_more_who_wait(commissioner, provider):
    def waits():
        Provider.objects.filter(pk=provider().pk).update(
            state="submitted", submitted_on=today(), submitted_at="2015-01-01T12:00Z"
        )

    waits()
    commissioner.get("/market/checks/")
    one = count_queries(commissioner, "/market/checks/")
    for _ in range(3):
        waits()
    assert count_queries(commissioner, "/market/checks/") == one


def test_what_needs_doing_stands_on_home(client_as, commissioner, provider):
    found = provider(state="change_asked", checked_until=None)
    writer = client_as("provider-editor", organisation=found.organisation)
    assert "Mend your profile, as the checker asks" in words(writer.get("/home/"))
    Provider.objects.filter(pk=found.pk).update(
        state="submitted", submitted_on=today(), submitted_at="2015-01-01T12:00Z"
    )
    assert "1 check in the marketplace" in words(commissioner.get("/home/"))


def test_a_commissioner_finds_every_provider_of_the_area_and_the_check_of_its_offers(commissioner, provider, offer):
    mine = provider(name="Tamar Company")
    provider(name="Severn Singers", areas=["bristol"])
    provider(name="Not sent yet", state="draft", checked_until=None)
    made = offer(of=mine, title="Evenings")
    listed = words(commissioner.get("/market/checks/providers/?state=recognised"))
    assert "Tamar Company" in listed and "Severn Singers" not in listed and "Not sent yet" not in listed
    assert "Tamar Company" not in words(commissioner.get("/market/checks/providers/?state=lapsed"))
    page = commissioner.get(f"/market/checks/providers/{mine.public_id}/").content.decode()
    assert f"/market/checks/offers/{made.public_id}/" in page
    assert (
        f"/market/checks/offers/{made.public_id}/"
        in commissioner.get(f"/market/offers/{made.public_id}/").content.decode()
    )


def test_enquiries_stand_among_what_needs_doing_and_in_what_a_provider_takes_out(client_as, provider, buyer):
    mine = provider(name="Tamar Company")
    writer = client_as("provider-editor", organisation=mine.organisation)
    Enquiry.objects.create(provider=mine, buyer=buyer(), about="Evenings at home")
    home = words(writer.get(f"/market/provider/{mine.public_id}/"))
    assert "Answer about Evenings at home" in home
    assert "Evenings at home" in writer.get(f"/market/provider/{mine.public_id}/everything.csv").content.decode()
