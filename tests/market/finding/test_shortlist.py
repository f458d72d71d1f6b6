"""Keeping offers in mind."""

from market import listings
from market.models import Offer, Shortlisted


def page_of(client):
    return client.get("/market/shortlist/").content.decode()


def test_an_offer_is_kept_once_and_taken_off_again(client_as, offer):
    made, client = offer(title="Night sitting"), client_as("carer")
    for _ in range(2):
        assert client.post(f"/market/shortlist/{made.public_id}/keep/").status_code == 302
    assert Shortlisted.objects.get().title == "Night sitting"
    assert "Night sitting" in page_of(client)
    client.post(f"/market/shortlist/{made.public_id}/drop/")
    assert "Night sitting" not in page_of(client).partition("</main>")[0].partition("Nothing here yet")[2]
    assert not Shortlisted.objects.exists()


def test_a_shortlist_is_seen_and_changed_by_its_person_alone(client_as, offer):
    made, mine, other = offer(title="Night sitting"), client_as("carer"), client_as("carer")
    mine.post(f"/market/shortlist/{made.public_id}/keep/")
    assert "Night sitting" not in page_of(other)
    other.post(f"/market/shortlist/{made.public_id}/drop/")
    assert "Night sitting" in page_of(mine)


def test_an_offer_that_is_gone_is_named_and_not_linked(client_as, offer):
    made, client = offer(title="Night sitting"), client_as("budget-holder")
    client.post(f"/market/shortlist/{made.public_id}/keep/")
    Offer.objects.filter(pk=made.pk).update(state="paused")
    listings.refresh(made)
    page = page_of(client)
    assert "Can’t be had just now" in page
    assert "Night sitting" in page
    assert f'href="/market/offers/{made.public_id}/"' not in page
    assert client.get("/market/shortlist.csv").status_code == 200


def test_an_offer_that_is_not_shown_is_not_kept(client_as, offer):
    made, client = offer(), client_as("carer")
    Offer.objects.filter(pk=made.pk).update(state="withdrawn")
    listings.refresh(made)
    assert client.post(f"/market/shortlist/{made.public_id}/keep/").status_code == 404


def test_an_offers_page_says_how_to_keep_it_to_each(client, client_as, offer):
    address = f"/market/offers/{offer().public_id}/"
    assert "Keep it on my shortlist" in client_as("carer").get(address).content.decode()
    assert "to keep offers on a shortlist" in client.get(address).content.decode()
    assert "shortlist" not in client_as("board-member").get(address).content.decode()
