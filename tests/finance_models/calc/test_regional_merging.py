"""Merging bands before release: by hand, and what holds for any area."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finance_models.calc.band_sums import BandSums
from finance_models.calc.bands import Bands
from finance_models.calc.regional import reasons
from finance_models.calc.regional.cells import BandCell, Held, SettingCell
from finance_models.calc.regional.merging import Merged, TooFewPeople, finest, merge, name_of
from finance_models.calc.regional.releasing import settings_together

BANDS = Bands((0, 65, 75), (0, 1, 2, 4))


def cell(people, largest=(1, 1), sizes=1_000):
    return BandCell(BandSums(people=people, days=365 * people, truncated=sizes), Held(largest, sizes))


def merged(**row):
    """The merges among those aged 65 to 74, by the number of people with 0, 1, 2-3 and 4+ conditions."""
    cells = {f"65-74/{name}": each if isinstance(each, BandCell) else cell(each) for name, each in row.items()}
    cells |= {f"{age}/{ltc}": cell(50) for age in ("0-64", "75+") for ltc in ("0", "1", "2-3", "4+")}
    return [group.bands for group in merge(cells, BANDS) if any(name.startswith("65-74") for name in group.bands)]


def row(*people):
    return dict(zip(("0", "1", "2-3", "4+"), people, strict=True))


def test_bands_of_ten_people_stay_as_they_are():
    assert merged(**row(10, 10, 10, 10)) == [("65-74/0",), ("65-74/1",), ("65-74/2-3",), ("65-74/4+",)]


def test_a_small_band_joins_the_next_lower_number_of_conditions():
    assert merged(**row(50, 50, 50, 9)) == [("65-74/0",), ("65-74/1",), ("65-74/2-3", "65-74/4+")]


def test_the_lowest_joins_the_next_higher():
    assert merged(**row(9, 50, 50, 50))[0] == ("65-74/0", "65-74/1")


def test_merging_goes_on_until_the_band_is_large_enough():
    assert merged(**row(50, 3, 3, 3)) == [("65-74/0", "65-74/1", "65-74/2-3", "65-74/4+")]
    assert merged(**row(50, 4, 5, 5)) == [("65-74/0", "65-74/1"), ("65-74/2-3", "65-74/4+")]


def test_two_people_who_hold_over_nine_tenths_of_the_cost_are_merged_too():
    assert merged(**row(50, 50, 50, cell(50, (451, 450))))[-1] == ("65-74/2-3", "65-74/4+")
    assert merged(**row(50, 50, 50, cell(50, (450, 450))))[-1] == ("65-74/4+",)


def test_a_band_without_people_is_left_alone():
    assert merged(**row(50, 0, 50, 50))[1] == ("65-74/1",)


def test_an_age_with_too_few_people_joins_the_next_lower_age_with_all_conditions():
    assert merged(**row(2, 2, 2, 2)) == [
        tuple(f"{age}/{ltc}" for age in ("0-64", "65-74") for ltc in ("0", "1", "2-3", "4+"))
    ]


def test_the_lowest_age_joins_the_next_higher():
    cells = {"0-64/0": cell(3), "65-74/0": cell(50), "75+/0": cell(50)}
    groups = merge(cells, BANDS)

    assert groups[0].bands[0] == "0-64/0"
    assert groups[0].bands[-1] == "65-74/4+"
    assert groups[0].cell.sums.people == 53


def test_a_single_dimension_is_merged_along_itself():
    ages = Bands((0, 65, 75), ())
    groups = merge({"0-64": cell(50), "65-74": cell(50), "75+": cell(4)}, ages)

    assert [group.bands for group in groups] == [("0-64",), ("65-74", "75+")]


def test_an_area_of_nine_people_releases_nothing():
    with pytest.raises(TooFewPeople, match="nothing can be released"):
        merge({"0-64/0": cell(5), "75+/1": cell(4)}, BANDS)


cells = st.builds(
    lambda people, first, second, rest: (
        BandCell(
            BandSums(people=people, days=people, truncated=first + second + rest),
            Held(
                tuple(sorted((first, second), reverse=True)) if people > 1 else (first + second,), first + second + rest
            ),
        )
        if people
        else BandCell()
    ),
    people=st.integers(0, 25),
    first=st.integers(0, 1000),
    second=st.integers(0, 1000),
    rest=st.integers(0, 1000),
)


@given(st.lists(st.lists(cells, min_size=12, max_size=12), min_size=1, max_size=3))
def test_whatever_leaves_is_large_enough_and_nobody_is_lost(areas):
    divisions = []
    for area in areas:
        named = dict(zip(BANDS.names(), area, strict=True))
        try:
            groups = merge(named, BANDS)
        except TooFewPeople:
            whole = sum(area[1:], area[0])
            assert not whole.may_leave
            continue
        assert all(group.cell.may_leave for group in groups)
        assert sorted(name for group in groups for name in group.bands) == sorted(BANDS.names())
        for group in groups:
            assert group.cell.sums.people == sum(named[name].sums.people for name in group.bands)
        divisions.append([group.bands for group in groups])
    pooled = finest(divisions, BANDS)
    assert sorted(name for group in pooled for name in group) == sorted(BANDS.names())
    for division in divisions:
        for group in division:
            assert any(set(group) <= set(whole) for whole in pooled)


def test_the_region_uses_the_finest_bands_that_every_area_allows():
    bands = Bands((), (0, 1, 2, 3, 4))
    one = [("0",), ("1",), ("2", "3"), ("4+",)]
    other = [("0", "1"), ("2",), ("3",), ("4+",)]

    assert finest([one, other], bands) == [("0", "1"), ("2", "3"), ("4+",)]
    assert finest([one, [("0",), ("1", "2"), ("3",), ("4+",)]], bands) == [("0",), ("1", "2", "3"), ("4+",)]
    # Whatever was joined by one area stays with what another joins to a part of it.
    assert finest([[("2", "3")], [("1", "3")]], bands) == [("0",), ("1", "2", "3"), ("4+",)]
    assert finest([], bands) == [("0",), ("1",), ("2",), ("3",), ("4+",)]


@pytest.mark.parametrize(
    ("group", "name"),
    [
        (("65-74/1",), "65-74/1"),
        (("65-74/1", "65-74/2-3"), "65-74/1-3"),
        (("65-74/2-3", "65-74/4+"), "65-74/2+"),
        (("65-74/0", "75+/0"), "65+/0"),
        (("0-64/0", "0-64/2-3"), "0-64/0 + 0-64/2-3"),
        (("0-64/0", "0-64/1", "65-74/0"), "0-64/0 + 0-64/1 + 65-74/0"),
        (tuple(BANDS.names()), "0+/0+"),
    ],
)
def test_merged_bands_have_a_name_that_says_what_they_are(group, name):
    assert name_of(group, BANDS) == name


def settings(**users):
    return BandCell(settings={name: SettingCell(number, Held((1, 1), 100)) for name, number in users.items()})


def test_settings_that_few_people_use_stand_together():
    assert settings_together(settings(acute=40, primary=50)) == frozenset()
    # One alone would be known as the rest of the band: the smallest of the others joins it.
    assert settings_together(settings(acute=40, primary=50, chc=2)) == {"chc", "acute"}
    # The same nine may be in both, so two small ones are not enough.
    assert settings_together(settings(acute=40, primary=50, chc=9, equipment=9)) == {"chc", "equipment", "acute"}
    assert settings_together(settings(chc=2)) == {"chc"}


def test_a_setting_whose_cost_two_people_hold_stands_with_others():
    held = {"acute": SettingCell(40, Held((10, 10), 200)), "chc": SettingCell(12, Held((95, 1), 100))}

    assert settings_together(BandCell(settings=held)) == {"acute", "chc"}


def test_each_band_that_may_not_leave_alone_has_its_reason_and_those_that_took_it_in_have_none():
    few = BandCell(BandSums(people=7, truncated=700), Held((100, 100), 700), {"acute": SettingCell(7, Held((1, 1), 7))})
    held = BandCell(BandSums(people=12, truncated=1_000), Held((900, 50), 1_000), {})
    common = SettingCell(30, Held((1, 1), 30))
    fine = BandCell(BandSums(people=30, truncated=30), Held((1, 1), 30), {"acute": common, "chc": common})
    edges = Bands((0,), (0, 1, 2))
    cells = {"0": fine, "1": held, "2+": few}
    merged = merge(cells, edges)
    assert [group.bands for group in merged] == [("0",), ("1", "2+")]
    found = reasons.of_bands(cells, merged)
    assert [(each.band, each.people, each.why) for each in found] == [("1", 12, "held"), ("2+", 7, "few")]
    alone = [Merged(("2+",), few), Merged(("0",), fine)]
    settings = reasons.of_settings(alone, [frozenset({"acute"}), frozenset({"chc"})])
    assert [(each.setting, each.users, each.why) for each in settings] == [("acute", 7, "few"), ("chc", 30, "joined")]
