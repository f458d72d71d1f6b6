"""Synthetic data: always the same, as many rows as asked for, each oddity by its switch, and labelled."""

import csv
from dataclasses import replace

import pandas as pd
import pytest

from finance_models.calc import assumptions, tables
from finance_models.calc.synthetic import Oddities, Sample, write
from finance_models.calc.synthetic import tables as make
from finance_models.calc.synthetic.needs import places

TIDY = Sample(people=400, area="kernow", council="cornwall", oddities=Oddities.none())


def with_oddity(**oddity):
    return make(replace(TIDY, oddities=replace(Oddities.none(), **oddity)))


@pytest.fixture(scope="module")
def tidy():
    return make(TIDY)


def test_the_same_sample_is_always_the_same_rows(tidy):
    again = make(TIDY)

    for name, table in tidy.items():
        pd.testing.assert_frame_equal(table, again[name])


def test_another_seed_gives_other_people(tidy):
    assert not make(replace(TIDY, seed=1))["people"]["birth_year"].equals(tidy["people"]["birth_year"])


def test_the_first_people_are_the_same_however_many_follow(tidy):
    more = make(replace(TIDY, people=900))["people"]

    pd.testing.assert_frame_equal(more.head(400), tidy["people"])


@pytest.mark.parametrize("lines", [0, 399, 12_345])
def test_there_are_exactly_as_many_lines_as_asked_for(lines):
    assert len(make(replace(TIDY, lines=lines))["activity"]) == lines


def test_the_columns_are_those_of_a_linked_data_set(tidy):
    for name, table in tidy.items():
        assert list(table.columns) == tables.SCHEMAS[name].names


def test_tidy_lines_are_linked_eligible_priced_and_unlike_each_other(tidy):
    lines = tidy["activity"].merge(tidy["people"], on="person_id", how="left", indicator=True)
    priced = set(tidy["unit_costs"]["service"])

    assert (lines["_merge"] == "both").all()
    assert (lines["date"] >= lines["eligible_from"]).all()
    assert lines["date"].between("2013-04-01", "2014-03-31").all()
    assert set(lines["service"]) <= priced
    assert set(tidy["unit_costs"]["year"]) == {"2013/14"}
    assert lines["eligible_to"].isna().all()
    assert lines["cost"].isna().all()


def test_lines_of_nobody_and_outside_eligibility_come_by_their_switches():
    unlinked = with_oddity(unlinked=0.1)
    known = unlinked["activity"]["person_id"].isin(unlinked["people"]["person_id"])
    assert 0.85 < known.mean() < 0.95

    outside = with_oddity(outside_eligibility=0.5)["activity"]
    assert not outside["date"].between("2013-04-01", "2014-03-31").all()


def test_joiners_and_leavers_come_by_their_switch():
    people = with_oddity(joiners_leavers=0.5)["people"]

    assert 0.1 < (people["eligible_from"] > "2013-04-01").mean() < 0.4
    assert people["eligible_to"].notna().any()
    assert not (people["eligible_to"] < people["eligible_from"]).any()


def test_missing_and_other_years_prices_come_by_their_switches():
    missing = with_oddity(missing_prices=0.2)
    assert 0.15 < (~missing["activity"]["service"].isin(missing["unit_costs"]["service"])).mean() < 0.25

    years = with_oddity(other_years=1)["unit_costs"].groupby("service")["year"].unique()
    assert list(years["nurse_consultation"]) == ["2012/13"]
    assert list(years["home_care_week"]) == ["2014/15"]
    assert list(years["equipment_on_loan"]) == ["2010/11"]


def test_duplicates_actual_costs_and_faults_come_by_their_switches():
    assert 0.1 < with_oddity(duplicates=0.2)["activity"].duplicated().mean() < 0.25
    assert with_oddity(actual_costs=1)["activity"]["cost"].notna().any()
    assert (with_oddity(faulty=0.5)["activity"]["units"] < 0).any()


def test_several_groups_and_costs_above_the_truncation_come_by_their_switches(tidy):
    def several(people):
        return people["groups"].str.contains("|", regex=False).sum()

    assert several(with_oddity(several_groups=0.5)["people"]) > several(tidy["people"])
    costly = with_oddity(high_costs=0.05)["activity"]
    packages = costly[costly["service"] == "care_package_week"].groupby("person_id")["units"].sum()
    assert packages.max() * 1_180 > 40_000


def test_the_people_are_as_the_documents_say():
    people = make(Sample(people=20_000, lines=0))["people"]

    # The South West's application: 30% of its people have a long-term condition.
    assert 0.29 < (people["ltc_count"] > 0).mean() < 0.33
    assert 0.05 < people["groups"].str.contains("multiple_ltc").mean() < 0.09
    assert people.loc[people["groups"].str.contains("learning_disability"), "pam_level"].isna().mean() > 0.9


def test_files_say_that_they_are_synthetic_and_hold_the_same_rows(tmp_path, tidy):
    files = write(TIDY, tmp_path, activity_files=3)

    assert files.people.name == "synthetic-kernow-people.csv"
    assert files.unit_costs.name == "synthetic-kernow-illustrative-unit-costs.csv"
    assert [path.name for path in files.activity] == [f"synthetic-kernow-activity-{n}.csv" for n in (1, 2, 3)]
    rows = [row for path in files.activity for row in csv.DictReader(path.read_text().splitlines())]
    assert [row["person_id"] for row in rows] == list(tidy["activity"]["person_id"])
    assert rows[0]["person_id"].startswith("SYN-kernow-")
    assert [float(row["units"]) for row in rows] == list(tidy["activity"]["units"])


def test_the_assumptions_that_come_with_it_can_be_used(tmp_path):
    files = write(replace(TIDY, lines=10), tmp_path, kind="parquet")
    found = assumptions.read(files.assumptions, needs=("window", "capitation", "gain_share"))

    assert found.window.days == 365
    assert list(found.costing.price_index) == ["2012/13", "2013/14", "2014/15"]
    assert len(pd.read_parquet(files.activity[0])) == 10


def test_what_makes_no_sense_is_refused_with_every_fault():
    bad = Sample(people=0, lines=-1, area="a'b", oddities=Oddities(unlinked=2))

    assert len(bad.validate()) == 4
    with pytest.raises(ValueError, match="unlinked: 2 is not a share"):
        make(bad)


def test_places_are_shared_out_by_weight():
    assert places([1, 2, 1], 4) == [1, 2, 1]
    assert places([1, 1, 1], 4) == [2, 1, 1]
