"""Which price a line has, by the letter of the rule."""

from decimal import Decimal
from fractions import Fraction

import pytest

from finance_models.calc.assumptions import DEFAULT_ORDERS, CostingTerms
from finance_models.calc.prices import PriceBook, UnitCost

INDEX = {"2012/13": Decimal("98.1"), "2013/14": Decimal(100), "2015/16": Decimal(104)}


def book(*rows, index=INDEX, orders=DEFAULT_ORDERS, factors=None):
    costs = [UnitCost(source, "stay", whose, year, Decimal(price)) for source, whose, year, price in rows]
    return PriceBook(costs, {"RA9": Decimal("1.05")} if factors is None else factors, CostingTerms(index, orders))


def find(prices, setting="acute", provider="RA9", year=2013):
    found = prices.find(setting=setting, service="stay", provider=provider, year=year)
    return found and (found.source, found.pounds)


def test_the_first_source_of_the_settings_order_decides():
    prices = book(("pssru", "", "2013/14", "4"), ("local", "", "2013/14", "3"), ("reference", "", "2013/14", "2"))

    assert find(prices) == ("reference", 2)
    assert find(prices, setting="mental_health") == ("local", 3)
    assert find(prices, setting="voluntary") == ("reference", 2)


def test_a_tariff_is_for_acute_care_alone_unless_the_area_says_so():
    rows = [("tariff", "", "2013/14", "2")]

    assert find(book(*rows), setting="primary") is None
    prices = book(*rows, orders={**DEFAULT_ORDERS, "primary": ("tariff",)})
    assert find(prices, setting="primary") == ("tariff", Fraction("2.1"))


def test_only_a_tariff_is_multiplied_by_the_providers_factor():
    assert find(book(("tariff", "", "2013/14", "100"))) == ("tariff", 105)
    assert find(book(("tariff", "", "2013/14", "100")), provider="unlisted") == ("tariff", 100)
    assert find(book(("tariff", "", "2013/14", "100")), provider="") == ("tariff", 100)
    assert find(book(("reference", "", "2013/14", "100"))) == ("reference", 100)


def test_within_a_source_the_own_provider_comes_before_any_and_the_year_after_that():
    prices = book(("reference", "", "2013/14", "2"), ("reference", "RA9", "2012/13", "1"))

    # The own provider's price is of another year, and yet it decides.
    assert find(prices) == ("reference", Fraction(1) * 100 / Fraction("98.1"))
    assert find(prices, provider="other") == ("reference", 2)


def test_a_source_comes_before_the_provider():
    prices = book(("tariff", "", "2013/14", "100"), ("reference", "RA9", "2013/14", "1"))
    assert find(prices) == ("tariff", 105)


@pytest.mark.parametrize(
    ("years", "used"),
    [
        (["2012/13", "2013/14", "2015/16"], "2013/14"), (["2012/13", "2015/16"], "2012/13"),
        (["2011/12", "2012/13"], "2012/13"), (["2015/16", "2016/17"], "2015/16"),
    ],
)  # fmt: skip
def test_the_year_itself_then_the_nearest_earlier_then_the_nearest_later(years, used):
    prices = book(*(("reference", "", year, "1") for year in years))
    assert find(prices) == ("reference", Fraction(INDEX["2013/14"]) / Fraction(INDEX[used]))


def test_a_price_of_the_same_year_needs_no_index():
    assert find(book(("reference", "", "2013/14", "1"), index={})) == ("reference", 1)


def test_a_hit_without_its_index_leaves_the_line_uncosted():
    rows = [("reference", "RA9", "2011/12", "1"), ("reference", "", "2013/14", "2"), ("local", "", "2013/14", "3")]

    # Neither another provider's price nor another source's is asked.
    assert find(book(*rows)) is None
    assert find(book(*rows, index={**INDEX, "2011/12": Decimal(95)})) is not None
    assert find(book(("reference", "", "2012/13", "1"), index={"2012/13": Decimal(98)})) is None


def test_a_price_of_nought_is_a_price():
    assert find(book(("reference", "", "2013/14", "0"), ("local", "", "2013/14", "3"))) == ("reference", 0)
