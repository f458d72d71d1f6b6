"""What areas release and the region makes of it: the same as from all rows together, and nobody can be seen."""

import json
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from finance_models.calc import regional
from finance_models.calc.assumptions import CapitationTerms
from finance_models.calc.band_sums import BandSums
from finance_models.calc.bands import Bands
from finance_models.calc.capitation import capitate
from finance_models.calc.people import person_costs
from finance_models.calc.regional.cells import BandCell, Held
from finance_models.calc.regional.merging import merge
from finance_models.calc.regional.releasing import ReleasedBand
from tests.finance_models.calc.linked_samples import YEAR, costed, line, person, rows, synthetic

TERMS = CapitationTerms(
    truncation=Decimal(10_000),
    credibility=Decimal(20),
    inflation=Decimal("0.021"),
    efficiency=Decimal("0.04"),
    bands=Bands((0, 65, 80), (0, 1, 2, 4)),
    reference={"0-64/0": Decimal(700), "65-79/1": Decimal(2000)},
)
AREAS = {"kernow": (900, 1), "bristol": (1_400, 2), "wiltshire": (400, 3)}


@pytest.fixture(scope="module")
def costings():
    return {area: synthetic(people, area, seed)[0] for area, (people, seed) in AREAS.items()}


@pytest.fixture(scope="module")
def releases(costings):
    return [regional.release(costing, TERMS, area=area) for area, costing in costings.items()]


def half_up(value):
    return int(abs(value) + Fraction(1, 2)) * (1 if value >= 0 else -1)


def test_the_areas_merged_differently_so_the_comparison_means_something(releases):
    assert len({each.merges for each in releases}) > 1
    assert 4 < len(regional.pool(releases).bands.groups) < 12


def test_pooled_rates_equal_the_rates_on_the_pooled_rows(costings, releases):
    pooled = regional.pool(releases)
    made = regional.capitate_region(pooled, TERMS)

    # By the letter of the definition, from every person of every area.
    name_of = {
        band: name for name, group in zip(pooled.bands.names(), pooled.bands.groups, strict=True) for band in group
    }
    people = {}
    for costing in costings.values():
        for each in rows(person_costs(costing)):
            band = name_of[TERMS.bands.name_of(each["age"], each["ltc_count"])]
            people.setdefault(band, []).append((each["pence"], Fraction(each["days"], YEAR.days)))
    cut = {band: sum(min(cost, 1_000_000) for cost, _ in each) for band, each in people.items()}
    years = {band: sum(year for _, year in each) for band, each in people.items()}
    reference = {band: rate * 100 for band, rate in TERMS.reference.items() if band in people}
    level = (
        sum(cut[band] for band in reference)
        / sum((int(reference[band]) * years[band] for band in reference), Fraction(0))
        if reference
        else 0
    )
    blend = {}
    for band in people:
        own = cut[band] / years[band]
        weight = years[band] / (years[band] + 20) if band in reference else 1
        blend[band] = weight * own + (1 - weight) * int(reference.get(band, 0)) * level
    total = sum(cost for each in people.values() for cost, _ in each)
    scale = total / sum(blend[band] * years[band] for band in people)
    uplift = Fraction("1.021") * Fraction("0.96")

    assert {each.band: each.rate for each in made.bands} == {
        band: half_up(blend[band] * scale * uplift) for band in people
    }
    assert [each.band for each in made.bands] == [name for name in pooled.bands.names() if name in people]
    assert (made.total, made.value) == (total, half_up(total * uplift))


@given(st.lists(st.tuples(st.integers(10, 80), st.randoms(use_true_random=False)), min_size=1, max_size=4))
def test_pooled_rates_equal_the_rates_on_the_pooled_rows_of_any_areas(areas):
    edges = Bands((0, 65), (0, 1, 3))
    everybody, releases = [], []
    for number, (people, chance) in enumerate(areas):
        skew = [chance.choice((1, 1, 5, 20)) for _ in edges.names()]
        # (band, days, pence): few people in some bands, a few costs far above the others
        inside = [
            (band, chance.randint(1, 365), chance.choice((0, 40_000, 90_000, 3_000_000)) + chance.randint(0, 999))
            for band in chance.choices(edges.names(), weights=skew, k=people)
        ]
        cells = {band: cell_of([each for each in inside if each[0] == band]) for band in edges.names()}
        try:
            groups = merge(cells, edges)
        except regional.TooFewPeople:
            continue
        bands = tuple(ReleasedBand(each.bands, each.cell.sums, {}) for each in groups if each.cell.sums.people)
        releases.append(regional.Release(f"area {number}", YEAR, edges, 1_000_000, bands, {}, {}))
        everybody += inside
    assume(releases)
    pooled = regional.pool(releases)
    terms = replace(TERMS, reference={})
    made = regional.capitate_region(pooled, terms)

    groups = dict(zip(pooled.bands.names(), pooled.bands.groups, strict=True))
    together = {name: cell_of([each for each in everybody if each[0] in group]).sums for name, group in groups.items()}
    from_rows = capitate(together, YEAR, replace(terms, bands=pooled.bands))
    assert made == from_rows


def cell_of(people):
    """The cell of these people, added up one by one."""
    sums = BandSums()
    for _, days, pence in people:
        cut = min(pence, 1_000_000)
        sums += BandSums(1, days, days * days, cut, cut * cut, cut * days, pence - cut)
    costs = sorted((pence for _, _, pence in people), reverse=True)
    return BandCell(sums, Held(tuple(costs[:2]), sum(costs)))


def test_what_is_released_of_a_setting_is_not_one_persons(costings, releases):
    for each in releases:
        costs = {}
        for row in rows(costings[each.area].lines):
            if row["outcome"] == "costed":
                key = row["person_id"], row["setting"]
                costs[key] = costs.get(key, 0) + row["pence"]
        band_of = {
            row["person_id"]: TERMS.bands.name_of(row["age"], row["ltc_count"])
            for row in rows(person_costs(costings[each.area]))
        }
        for band in each.bands:
            assert sum(sums.cost for sums in band.settings.values()) == band.sums.cost
            for setting, sums in band.settings.items():
                inside = {}
                for (who, used), pence in costs.items():
                    is_other = used in band.together
                    if band_of[who] in band.bands and (is_other if setting == "other" else used == setting):
                        inside[who] = inside.get(who, 0) + pence
                assert sums.cost == sum(inside.values())
                assert sums.cost_squared == sum(pence * pence for pence in inside.values())
                assert len(inside) >= 10
                assert sum(sorted(inside.values())[-2:]) <= 0.9 * sums.cost


def test_a_release_survives_being_kept_as_json(releases):
    for each in releases:
        assert regional.from_document(json.loads(json.dumps(each.to_document()))) == each


def test_the_regions_rates_can_be_reference_rates_of_every_band(releases):
    pooled = regional.pool(releases)
    made = regional.capitate_region(pooled, TERMS)
    rates = regional.reference_rates(pooled, made)

    assert set(rates) <= set(TERMS.bands.names())
    assert rates["0-64/0"] == Decimal(next(each.rate for each in made.bands if "0-64/0" in each.band)) / 100
    assert replace(TERMS, reference=rates).validate() == []


def test_releases_by_other_terms_or_of_one_area_twice_are_refused(releases):
    with pytest.raises(ValueError, match="twice"):
        regional.pool([releases[0], releases[0]])
    with pytest.raises(ValueError, match="bristol released by another window, other bands"):
        regional.pool([releases[0], replace(releases[1], truncation=1)])
    with pytest.raises(ValueError, match="No area"):
        regional.pool([])


def small_area(cost, people=20, settings=("acute",), window_line=True):
    everyone = [person(f"p{number}", ltc_count=0) for number in range(people)]
    lines = [line(f"p{number}", cost, setting=setting) for number in range(people) for setting in settings]
    return costed(everyone, [*lines, line("p0", None), line("nobody")])


def test_benchmarks_by_hand():
    terms = replace(TERMS, bands=Bands((), ()), reference={})
    releases = [
        regional.release(small_area(100), terms, area="one"),
        regional.release(small_area(300, settings=("acute", "primary")), terms, area="other"),
    ]
    made = regional.benchmark(regional.pool(releases))
    found = {(each.what, each.area): each for each in made.by_setting}

    assert found["acute", "one"].mean == 10_000
    assert found["acute", "one"].interval == (10_000, 10_000)
    assert (found["primary", "one"].mean, found["primary", "region"].mean) == (0, 15_000)
    # 20 people at 100.00 and 20 at 300.00: s = 101.27, margin 1.96 x 101.27 / root 40 = 31.38
    assert found["acute", "region"].interval == pytest.approx((16_862, 23_138), abs=1)
    assert [(each.what, each.area, each.mean) for each in made.by_band] == [
        ("all", "one", 10_000),
        ("all", "other", 60_000),
        ("all", "region", 35_000),
    ]
    assert [each.ratio for each in made.against_expected] == [Fraction(2, 7), Fraction(12, 7)]


def test_a_setting_that_stands_under_other_is_marked_as_partial():
    terms = replace(TERMS, bands=Bands((), ()), reference={})
    costing = costed(
        [person(f"p{number}") for number in range(20)],
        [line(f"p{number}", 100, setting=setting) for number in range(20) for setting in ("acute", "primary")]
        + [line("p1", 5, setting="equipment")],
    )
    releases = [regional.release(each, terms, area=area) for area, each in (("one", costing), ("two", small_area(9)))]
    made = regional.benchmark(regional.pool(releases))

    assert [(each.area, each.is_partial) for each in made.by_setting if each.what == "acute"] == [
        ("one", True),
        ("two", False),
        ("region", True),
    ]
    assert not any(each.is_partial for each in made.by_setting if each.what != "acute")
    assert regional.release(costing, terms, area="one").activity == {"acute": 20, "other": 1, "primary": 20}


def test_quality_and_activity_are_by_area():
    release = regional.release(small_area(100), replace(TERMS, bands=Bands((), ())), area="one")
    quality = regional.quality_table([release]).iloc[0]

    assert (quality["costed_lines"], quality["uncosted_lines"], quality["unlinked_lines"]) == (20, 1, 1)
    assert quality["uncosted_share"] == pytest.approx(1 / 21)
    assert regional.activity_table([release]).iloc[0].tolist() == ["one", "acute", 21, 21 / 20]
