"""New offers on the site's front page."""

from market import listings, rights_samples
from market.finding import front_list
from market.models import Offer


def test_everybody_sees_the_newest_offers_and_none_that_is_hidden(db, rf):
    hidden = rights_samples.an_offer(title="Hidden")
    Offer.objects.filter(pk=hidden.pk).update(state="paused")
    listings.refresh(hidden)
    for number in range(5):
        rights_samples.an_offer(title=f"Offer {number}")
    entries = front_list.newest(rf.get("/")).entries
    assert [entry.text for entry in entries] == ["Offer 4", "Offer 3", "Offer 2", "Offer 1"]
    assert entries[0].about.endswith("£14.50 an hour")
