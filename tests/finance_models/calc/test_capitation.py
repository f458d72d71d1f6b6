"""Properties of the capitated rate that hold for any sums of any bands."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from finance_models.calc.assumptions import CapitationTerms
from finance_models.calc.band_sums import BandSums
from finance_models.calc.bands import Bands
from finance_models.calc.capitation import capitate, interval
from finance_models.calc.windows import Window

YEAR = Window(date(2013, 4, 1), date(2014, 4, 1))
BANDS = Bands((), (0, 1, 2, 4))
TERMS = CapitationTerms(
    Decimal(30000), Decimal(2), Decimal("0.021"), Decimal("0.01"), Decimal("0.04"), BANDS,
    {"1": Decimal(1200), "4+": Decimal(18000)},
)  # fmt: skip
PERSON = st.tuples(st.integers(1, 365), st.integers(0, 10_000_000))


def sums_of(people, most=3_000_000):
    total = BandSums()
    for days, pence in people:
        cut = min(pence, most)
        total += BandSums(1, days, days**2, cut, cut**2, cut * days, pence - cut)
    return total


def bands_of(people):
    return {name: sums_of(each) for name, each in zip(BANDS.names(), people, strict=True) if each}


@given(st.lists(st.lists(PERSON, max_size=4), min_size=4, max_size=4), st.booleans())
@settings(deadline=None)
def test_rates_times_person_years_are_the_total_cost_times_the_uplift(people, with_reference):
    terms = TERMS if with_reference else replace(TERMS, reference={})
    made = capitate(bands_of(people), YEAR, terms)

    value = sum(each.exact_rate * each.person_years for each in made.bands)
    assert value == sum(pence for band in people for _, pence in band) * terms.uplift
    assert abs(made.value - value) <= Fraction(1, 2)


@given(st.lists(PERSON, min_size=1, max_size=5), st.integers(1, 365))
@settings(deadline=None)
def test_a_person_without_cost_never_raises_a_raw_rate(people, days):
    before = capitate({"1": sums_of(people)}, YEAR, TERMS).bands[0].raw
    after = capitate({"1": sums_of([*people, (days, 0)])}, YEAR, TERMS).bands[0].raw

    assert after <= before


@given(st.lists(PERSON, min_size=2, max_size=6))
@settings(deadline=None)
def test_sums_of_parts_add_up_to_the_sums_of_all(people):
    assert sums_of(people[:1]) + sums_of(people[1:]) == sums_of(people)


def test_without_a_reference_a_small_band_speaks_for_itself():
    made = capitate(bands_of([[], [(365, 100_000)], [], [(365, 900_000)]]), YEAR, replace(TERMS, reference={}))

    assert [each.blend for each in made.bands] == [100_000, 900_000]


def test_with_a_reference_a_band_is_drawn_to_its_own_reference_at_the_areas_level():
    # Two bands of one person-year: Z is 1 ÷ (1 + 2). κ = (1,000 + 9,000) ÷ (1,200 + 18,000) = 0.520833…
    made = capitate(bands_of([[], [(365, 100_000)], [], [(365, 900_000)]]), YEAR, TERMS)

    level = Fraction(10_000, 19_200)
    assert made.reference_level == level
    assert made.bands[0].blend == Fraction(1, 3) * 100_000 + Fraction(2, 3) * 120_000 * level
    assert made.bands[1].blend == Fraction(1, 3) * 900_000 + Fraction(2, 3) * 1_800_000 * level


def test_a_band_without_a_reference_beside_one_with_it_keeps_its_own_rate():
    made = capitate(bands_of([[(365, 50_000)], [(365, 100_000)], [], []]), YEAR, TERMS)

    assert made.bands[0].blend == 50_000
    assert made.bands[0].credibility == 1


def test_the_interval_is_that_of_the_raw_rate():
    # Two people, a whole year each, £1,000 and £3,000: s² = 2 × 1,000², ±1.96 × √(2 × 2,000,000) ÷ 2 = ±1,960.
    assert interval(sums_of([(365, 100_000), (365, 300_000)]), YEAR) == (4_000, 396_000)
    assert interval(sums_of([(365, 100_000)]), YEAR) is None


@pytest.mark.parametrize(("cut", "names"), [(60_000, ["1", "2-3"]), (1_000_000, [])])
def test_a_rate_far_from_its_bands_own_cost_is_warned_of(cut, names):
    # One person of £1,000 and one of £9,000; truncated at £600 both have the same rate, £5,000.
    people = [[], [(365, 100_000)], [(365, 900_000)], []]
    sums = {name: sums_of(each, cut) for name, each in zip(BANDS.names(), people, strict=True) if each}
    made = capitate(sums, YEAR, replace(TERMS, reference={}))

    assert [warning.partition(":")[0] for warning in made.warnings] == [f"Band {name}" for name in names]
    said = "\n".join(made.warnings)
    assert ("5.00 times its own cost" in said, "0.56 times its own cost" in said) == (bool(names), bool(names))


def test_costs_and_refunds_that_cancel_out_give_no_rate_but_a_warning():
    sums = {"1": BandSums(2, 730, 266_450, 0, 0, 0, 5)}
    made = capitate(sums, YEAR, replace(TERMS, reference={}))

    assert [each.rate for each in made.bands] == [0]
    assert made.warnings[0].startswith("Costs and refunds cancel out")
