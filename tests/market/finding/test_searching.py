"""Finding offers: words and filters in the address, and what leads on where nothing is found."""

import datetime
import re

from market import area_names, listings
from market.finding import queries
from market.models import Offer


def titles(client, query=""):
    page = client.get(f"/market/?{query}")
    assert page.status_code == 200
    return re.findall(r'href="/market/offers/[^"]+">([^<]+)', page.content.decode())


def test_whoever_is_signed_out_finds_what_is_shown_and_nothing_else(client, offer):
    offer(title="Night sitting")
    hidden = offer(title="Morning walks")
    Offer.objects.filter(pk=hidden.pk).update(state="paused")
    listings.refresh(hidden)
    assert titles(client) == ["Night sitting"]


def test_each_filter_leaves_what_fits_it(client, offer):
    offer(title="One", needs=["therapy"], groups=["mental_health"], areas=["kernow"], availability=["crisis"])
    offer(title="Two", mechanisms=["notional"], languages=["pl"], accessibility=["step_free", "quiet"], groups=[])
    offer(title="Three", times=["night"], comes_to_you=False, is_remote=True, areas=["bristol"])
    for query, expected in (
        ("need=therapy", {"One"}),
        ("group=mental_health", {"One", "Two"}),  # an offer that names no group is for everybody
        ("area=bristol", {"Three"}),
        ("availability=crisis", {"One"}),
        ("mechanism=notional", {"Two"}),
        ("language=pl", {"Two"}),
        ("access=step_free&access=quiet", {"Two"}),
        ("access=step_free&access=parking", set()),
        ("times=night", {"Three"}),
        ("come=town", {"One", "Two"}),
        ("come=remote", {"Three"}),
        ("need=therapy&area=bristol", set()),
    ):
        assert set(titles(client, query)) == expected, query


def test_who_can_come_to_a_village_is_whoever_goes_to_homes_and_to_the_countryside(client, offer):
    offer(title="Both", goes_rural=True)
    offer(title="Homes in towns", goes_rural=False)
    offer(title="A hall in the country", goes_rural=True, comes_to_you=False)
    assert titles(client, "come=village") == ["Both"]


def test_a_price_is_compared_with_others_for_the_same_thing(client, offer):
    offer(title="Dear", price_pence=1_501)
    offer(title="Just", price_pence=1_500)
    offer(title="Each night", unit="night", price_pence=900)
    offer(title="To ask", price_pence=None)
    offer(title="Given", unit="free", price_pence=0)
    assert set(titles(client, "unit=hour&most=15")) == {"Just", "Given"}
    assert set(titles(client, "unit=hour")) == {"Dear", "Just", "To ask"}


def test_an_amount_without_what_it_is_for_is_told_of_and_leaves_nothing_out(client, offer):
    offer(title="Dear", price_pence=9_900)
    page = client.get("/market/?most=15").content.decode()
    assert "Say what the price is for" in page
    assert "Dear" in page


def test_words_in_the_title_count_most_and_beginnings_and_stems_are_found(client, offer):
    offer(title="A swim", summary="We walk there together.")
    offer(title="Walking together", summary="On the coast.")
    assert titles(client, "q=walks") == ["Walking together", "A swim"]
    assert titles(client, "q=wal") == ["Walking together", "A swim"]
    assert titles(client, "q=walk+coast") == ["Walking together"]


def test_offers_are_sorted_by_price_by_age_and_by_waiting_time(client, offer):
    for number, (title, pence, weeks) in enumerate((("B", 1_200, 3), ("A", 900, None), ("C", 2_000, 0))):
        made = offer(title=title, price_pence=pence, waiting_weeks=weeks)
        when = datetime.datetime(2015, 7, 1 + number, tzinfo=datetime.UTC)
        Offer.objects.filter(pk=made.pk).update(published_at=when)
        made.refresh_from_db()
        listings.refresh(made)
    assert titles(client, "sort=price") == ["A", "B", "C"]
    assert titles(client, "sort=newest") == ["C", "A", "B"]
    assert titles(client, "sort=soonest") == ["C", "B", "A"]


def test_a_free_offer_stands_before_dear_ones_and_one_whose_price_is_to_be_asked_last(client, offer):
    offer(title="To ask", price_pence=None)
    offer(title="Paid", price_pence=100)
    offer(title="Given", unit="free", price_pence=0)
    assert titles(client, "sort=price") == ["Given", "Paid", "To ask"]


def test_a_search_without_result_says_which_choice_to_leave_out(client, offer):
    offer(needs=["therapy"], areas=["bristol"])
    page = client.get("/market/?need=therapy&area=kernow").content.decode()
    assert "Nothing found" in page
    assert "Without “Kernow”: 1 offer" in page
    assert 'href="/market/?need=therapy"' in page
    assert "Without “Therapy”" not in page  # nothing would be found without it either


def test_values_that_no_list_has_are_said_to_be_wrong_and_do_no_harm(client, offer):
    offer(title="One")
    for query in ("need=x", "sort=x", "area=x", "most=x", "page=x", "o=x", "q=%00", "access=x", f"q={'a' * 300}"):
        assert client.get(f"/market/?{query}").status_code == 200, query


def test_as_many_queries_for_many_offers_as_for_one(client, offer, django_assert_num_queries):
    made = offer()
    client.get("/market/")
    for _ in range(2):
        with django_assert_num_queries(6):  # areas, how many, the page; the path, and two of every page's frame
            client.get("/market/?area=kernow&q=company")
        offer()
        for _ in range(5):
            offer(of=made.provider)


def test_the_file_has_what_the_page_has(client, offer):
    offer(title="One", needs=["therapy"])
    offer(title="Two")
    answer = client.get("/market/offers.csv?need=therapy")
    text = answer.content.decode("utf-8-sig")
    assert "One" in text
    assert "Two" not in text
    assert "£14.50 an hour" in text


def test_a_file_says_where_it_stops(offer):
    from market.finding import presenters

    offer(), offer()
    areas = area_names.short_by_slug()
    table = presenters.table(queries.found({})[:1], areas, total=2)
    assert table.note.startswith("The first 1 of 2 offers.")


def chosen_in(client, query, name):
    """The values of a list of choices that the page shows as chosen."""
    page = client.get(f"/market/?{query}").content.decode()
    field = re.search(rf'<select[^>]*name="{name}".*?</select>', page, re.DOTALL)[0]
    return re.findall(r'<option value="([^"]*)" selected', field)


def test_lists_of_choices_show_what_this_address_chose_and_not_what_another_did(client, db):
    for _ in range(2):
        assert chosen_in(client, "need=therapy", "need") == ["therapy"]
        assert chosen_in(client, "need=payroll&area=bristol", "need") == ["payroll"]
        assert chosen_in(client, "need=payroll&area=bristol", "area") == ["bristol"]
    ticked = client.get("/market/?access=quiet&access=parking").content.decode()
    assert re.findall(r'name="access" type="checkbox" value="(\w+)" checked', ticked) == ["quiet", "parking"]


def test_an_area_with_another_name_is_listed_by_it_at_once(client, kernow):
    client.get("/market/")
    type(kernow).objects.filter(pk=kernow.pk).update(short_name="The far west")
    assert "The far west" in client.get("/market/").content.decode()
