"""`ipc finance cohort` and `ipc finance shadow`, as they are typed, on the people of the worked example."""

import json

import pytest

from tests.finance_models import data_sets

COHORT = """
name = "Several conditions"
version = 3
combine = "all"
[[criteria]]
measure = "ltc_count"
at_least = 2
[[criteria]]
measure = "cost"
at_least = 4000
"""
EXAMPLE = {"people": data_sets.EXAMPLE_PEOPLE, "activity": data_sets.EXAMPLE_ACTIVITY}


@pytest.fixture
def cohort(run, tmp_path):
    def run_cohort(text=COHORT, as_json=True, **tables):
        path = tmp_path / "cohort.toml"
        path.write_text(text)
        return run("cohort", "--cohort", str(path), as_json=as_json, **{**EXAMPLE, **tables})

    return run_cohort


def test_a_cohort_is_printed_with_its_funnel(cohort):
    code, made, faults = cohort()

    assert (code, faults) == (0, [])
    assert made["definition"] == (
        "People who have 2 or more long-term conditions and cost £4,000 or more in the window."
    )
    assert (made["cohort"], made["version"], made["people"], made["population"]) == ("Several conditions", 3, 3, 7)
    assert (made["total_cost"], made["person_years"], made["share_of_population"]) == (
        "65000.00",
        "3.000000",
        "0.428571",
    )
    assert made["criteria"][0]["after"] == {"people": 4, "cost": "67500.00"}
    assert made["criteria"][1]["alone"] == {"people": 3, "cost": "65000.00"}
    assert made["settings"] == [{"setting": "acute", "people": 3, "lines": 3, "cost": "65000.00"}]
    assert made["groups"] == [{"groups": [], "people": 3}]


def test_a_cohort_reads_as_a_sentence_for_people(cohort):
    _, out, _ = cohort(as_json=False)

    assert out.startswith(
        "Several conditions, version 3. People who have 2 or more long-term conditions and cost £4,000"
    )
    assert "3 of 7 people (42.9%; the programme expects about 5.0%), 3.00 person-years, £65,000.00" in out


def test_uncosted_lines_are_told_of(cohort):
    lines = f"{data_sets.EXAMPLE_ACTIVITY.strip()}\np0,2013-05-01,acute,unknown,,1,\n"

    assert cohort(activity=lines)[1]["warnings"][0].startswith("1 of 8 lines (12.5%) have no price")


def test_a_bad_cohort_is_refused_before_anything_is_read(cohort):
    code, out, faults = cohort(COHORT.replace("at_least = 2", "at_least = -2"), people="rubbish")

    assert (code, out) == (1, "")
    assert faults == ["cohort.toml: ltc_count: -2 is out of range; write a number from 0 to 100"]


def test_shadow_payment_of_the_worked_example_adds_up_to_its_value(run):
    code, made, _ = run("shadow", **EXAMPLE)

    assert code == 0
    assert [month["month"] for month in made["months"]][:2] == ["2013-04", "2013-05"]
    # Rates 1,479.97, 6,258.52 and 28,189.05; in April two people of each, for 30 of 365 days.
    assert made["months"][0]["payment"] == "5905.90"
    assert made["months"][0]["person_years"] == "0.493151"
    assert made["months"][1]["actual"] == "15000.00"
    assert (made["actual"], made["months"][-1]["cumulative_variance"]) == ("69800.00", made["variance"])
    assert float(made["payment"]) == pytest.approx(69_099.32, abs=0.1)


def test_rates_of_another_year_can_be_paid(run, tmp_path):
    path = tmp_path / "rates.json"
    path.write_text(json.dumps({"bands": [{"band": "1", "rate": "365.00"}, {"band": "4+", "rate": "730.00"}]}))
    code, made, _ = run("shadow", "--rates", str(path), **EXAMPLE)

    assert code == 0
    assert made["months"][0]["payment"] == "180.00"
    assert made["warnings"] == [
        "Band 2-3: there is no rate for it, so its 1.50 person-years bring no payment; give it a rate, or make the "
        "bands larger."
    ]


def test_a_cohort_can_be_paid_for_alone(run, tmp_path):
    path = tmp_path / "cohort.toml"
    path.write_text(COHORT)
    code, made, _ = run("shadow", "--cohort", str(path), **EXAMPLE)

    assert (code, made["actual"]) == (0, "65000.00")
    assert made["months"][0]["person_years"] == "0.246575"


@pytest.mark.parametrize(
    "content", ["", "[]", '{"bands": [{"band": "1"}]}', '{"bands": [{"band": "1", "rate": "NaN"}]}']
)
def test_a_file_without_rates_is_refused(run, tmp_path, content):
    path = tmp_path / "rates.json"
    path.write_text(content)
    code, out, faults = run("shadow", "--rates", str(path), **EXAMPLE)

    assert (code, out) == (1, "")
    assert faults == ["rates.json: is not what `ipc finance capitate --json` prints; make it anew and give that file"]


def test_shadow_for_people_says_that_a_rate_is_no_limit(run):
    _, out, _ = run("shadow", as_json=False, **EXAMPLE)

    assert "April 2013" in out
    assert out.rstrip().endswith("A rate is not a limit on the care a person needs.")
