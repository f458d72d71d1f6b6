"""Planning a year on its pages: what it costs, what is left, and that nobody else sees it."""

import datetime
import html
import re

import pytest

from config.today import today
from market.models import Listing, PlanLine, UnmetNeed, YearPlan
from market.planning import actions, sums

DAY = {"begins_on-day": "6", "begins_on-month": "4", "begins_on-year": "2015"}


@pytest.fixture
def client(client_as):
    return client_as("budget-holder")


@pytest.fixture
def plan(client):
    begins_on = datetime.date(2015, 7, 15)
    return actions.make(name="More time out", begins_on=begins_on, budget_pence=200_000, by=client.person)


def words_of(client, plan, query=""):
    text = client.get(f"/market/plans/{plan.public_id}/{query}").content.decode()
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


def test_a_plan_is_begun_with_a_budget_in_pounds(client):
    answer = client.post("/market/plans/new/", {"name": "A year", "budget_pence": "£12,345.67", **DAY})
    made = YearPlan.objects.get()
    assert answer["Location"] == f"/market/plans/{made.public_id}/"
    assert (made.user, made.budget_pence) == (client.person, 1_234_567)


def test_an_offer_in_a_plan_costs_its_price_times_the_weeks(client, plan, offer):
    made = offer(title="Company in the evening", price_pence=1_450)
    address = f"/market/plans/{plan.public_id}/lines/new/?offer={made.public_id}"
    client.post(address, {"price_pence": "14.50", "quantity": "2", "per": "week"})
    # £14.50 × 2 × 52 = £1,508.00; of £2,000.00 are left £492.00.
    page = words_of(client, plan)
    assert "2 hours each week. £14.50 an hour. £1,508.00" in page
    assert "Left £492.00" in page


def test_a_plan_above_the_budget_is_told_kindly(client, plan):
    values = {"words": "A course", "price_pence": 210_050, "quantity": 1, "per": "once"}
    actions.add(plan=plan, kind="own", values=values)
    page = words_of(client, plan)
    assert "More than the budget by £100.50" in page
    assert "That is common while planning." in page


def test_without_a_budget_the_plan_asks_for_it(client, plan):
    actions.change(plan=plan, name="A", begins_on=today(), budget_pence=None)
    assert "Put in your budget to see what is left." in words_of(client, plan)


def test_employing_an_assistant_shows_every_cost(client, plan):
    given = {
        "words": "Sam", "hours_a_week": "30", "weeks": "52", "rate_pence": "9.50", "pension_percent": "1",
        "insurance_pence": "75", "payroll_pence": "180", "contingency_percent": "5",
    }  # fmt: skip
    client.post(f"/market/plans/{plan.public_id}/lines/assistant/", given)
    page = words_of(client, plan)
    for cost in ("£14,820.00", "£1,788.62", "£1,037.43", "£100.82", "£887.34", "£75.00", "£180.00", "£18,889.21"):
        assert cost in page, cost  # as worked out in test_calc


def test_pay_below_the_minimum_wage_is_refused_with_the_least(client, plan):
    given = {
        "words": "Sam", "hours_a_week": "10", "weeks": "52", "rate_pence": "6.49", "pension_percent": "0",
        "insurance_pence": "0", "payroll_pence": "0", "contingency_percent": "0",
    }  # fmt: skip
    answer = client.post(f"/market/plans/{plan.public_id}/lines/assistant/", given)
    assert answer.status_code == 422
    assert "£6.50 an hour" in answer.content.decode()
    assert not PlanLine.objects.exists()


def test_what_was_typed_wrong_is_kept_and_the_error_says_how_to_mend_it(client, plan):
    answer = client.post(
        f"/market/plans/{plan.public_id}/lines/new/", {"words": "A swim", "price_pence": "five", "quantity": "0"}
    )
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="five"' in page
    assert "Enter an amount in pounds, for example 15 or 14.50." in page
    assert "Enter more than nothing." in page


def test_several_assistants_share_the_employment_allowance(plan):
    for _ in range(2):
        values = {"words": "Sam", "hours_a_week": 30, "rate_pence": 950}
        actions.add(plan=plan, kind="assistant", values=values)
    found = sums.of(YearPlan.objects.get(pk=plan.pk))
    assert [line.costs.allowance for line in found.lines] == [103_743, 96_257]


def test_a_line_says_when_its_offer_has_another_price_or_is_gone(client, plan, offer):
    made = offer(price_pence=1_450)
    listing = Listing.objects.get(offer=made)
    values = {"price_pence": 1_450, "quantity": 1, "per": "week"}
    actions.add(plan=plan, kind="offer", values=values, listing=listing)
    Listing.objects.filter(offer=made).update(price_pence=1_600)
    assert "The offer’s price is now £16.00." in words_of(client, plan)
    assert "£754.00" in words_of(client, plan)  # 14.50 × 52: the plan stays as it was made
    Listing.objects.all().delete()
    assert "This offer can’t be had just now." in words_of(client, plan)


def test_easy_read_says_the_same_in_short_sentences(client, plan):
    values = {"words": "Swimming", "price_pence": 500, "quantity": 1, "per": "week"}
    actions.add(plan=plan, kind="own", values=values)
    page = words_of(client, plan, "?easy-read=1")
    for sentence in ("Swimming: 1 each week.", "That costs £260.00 in the year.", "You have £1,740.00 left."):
        assert sentence in page


def test_a_plan_and_its_lines_answer_404_to_everybody_else(client, client_as, plan):
    values = {"words": "Swimming", "price_pence": 500, "quantity": 1, "per": "week"}
    line = actions.add(plan=plan, kind="own", values=values)
    other, base = client_as("budget-holder"), f"/market/plans/{plan.public_id}/"
    for address in ("", "plan.csv", "change/", "delete/", "lines/new/", "lines/assistant/"):
        assert other.get(base + address).status_code == 404, address
    for address in ("copy/", "delete/", f"lines/{line.public_id}/remove/"):
        assert other.post(base + address).status_code == 404, address
    assert plan.lines.count() == 1


def test_a_line_of_another_plan_is_not_reached_through_ones_own(client, client_as, plan):
    theirs = actions.make(name="Theirs", begins_on=today(), budget_pence=None, by=client_as("carer").person)
    line = actions.add(plan=theirs, kind="own", values={"words": "X", "price_pence": 1, "quantity": 1, "per": "once"})
    assert client.get(f"/market/plans/{plan.public_id}/lines/{line.public_id}/change/").status_code == 404
    assert client.post(f"/market/plans/{plan.public_id}/lines/{line.public_id}/remove/").status_code == 404
    assert theirs.lines.count() == 1


def test_a_copy_has_the_same_lines_and_changes_by_itself(client, plan):
    actions.add(plan=plan, kind="assistant", values={"words": "Sam", "hours_a_week": 30, "rate_pence": 950})
    client.post(f"/market/plans/{plan.public_id}/copy/")
    copied = YearPlan.objects.exclude(pk=plan.pk).get()
    assert sums.of(copied).spent == sums.of(plan).spent > 0
    client.post(f"/market/plans/{copied.public_id}/lines/{copied.lines.get().public_id}/remove/")
    assert (copied.lines.count(), plan.lines.count()) == (0, 1)


def test_the_file_has_the_lines_the_assistants_costs_and_what_is_left(client, plan):
    actions.add(plan=plan, kind="assistant", values={"words": "Sam", "hours_a_week": 20, "rate_pence": 900})
    text = client.get(f"/market/plans/{plan.public_id}/plan.csv").content.decode("utf-8-sig")
    assert "20 hours each week" in text
    assert "£1,129.66" in text
    assert "More than the budget by" in text


def test_an_offer_goes_straight_into_the_only_plan_and_asks_between_two(client, plan, offer):
    made = offer()
    address = f"/market/plans/add/{made.public_id}/"
    assert client.get(address)["Location"].endswith(f"/lines/new/?offer={made.public_id}")
    actions.make(name="Another", begins_on=today(), budget_pence=None, by=client.person)
    assert "Into which plan?" in client.get(address).content.decode()


def test_a_plan_takes_as_many_queries_with_many_offers_as_with_one(client, plan, offer, django_assert_max_num_queries):
    def put_in():
        listing = Listing.objects.get(offer=offer())
        actions.add(plan=plan, kind="offer", values={"price_pence": 1, "quantity": 1, "per": "week"}, listing=listing)

    put_in()
    client.get(f"/market/plans/{plan.public_id}/")
    with django_assert_max_num_queries(20) as few:
        client.get(f"/market/plans/{plan.public_id}/")
    for _ in range(3):
        put_in()
    with django_assert_max_num_queries(len(few)):
        client.get(f"/market/plans/{plan.public_id}/")


def test_what_cannot_be_found_leads_from_its_line_to_the_form(client, plan, kernow):
    values = {"words": "A swim with Ann", "price_pence": 500, "quantity": 1, "per": "week"}
    actions.add(plan=plan, kind="own", values=values)
    page = client.get(f"/market/plans/{plan.public_id}/").content.decode()
    link = html.unescape(re.search(r'href="(/market/missing/say/[^"]+)"', page)[1])
    assert "Ann" not in link  # the person's own words stay out of addresses
    address = client.get(link)["Location"]
    answers = {"need": "activities", "area": "kernow", "place_kind": "village", "times": [], "group": "", "what": ""}
    while address != "/market/missing/say/check/":
        key = address.split("/")[-2]
        address = client.post(address, {key: answers.pop(key)})["Location"]
    client.post(address)
    said = UnmetNeed.objects.get()
    assert (said.origin, said.availability, said.said_by) == ("plan", "regular", client.person)
