"""`ipc finance capitate`, as it is typed: the worked example, and what becomes of each line and row."""

import subprocess
import sys

import pytest

from tests.finance_models import data_sets
from tests.finance_models.data_sets import ASSUMPTIONS, EXAMPLE_ACTIVITY, EXAMPLE_PEOPLE, MANY

REFERENCE = '[capitation.reference]\n"1" = 1200\n"2-3" = 5000\n"4+" = 18000\n'


@pytest.mark.parametrize(
    ("more", "scale", "rates"),
    [("", "1.460251", ["1479.97", "6258.52", "28189.05"]), (REFERENCE, "1.457934", ["1625.60", "6943.96", "27510.91"])],
)
def test_the_worked_example_comes_out_to_the_penny(run, more, scale, rates):
    code, made, err = run("capitate", people=EXAMPLE_PEOPLE, activity=EXAMPLE_ACTIVITY, assumptions=ASSUMPTIONS + more)

    assert (code, err) == (0, [])
    assert [band["rate"] for band in made["bands"]] == rates
    assert made["scale"] == scale
    assert [
        (band["band"], band["people"], band["person_years"], band["raw"], band["ci95"]) for band in made["bands"]
    ] == [
        ("1", 3, "2.246575", "1023.78", ["715.22", "1332.34"]),
        ("2-3", 2, "1.501370", "4329.38", ["3469.39", "5189.37"]),
        ("4+", 2, "2.000000", "19500.00", ["-1080.00", "40080.00"]),
    ]
    assert (made["total_cost"], made["value"], made["excess"]) == ("69800.00", "69099.32", "22000.00")
    assert made["lines"] == {"accepted": 7, "rejected": 0, "uncosted": 0, "outside_eligibility": 0, "unlinked": 0}
    assert made["cost_by_source"] == {"actual": "69800.00"}
    assert made["cost_by_setting"] == {"acute": "69800.00"}
    assert [warning.partition(":")[0] for warning in made["warnings"]] == ["Band 1", "Band 2-3"]


def test_without_json_a_table_is_printed_that_says_what_a_rate_is_not(run):
    code, out, err = run("capitate", people=EXAMPLE_PEOPLE, activity=EXAMPLE_ACTIVITY, as_json=False)

    assert (code, err) == (0, [])
    assert "£28,189.05" in out
    assert "not a limit on the care a person needs" in out


def test_it_never_starts_django(tmp_path):
    files = data_sets.write(tmp_path, people=EXAMPLE_PEOPLE, activity=EXAMPLE_ACTIVITY)
    code = "import sys; from config import ipc; ipc.main(sys.argv[1:]); assert 'django' not in sys.modules"
    done = subprocess.run([sys.executable, "-c", code, "finance", "capitate", *files], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


def test_usage_that_is_wrong_exits_2(capsys):
    from config import ipc

    with pytest.raises(SystemExit) as stop:
        ipc.main(["finance", "capitate", "--people", "p.csv"])
    assert stop.value.code == 2


def test_several_files_of_activity_are_one_table(run, tmp_path):
    more = tmp_path / "more.csv"
    more.write_text(f"{data_sets.ACTIVITY_HEAD}\np0,2013-06-01,primary,visit,,2,0.50\n")
    _, made, _ = run("capitate", "--activity", str(more), people=EXAMPLE_PEOPLE, activity=EXAMPLE_ACTIVITY)

    assert made["lines"]["accepted"] == 8
    assert made["total_cost"] == "69800.50"


def test_every_line_is_tested_in_order_unlinked_outside_uncosted(capitate):
    _, made, err = capitate(
        people="p1,1950,1,2013-05-01,2013-05-31",
        activity="""
p1,2013-04-30,acute,stay,,1,1
p1,2013-05-01,acute,stay,,1,1
p1,2013-05-31,acute,stay,,1,1
p1,2013-06-01,acute,stay,,1,
m1,2013-03-31,acute,stay,,1,1
m1,2014-04-01,acute,stay,,1,1
m1,2014-03-31,acute,stay,,1,
p9,2013-03-01,acute,stay,,1,
""",
    )

    assert err == []
    assert made["lines"] == {
        "accepted": MANY + 8, "rejected": 0, "uncosted": 1, "outside_eligibility": 4, "unlinked": 1,
    }  # fmt: skip
    assert made["cost_by_setting"] == {"acute": "2.00", "primary": "600.00"}
    assert made["warnings"][0].startswith("1 of 63 lines (1.6%) have no price")


def test_bands_are_named_and_ordered_by_age_then_conditions(run):
    assumptions = ASSUMPTIONS.replace("age_bands = [0]", "age_bands = [0, 18, 65, 75, 85]")
    people = """
a,1948,3,2013-04-01,
b,1949,4,2013-04-01,
c,2014,0,2014-01-01,
d,1920,0,2013-04-01,
e,1995,0,2013-04-01,
"""
    _, made, _ = run("capitate", people=people, assumptions=assumptions)

    # Ages 65, 64, -1 (born in the window), 93 and 18.
    assert [band["band"] for band in made["bands"]] == ["0-17/0", "18-64/0", "18-64/4+", "65-74/2-3", "85+/0"]


@pytest.mark.parametrize("edges", ["[]", "[0]"])
def test_one_edge_or_none_is_one_band(run, edges):
    assumptions = ASSUMPTIONS.replace("[0, 1, 2, 4]", edges)
    _, made, _ = run("capitate", people=EXAMPLE_PEOPLE, activity=EXAMPLE_ACTIVITY, assumptions=assumptions)

    assert [(band["band"], band["people"]) for band in made["bands"]] == [("all", 7)]


def test_no_cost_at_all_gives_rates_of_nought(run):
    _, made, err = run("capitate", people=EXAMPLE_PEOPLE, assumptions=ASSUMPTIONS + REFERENCE)

    assert err == []
    assert {band["rate"] for band in made["bands"]} == {"0.00"}
    assert (made["total_cost"], made["value"], made["scale"], made["warnings"]) == ("0.00", "0.00", "0.000000", [])


def test_a_band_of_one_person_has_no_interval(run):
    people = "p0,1950,1,2013-04-01,\np3,1950,2,2013-04-01,\n"
    _, made, _ = run("capitate", people=people, activity="p0,2013-05-01,acute,stay,,1,12\n")

    assert [band["ci95"] for band in made["bands"]] == [None, None]


def test_people_who_were_never_eligible_in_the_window_count_nowhere(capitate):
    _, made, _ = capitate(people="q1,1950,1,2014-04-01,\nq2,1950,1,2000-01-01,2013-03-31")

    assert [band["people"] for band in made["bands"]] == [MANY]


def test_an_empty_data_set_has_no_bands(run):
    code, made, err = run("capitate")

    assert (code, err, made["bands"], made["total_cost"]) == (0, [], [], "0.00")


def test_a_refund_is_taken_off_and_given_costs_are_rounded_half_up(capitate):
    activity = "m1,2013-05-01,acute,stay,,1,-4.005\nm1,2013-05-01,acute,stay,,1,0.005\nm1,2013-05-01,acute,stay,,1,0"
    _, made, _ = capitate(activity=activity)

    assert made["cost_by_setting"]["acute"] == "-4.00"
