"""The pages of an offer and of a provider, and offers side by side; signed out."""

import datetime
import uuid

from config.today import today
from market import listings
from market.models import Offer, Provider, ProviderCheck


def words_of(client, address):
    page = client.get(address)
    assert page.status_code == 200, address
    return page.content.decode()


def test_an_offers_page_says_all_of_its_checked_words(client, offer):
    made = offer(
        title="Night sitting",
        price_pence=1_650,
        unit="night",
        price_note="More on bank holidays.",
        places_free=3,
        waiting_weeks=2,
        minimum_age=18,
        how_to_ask="Ring Sam on 01872 000000.",
    )
    page = words_of(client, f"/market/offers/{made.public_id}/")
    for said in (
        "£16.50 a night",
        "More on bank holidays.",
        "3 places free now",
        "About 2 weeks to wait",
        "From 18 years",
    ):
        assert said in page
    assert "Ring Sam on 01872 000000." in page


def test_an_offer_says_by_whom_its_provider_was_checked_and_until_when(client, offer, kernow):
    made = offer()
    ProviderCheck.objects.create(
        provider=made.provider,
        area=kernow,
        outcome="passed",
        checked_on=datetime.date(2015, 7, 2),
        valid_until=datetime.date(2016, 7, 2),
    )
    Provider.objects.update(checked_until=datetime.date(2016, 7, 2))
    page = words_of(client, f"/market/offers/{made.public_id}/")
    assert "By a commissioner of Kernow on 2 July 2015. The check counts until 2 July 2016, in every area." in page


def test_an_offer_that_is_not_shown_answers_404_to_everybody(client, client_as, offer):
    made = offer()
    Offer.objects.filter(pk=made.pk).update(state="paused")
    listings.refresh(made)
    for who in (client, client_as("budget-holder"), client_as("network-manager")):
        assert who.get(f"/market/offers/{made.public_id}/").status_code == 404


def test_free_text_of_a_provider_is_shown_as_text(client, offer, provider):
    made = offer(
        of=provider(about="<b>bold</b>"), details="<script>alert(1)</script>\nSecond line", price_note="<i>x</i>"
    )
    page = words_of(client, f"/market/offers/{made.public_id}/")
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;" in page
    assert "<i>x</i>" not in page
    assert "<b>bold</b>" not in words_of(client, f"/market/providers/{made.provider.public_id}/")


def test_a_providers_page_lists_what_they_offer_and_declares_conflicts_of_interest(client, offer, provider):
    who = provider(name="Plan With Us", is_broker=True, conflicts_of_interest="We run a day centre.")
    offer(of=who, title="Help to plan")
    page = words_of(client, f"/market/providers/{who.public_id}/")
    assert "Help to plan" in page
    assert "We run a day centre." in page
    assert "Has not signed the brokers’ standard" in page


def test_a_provider_whose_check_ran_out_has_no_page(client, provider):
    who = provider(checked_until=today() - datetime.timedelta(days=1))
    assert client.get(f"/market/providers/{who.public_id}/").status_code == 404


def test_links_to_providers_own_sites_pass_nothing_on(client, offer, provider):
    made = offer(of=provider(website="https://example.org/"))
    page = words_of(client, f"/market/offers/{made.public_id}/")
    assert '<a class="nhsuk-link" href="https://example.org/" rel="nofollow ugc noopener">' in page


def compare(client, *offers):
    return words_of(client, "/market/compare/?" + "&".join(f"o={each.public_id}" for each in offers))


def test_up_to_four_offers_stand_side_by_side_in_the_order_of_the_address(client, offer):
    made = [offer(title=f"Offer {number}", price_pence=1_000 + number) for number in range(5)]
    page = compare(client, *reversed(made))
    head = page[page.index("<thead") : page.index("</thead>")]
    assert [number for number in (4, 3, 2, 1, 0) if f"Offer {number}" in head] == [4, 3, 2, 1]
    assert head.index("Offer 4") < head.index("Offer 3") < head.index("Offer 1")
    assert "first four" in page
    assert "£10.04 an hour" in page


def test_comparing_an_offer_that_is_gone_says_so(client, offer):
    kept, gone = offer(title="Kept"), offer(title="Gone")
    Offer.objects.filter(pk=gone.pk).update(state="withdrawn")
    listings.refresh(gone)
    page = compare(client, kept, gone)
    assert "Kept" in page
    assert "Gone" not in page
    assert "1 offer that you chose can’t be had just now." in page


def test_an_offer_named_twice_is_compared_once(client, offer):
    made = offer(title="Once")
    page = compare(client, made, made)
    assert page[page.index("<thead") : page.index("</thead>")].count("Once") == 1


def test_comparing_nothing_says_how_to_choose(client, db):
    assert "Compare what I ticked" in words_of(client, "/market/compare/")
    assert "Compare what I ticked" in words_of(client, f"/market/compare/?o={uuid.uuid4()}&o=x")


def test_a_search_remembers_what_is_to_be_compared(client, offer):
    made = offer(title="Kept in mind")
    offer(title="Another")
    page = words_of(client, f"/market/?q=another&o={made.public_id}")
    assert "To compare: Kept in mind" in page
    assert page.count(f'name="o" value="{made.public_id}"') == 2  # both forms carry it on


def test_every_page_names_the_way_by_telephone_and_on_paper(client, offer, settings):
    settings.MARKET_TELEPHONE, settings.MARKET_ADDRESS = "01872 000000", "1 High Street, Truro"
    made = offer()
    for address in ("/market/", f"/market/offers/{made.public_id}/", "/market/compare/"):
        page = words_of(client, address)
        assert "Ring 01872 000000." in page
        assert "1 High Street, Truro" in page


def test_offers_are_in_the_sites_own_search(client, offer):
    made = offer(title="Zebra riding")
    page = words_of(client, "/search/?q=zebra")
    assert f"/market/offers/{made.public_id}/" in page
