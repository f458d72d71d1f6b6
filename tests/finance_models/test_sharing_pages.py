"""Gain and loss shares on their pages: one year, and several with the yearly adjustment; worked by hand."""

import csv
import io
import re

import pytest

from tests.finance_models.test_runs import FINANCE, SHARE, TERMS, terms_in, text_of

pytestmark = pytest.mark.django_db

# Half of everything is shared, from the first pound on.
HALF = """
[gain_share]
corridor = 0
tiers = [[0, 0.5]]
cap = 1
quality = 1
[gain_share.split]
ccg = 0.6
council = 0.4
"""
YEARS = {"inflation": "0", "growth": "0", "rebase": "50", "handed_back": "20"}


def five_years(terms, **changes):
    costs = {f"actual_{year}": "900" for year in range(1, 6)}
    return {"target": "1000", **costs, **YEARS, "assumptions": terms.pk, **changes}


def test_five_years_of_the_same_saving_are_shared_less_and_less_as_the_target_follows(client_as, kernow):
    # Each year 40% of the gain leaves the target: half of it by rebasing, of which a fifth is handed back.
    asked = five_years(terms_in(kernow, TERMS + HALF))
    text = text_of(client_as("area-lead", area=kernow).get(f"{FINANCE}share/years/", asked))

    for target in ("£1,000.00", "£960.00", "£936.00", "£921.60", "£912.96"):
        assert target in text, target
    for shared in ("£50.00", "£30.00", "£18.00", "£10.80", "£6.48"):
        assert shared in text, shared
    assert "Over 5 years a gain of £115.28 is shared, and the target goes from £1,000.00 to £912.96." in text
    assert "A target is not a limit on the care a person needs." in text


def test_the_file_of_the_years_has_what_the_page_shows(client_as, kernow):
    client = client_as("area-lead", area=kernow)
    page = client.get(f"{FINANCE}share/years/", five_years(terms_in(kernow, TERMS + HALF)))
    address = re.search(r'href="([^"]+years\.csv[^"]+)"', page.text)[1].replace("&amp;", "&")
    rows = list(csv.reader(io.StringIO(client.get(address).content.decode("utf-8-sig"))))

    assert ["Year 5", "£912.96", "£900.00", "£12.96", "£6.48", "£6.48", "£115.28"] in rows


def test_an_agreement_may_end_earlier_and_a_loss_moves_the_target_up(client_as, kernow):
    asked = five_years(terms_in(kernow, TERMS + HALF), actual_1="1100", actual_3="", actual_4="", actual_5="")
    text = text_of(client_as("area-lead", area=kernow).get(f"{FINANCE}share/years/", asked))

    assert "£1,050.00" in text  # half of the loss of 100 is in the next target, and nothing of a loss is handed back
    assert "Year 3 " not in text


def test_a_year_between_two_others_cannot_be_left_out(client_as, kernow):
    asked = five_years(terms_in(kernow, TERMS + HALF), actual_2="")
    page = client_as("area-lead", area=kernow).get(f"{FINANCE}share/years/", asked)

    assert "Enter the cost of year 2, or leave the later years empty too." in page.text
    assert "Year by year, in pounds" not in page.text


def test_assumptions_without_an_agreement_say_what_is_missing(client_as, kernow):
    page = client_as("area-lead", area=kernow).get(f"{FINANCE}share/years/", five_years(terms_in(kernow, TERMS)))

    assert "[gain_share]" in page.text


def test_the_parts_of_one_year_are_a_file_too(client_as, kernow):
    asked = {"target": "10,000,000", "actual": "9300000", "assumptions": terms_in(kernow, TERMS + SHARE).pk}
    answer = client_as("area-lead", area=kernow).get(f"{FINANCE}share/share.csv", asked)
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))

    assert ["Council", "£42,500.00"] in rows and ["Shared", "£170,000.00"] in rows


@pytest.mark.parametrize("which", ["share", "years"])
def test_a_file_that_cannot_be_made_leads_to_the_page_that_says_why(client_as, kernow, which):
    answer = client_as("area-lead", area=kernow).get(f"{FINANCE}share/{which}.csv", {"target": "x"})

    assert answer.status_code == 302
    assert answer.headers["Location"].endswith("?target=x")
