"""Local against reference prices, worked by hand."""

from decimal import Decimal
from fractions import Fraction

from finance_models.calc.assumptions import CostingTerms
from finance_models.calc.comparison import compare
from tests.finance_models.calc.linked_samples import costed, line, person, synthetic

PRICES = [
    ("reference", "visit", "", "2013/14", Decimal("40.0000")),
    ("local", "visit", "", "2013/14", Decimal("36.0000")),
    ("local", "visit", "near", "2013/14", Decimal("50.0000")),
    ("reference", "session", "", "2013/14", Decimal(10)),
    ("local", "session", "", "2012/13", Decimal(10)),
    ("reference", "only", "", "2013/14", Decimal(7)),
]


def visit(units=1, **rest):
    return line("a", setting="community", service="visit", units=units, **rest)


def test_the_same_units_are_priced_by_both_lists():
    made = compare(costed([person("a")], [visit(2.5), visit(provider="near")], PRICES), CostingTerms())

    assert len(made.services) == 1
    only = made.services[0]
    assert (only.setting, only.service, only.lines, only.units) == ("community", "visit", 2, Fraction("3.5"))
    assert (only.local, only.reference, only.difference) == (14_000, 14_000, 0)
    assert only.ratio == 1


def test_a_price_of_another_year_is_carried_over_or_left_out():
    lines = [line("a", setting="voluntary", service="session", units=3)]
    carried = CostingTerms(price_index={"2012/13": Decimal(100), "2013/14": Decimal(110)})
    costing = costed([person("a")], lines, PRICES)

    assert compare(costing, carried).services[0].local == 3_300
    assert compare(costing, CostingTerms()).lines_not_compared == 1


def test_lines_outside_the_window_or_with_one_price_are_left_aside():
    lines = [visit(day="2012-01-01"), line("a", setting="community", service="only"), visit(), line("nobody")]
    made = compare(costed([person("a")], lines, PRICES), CostingTerms())

    assert (made.local, made.reference, made.lines_not_compared) == (3_600, 4_000, 1)
    assert list(made.table()["ratio"]) == [0.9]


def test_lines_with_a_cost_of_their_own_are_priced_by_the_lists_all_the_same():
    made = compare(costed([person("a")], [visit(cost_pence=1)], PRICES), CostingTerms())

    assert made.reference == 4_000


def test_the_largest_difference_comes_first():
    costing, terms = synthetic(600)
    differences = [abs(each.difference) for each in compare(costing, terms).services]

    assert len(differences) > 3
    assert differences == sorted(differences, reverse=True)
