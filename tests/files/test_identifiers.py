"""A person-level table that says who people are is refused; one of pseudonyms is not."""

import random

import pytest

from files import identifiers
from files.records import Place
from tests.trust.hostile import people

# 943 476 5919 is the example of the NHS Data Dictionary; 9 in its place is the only right last digit.
RIGHT, WRONG = "9434765919", "9434765918"


def found(headings, rows, **options):
    return [str(fault) for fault in identifiers.find(headings, list(enumerate(rows, 2)), Place("p.csv"), **options)]


@pytest.mark.parametrize("number", [RIGHT, "943 476 5919", "943-476-5919", "4505577104", "1234567881"])
def test_a_right_check_digit_is_recognised(number):
    assert identifiers.is_nhs_number(number)


@pytest.mark.parametrize("number", [WRONG, "943476591", "94347659190", "943476591X", "", "1234567890"])
def test_what_is_no_nhs_number_is_not_taken_for_one(number):
    assert not identifiers.is_nhs_number(number)


def test_a_column_in_which_most_pass_the_check_is_refused_and_one_by_chance_is_not():
    chance = random.Random(4)
    real = [[people.nhs_number(chance)] for _ in range(6)]
    random_ids = [[f"{chance.randrange(10**10):010}"] for _ in range(500)]
    assert found(["person_id"], real) == [
        f"p.csv:1: person_id: looks like NHS numbers: most pass their check digit; {identifiers.MEND}"
    ]
    assert found(["person_id"], random_ids) == []


@pytest.mark.parametrize(
    ("heading", "what"),
    [
        ("NHSNumber", "NHS numbers"), ("nhs_no", "NHS numbers"), ("Name", "names"), ("patient_surname", "names"),
        ("First Name", "names"), ("DOB", "dates of birth"), ("DateOfBirth", "dates of birth"),
        ("birth_date", "dates of birth"),
        ("Post Code", "postcodes or addresses"), ("home_address", "postcodes or addresses"),
        ("e-mail", "e-mail addresses"), ("Mobile number", "telephone numbers"),
    ],
)  # fmt: skip
def test_a_heading_is_enough(heading, what):
    assert found([heading], []) == [f"p.csv:1: {heading}: looks like {what}; {identifiers.MEND}"]


@pytest.mark.parametrize(
    ("cell", "what"),
    [
        ("lives at TR1 2AB now", "postcodes"), ("sw1a 1aa", "postcodes"), ("ask ann.lee@nhs.net", "e-mail addresses"),
        ("ring 07700 900123", "telephone numbers"), ("NHS 943 476 5919", "NHS numbers"),
    ],
)  # fmt: skip
def test_one_cell_of_a_free_text_is_enough_and_its_line_is_named(cell, what):
    assert found(["note"], [["seen"], [cell]]) == [f"p.csv:3: note: looks like {what}; {identifiers.MEND}"]


def test_names_and_dates_of_birth_are_noticed_by_the_column():
    assert "looks like names" in found(["carer"], [["Ann Lee"], ["Mr J. Smith"], ["TAYLOR, Paul"], [""]])[0]
    assert "looks like first names" in found(["who"], [["Ann"], ["Paul"], ["Susan"]])[0]
    births = [[f"{year}-05-17"] for year in range(1930, 2010, 4)]
    assert "looks like dates of birth: they span 64 years" in found(["day"], births)[0]


def test_the_columns_of_the_finance_models_are_let_through():
    chance = random.Random(5)
    headings = ["person_id", "birth_year", "sex", "council", "groups", "ltc_count", "pam_date", "eligible_to", "site"]
    rows = [
        [f"p{chance.randrange(10**8):08}", str(chance.randint(1920, 2010)), "f", "Cornwall Council", "multiple_ltc",
         str(chance.randrange(9)), f"2015-0{chance.randint(1, 9)}-11", chance.choice(["", "9999-12-31"]), "Penryn"]
        for _ in range(200)
    ]  # fmt: skip
    assert found(headings, rows) == []


def test_a_column_that_is_allowed_is_not_looked_at():
    assert found(["provider_email"], [["office@example.org"]], allowed=["provider_email"]) == []
