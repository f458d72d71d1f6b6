"""What may be typed into a cell, and what is told of the rest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenants.returns.shape import CELLS
from tenants.returns.typed import MOST_PENCE, MOST_PEOPLE, Unreadable, as_typed, number_in, read, shown

PEOPLE, MONEY = CELLS["groups.new.none"], CELLS["money.spent"]


@pytest.mark.parametrize(
    ("text", "number"), [("0", 0), (" 12 ", 12), ("1,200", 1200), ("007", 7), ("", None), ("  ", None)]
)
def test_people_are_whole_numbers(text, number):
    assert number_in(text, PEOPLE) == number


@pytest.mark.parametrize(
    ("text", "pence"), [("0", 0), ("1200", 120000), ("£1,200.50", 120050), ("£ 3.5", 350), ("0.07", 7), ("", None)]
)
def test_money_is_kept_in_pence(text, pence):
    assert number_in(text, MONEY) == pence


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("12 a", "“12 a” is not a number."),
        ("1.5", "“1.5” is not a whole number."),
        ("-3", "“-3” is less than 0."),
        ("−3", "“−3” is less than 0."),
        ("1,2", "is not a number"),
        ("١٢", "is not a number"),
        ("1e5", "is not a number"),
        ("100000001", "is too large to be right"),
        ("9" * 30, "is not a number"),
    ],
)
def test_what_is_no_count_of_people_is_told_so(text, said):
    with pytest.raises(Unreadable, match=said):
        number_in(text, PEOPLE)


@pytest.mark.parametrize("text", ["12.345", "12 pounds", "-£4", "£", "1,20.00"])
def test_what_is_no_amount_is_told_so(text):
    with pytest.raises(Unreadable):
        number_in(text, MONEY)


def test_an_empty_cell_is_missing_and_0_is_a_number():
    figures = read({"groups.new.none": "0", "groups.ended.none": " "}).figures
    assert (figures["groups.new.none"], figures["groups.ended.none"]) == (0, None)
    assert set(figures) == set(CELLS)


@given(people=st.integers(0, MOST_PEOPLE), pence=st.integers(0, MOST_PENCE))
def test_figures_typed_again_are_the_same(people, pence):
    figures = {"groups.new.none": people, "money.spent": pence}
    again = read(as_typed(figures)).figures
    assert {key: again[key] for key in figures} == figures


def test_a_figure_is_shown_with_its_unit():
    assert (shown("groups.new.none", 1200), shown("money.spent", 120050), shown("money.spent", None)) == (
        "1,200",
        "£1,200.50",
        "",
    )
