"""`ipc finance cost` and `ipc finance quality`, as they are typed."""

from tests.finance_models.data_sets import EXAMPLE_ACTIVITY, EXAMPLE_PEOPLE

PRICES = """
tariff,stay,,2013/14,100
reference,visit,,2012/13,40.005
local,visit,,2013/14,50
"""
ACTIVITY = """
p0,2013-05-01,acute,stay,RA9,2,
p0,2013-05-01,acute,stay,RA9,2,
p3,2013-06-01,primary,visit,,1.5,
p5,2013-06-01,primary,other,,1,
p6,2013-06-01,voluntary,lunch club,,1,12
p9,2013-06-01,voluntary,lunch club,,1,12
p4,2013-10-01,voluntary,lunch club,unknown,1,12
"""
INDEX = '[window]\nstart = 2013-04-01\nend = 2014-04-01\n[price_index]\n"2012/13" = 98\n"2013/14" = 100\n'


def test_cost_by_setting_source_and_conditions(run):
    code, made, err = run(
        "cost", people=EXAMPLE_PEOPLE, activity=ACTIVITY, unit_costs=PRICES, providers="RA9,1.05", assumptions=INDEX
    )

    # Two stays of 2 × £100 × 1.05; a visit and a half at £40.005 × 100 ÷ 98 = £61.232…; a lunch of £12.
    assert (code, err) == (0, [])
    assert made["cost_by_setting"] == {"acute": "420.00", "primary": "61.23", "voluntary": "12.00"}
    assert made["cost_by_source"] == {"actual": "12.00", "reference": "61.23", "tariff": "420.00"}
    assert made["total_cost"] == "493.23"
    assert made["uncosted"] == [{"setting": "primary", "service": "other", "lines": 1}]
    assert made["uncosted_share"] == "0.200000"
    assert made["lines"] == {"accepted": 7, "rejected": 0, "uncosted": 1, "outside_eligibility": 1, "unlinked": 1}
    assert [(each["conditions"], each["people"], each["cost"]) for each in made["cost_by_conditions"]] == [
        ("1", 3, "420.00"), ("2", 2, "61.23"), ("4", 2, "12.00"),
    ]  # fmt: skip
    assert made["local_and_reference"] == [
        {"setting": "primary", "service": "visit", "lines": 1, "local": "75.00", "reference": "61.23"}
    ]


def test_without_the_index_a_line_is_uncosted_and_no_other_source_is_asked(run):
    window = INDEX.partition("[price_index]")[0]
    _, made, _ = run("cost", people=EXAMPLE_PEOPLE, activity=ACTIVITY, unit_costs=PRICES, assumptions=window)

    # The reference price is of another year; the local one of the same year is not asked. Nobody's factor is 1.05.
    assert made["cost_by_source"] == {"actual": "12.00", "tariff": "400.00"}
    assert made["lines"]["uncosted"] == 2


def test_cost_as_a_table(run):
    code, out, _ = run("cost", people=EXAMPLE_PEOPLE, activity=EXAMPLE_ACTIVITY, assumptions=INDEX, as_json=False)

    assert code == 0
    assert "Total cost £69800.00" in out
    assert "7 accepted, 0 rejected" in out


def quality(run, **given):
    return run("quality", "--as-at", "2013-12-31", **{"people": EXAMPLE_PEOPLE, "activity": ACTIVITY, **given})


def found(made, check, column, setting=None):
    wanted = (check, column, setting)
    one = [each for each in made["checks"] if (each["check"], each["column"], each["setting"]) == wanted]
    return one[0]["of"], one[0]["found"]


def test_quality_counts_what_is_empty_default_unlinked_and_outside(run):
    code, made, err = quality(run)

    assert (code, err) == (0, [])
    assert found(made, "completeness", "provider") == (7, 4)
    assert found(made, "completeness", "provider", "acute") == (2, 0)
    assert found(made, "completeness", "cost", "voluntary") == (3, 0)
    assert found(made, "completeness", "eligible_to") == (7, 6)
    assert found(made, "use of defaults", "provider") == (3, 1)
    assert found(made, "linkage", "person_id") == (7, 1)
    assert found(made, "linkage", "person_id", "voluntary") == (3, 1)
    assert found(made, "outside eligibility", "date") == (6, 1)
    assert made["duplicates"] == 1
    assert made["latest"][0] == {"setting": "acute", "date": "2013-05-01", "days": 244}


def test_quality_counts_values_that_nobody_agreed_on(run):
    head = "person_id,birth_year,sex,ethnicity,ltc_count,eligible_from,eligible_to\n"
    people = f"{head}p0,1900,female,white,1,2013-04-01,\np1,1950,W,unknown,1,2013-04-01,9999-12-31\n".encode()
    _, made, _ = quality(run, people=people)

    assert found(made, "validity", "sex") == (2, 1)
    assert found(made, "validity", "ethnicity") == (2, 1)
    assert found(made, "use of defaults", "ethnicity") == (2, 1)
    assert found(made, "use of defaults", "birth_year") == (2, 1)
    assert found(made, "use of defaults", "eligible_to") == (1, 1)


def test_quality_says_what_became_of_each_files_rows(run):
    people = "\n".join(f"q{number},1950,1,2013-04-01," for number in range(30)) + "\nq30,x,1,2013-04-01,"
    _, made, err = quality(run, people=people)

    assert len(err) == 1
    assert [(row["rows"], row["accepted"], row["rejected"]) for row in made["rows"]] == [
        (31, 30, 1), (7, 7, 0), (0, 0, 0), (0, 0, 0),
    ]  # fmt: skip


def test_quality_as_a_table(run):
    code, out, _ = quality(run, as_json=False)

    assert code == 0
    assert "Lines alike beyond the first of each: 1" in out
