"""Finance cohorts: sentences, faults, who is chosen, and the funnel; by hand and beside plain Python."""

import datetime
import random
from decimal import Decimal

import pytest

from files.faults import Refused
from finance_models.calc import cohorts, engine
from finance_models.calc.bands import Bands
from finance_models.calc.cohorts import CohortDefinition, Combination, Criterion
from finance_models.calc.cohorts.measures import negated
from finance_models.calc.people import person_costs
from finance_models.calc.shadow import shadow
from finance_models.calc.totals import totals
from tests.finance_models.calc.linked_samples import costed, line, person, rows, synthetic


def definition(*parts, combine="all"):
    return CohortDefinition("Test", 1, Combination(combine, parts))


def at_least(measure, value):
    return Criterion(measure, at_least=Decimal(str(value)))


@pytest.fixture(scope="module")
def costing():
    people = [
        person("child", 2005, 0, groups="children_complex_needs", chc=True),
        person("adult", 1970, 1, groups="mental_health", registers="depression", section_117=True, pam_level=1),
        person("older", 1940, 3, groups="multiple_ltc|mental_health", frailty=0.3, registers="copd|diabetes"),
        person("oldest", 1925, 5, groups="multiple_ltc", frailty=0.5, pam_level=2, pam_suitable=True),
        person("late", 1950, 2, eligible_from=datetime.date(2014, 1, 1), pam_level=4, pam_suitable=False),
        person("gone", 1950, 9, eligible_to=datetime.date(2013, 3, 31)),
    ]
    lines = [
        line("child", 10),
        line("adult", 20, setting="mental_health"),
        line("older", 1_000, emergency=True),
        line("older", 500, emergency=True, day="2013-07-01"),
        line("older", None, setting="social_care"),
        line("oldest", 2_000, emergency=True, setting="primary"),
        line("oldest", 100),
        line("late", 5_000, day="2013-05-01", emergency=True),
    ]
    return costed(people, lines)


@pytest.fixture(scope="module")
def people(costing):
    return engine.keep(costing.data.connection, cohorts.features(costing))


def chosen(people, *parts, combine="all"):
    return sorted(each["person_id"] for each in rows(cohorts.members(people, definition(*parts, combine=combine))))


@pytest.mark.parametrize(
    ("criterion", "who"),
    [
        (Criterion("group", one_of=("mental_health",)), ["adult", "older"]),
        (Criterion("group", one_of=("children_complex_needs", "multiple_ltc")), ["child", "older", "oldest"]),
        (at_least("age", 63), ["late", "older", "oldest"]),
        (Criterion("age", at_most=Decimal(43)), ["adult", "child"]),
        (Criterion("ltc_count", Decimal(1), Decimal(3)), ["adult", "late", "older"]),
        (at_least("frailty", "0.3"), ["older", "oldest"]),
        # Not suitable for "late", whom the file says so of, nor for "adult", who is in the mental health group.
        (Criterion("pam_level", at_most=Decimal(4)), ["oldest"]),
        # Of primary care it is no admission; before eligibility it doesn't count.
        (at_least("emergency_admissions", 1), ["older"]),
        (at_least("contacts", 3), ["older"]),
        (at_least("settings_used", 2), ["older", "oldest"]),
        (at_least("cost", 1500), ["older", "oldest"]),
        (at_least("cost", "1500.01"), ["oldest"]),
        # Of five people, four others: "older" costs more than three of them.
        (at_least("cost_percentile", 75), ["older", "oldest"]),
        (at_least("cost_percentile", "75.01"), ["oldest"]),
        (Criterion("register", one_of=("diabetes",)), ["older"]),
        (Criterion("chc", is_set=True), ["child"]),
        (Criterion("section_117", is_set=True), ["adult"]),
    ],
)
def test_each_criterion_chooses_its_people(people, criterion, who):
    assert chosen(people, criterion) == who


def test_a_flag_that_is_not_known_meets_neither_yes_nor_no(people):
    assert chosen(people, Criterion("chc", is_set=False)) == []


def test_a_register_is_matched_whole(people):
    assert chosen(people, Criterion("register", one_of=("diab",))) == []


def test_all_any_and_what_lies_inside_are_combined(people):
    old, costly = at_least("age", 70), at_least("cost", 2000)
    inside = Combination("any", (Criterion("chc", is_set=True), costly))

    assert chosen(people, old, costly) == ["oldest"]
    assert chosen(people, old, Criterion("chc", is_set=True), combine="any") == ["child", "older", "oldest"]
    assert chosen(people, old, inside) == ["oldest"]


def test_the_funnel_narrows_from_everybody_to_the_cohort(costing, people):
    wanted = definition(at_least("age", 63), at_least("ltc_count", 3), at_least("frailty", "0.4"))
    made = cohorts.build(costing, wanted, people)

    assert made.population == cohorts.Size(5, 4 * 365 + 90, 363_000)
    assert [step.after.people for step in made.steps] == [3, 2, 1]
    assert [step.alone.people for step in made.steps] == [3, 2, 1]
    assert [step.unknown for step in made.steps] == [0, 0, 3]
    assert made.steps[0].after == cohorts.Size(3, 2 * 365 + 90, 360_000)
    assert made.size == cohorts.Size(1, 365, 210_000)
    assert (made.share, made.person_years) == (Decimal("0.2"), 1)
    assert list(made.table()["people_after"]) == [5, 3, 2, 1]


def test_with_any_each_criterion_adds_to_those_before(costing, people):
    made = cohorts.build(costing, definition(at_least("age", 70), at_least("ltc_count", 1), combine="any"), people)

    assert [step.after.people for step in made.steps] == [2, 4]


def test_cost_by_setting_counts_the_cohort_alone(costing, people):
    made = cohorts.build(costing, definition(at_least("age", 70)), people)

    found = [(each.setting, each.people, each.lines, each.pence) for each in made.settings]
    assert found == [("primary", 1, 1, 200_000), ("acute", 2, 3, 160_000)]


def test_overlap_of_groups_is_counted_by_pair(costing, people):
    made = cohorts.build(costing, definition(at_least("age", 0)), people)

    assert made.overlap[("multiple_ltc", "mental_health")] == 1
    assert made.overlap[()] == 1
    assert made.in_both("multiple_ltc", "multiple_ltc") == 2
    assert made.in_both("mental_health", "multiple_ltc") == 1
    assert made.in_both("learning_disability", "multiple_ltc") == 0
    assert made.overlap_table()["people"].tolist() == [1, 2, 0, 2, 0, 0, 0, 0, 1, 0]


def test_a_kept_table_of_features_gives_the_same_cohort(costing, people):
    wanted = definition(at_least("age", 63), at_least("ltc_count", 3))

    assert cohorts.build(costing, wanted, people) == cohorts.build(costing, wanted)


def test_every_model_can_speak_of_the_cohort_alone(costing, people):
    wanted = definition(at_least("age", 63), at_least("ltc_count", 3))
    inside = cohorts.costing_of(costing, wanted, people)
    made = cohorts.build(costing, wanted, people)

    assert sum(each["pence"] for each in rows(person_costs(inside))) == made.size.pence == 360_000
    assert totals(inside).lines == {"unlinked": 0, "outside_eligibility": 0, "uncosted": 1, "costed": 4}
    paid = shadow(inside, {"all": 36_500}, Bands((), ()))
    assert [(month.days, month.payment, month.actual) for month in paid.months[2:4]] == [
        (60, 6_000, 310_000),
        (62, 6_200, 50_000),
    ]


def test_a_cohort_of_nobody_has_size_nought(costing, people):
    made = cohorts.build(costing, definition(at_least("age", 140)), people)

    assert made.size == cohorts.Size(0, 0, 0)
    assert (made.settings, dict(made.overlap)) == ((), {})


def test_synthetic_people_chosen_by_plain_python_are_the_same():
    costing, _ = synthetic(600)
    wanted = definition(
        Combination("any", (at_least("ltc_count", 2), at_least("emergency_admissions", 1))), at_least("cost", 500)
    )
    admitted = {
        each["person_id"]
        for each in rows(costing.lines)
        if each["outcome"] in ("costed", "uncosted") and each["emergency"] and each["setting"] == "acute"
    }
    spent = {}
    for each in rows(costing.lines):
        if each["outcome"] == "costed":
            spent[each["person_id"]] = spent.get(each["person_id"], 0) + each["pence"]
    expected = {
        each["person_id"]
        for each in rows(costing.data.people)
        if (each["ltc_count"] >= 2 or each["person_id"] in admitted) and spent.get(each["person_id"], 0) >= 50_000
    }
    made = cohorts.build(costing, wanted)

    assert {each["person_id"] for each in rows(cohorts.members(cohorts.features(costing), wanted))} == expected
    assert made.size.people == len(expected) > 20
    assert made.size.pence == sum(spent[each] for each in expected) == sum(each.pence for each in made.settings)


def test_a_definition_reads_as_a_sentence():
    made = definition(
        at_least("age", 65),
        Combination("any", (Criterion("ltc_count", Decimal(4), Decimal(4)), Criterion("chc", is_set=True))),
        Criterion("group", one_of=("multiple_ltc", "mental_health")),
        Criterion("cost", at_most=Decimal("12000.50")),
    )

    assert made.sentence == (
        "People who are 65 or older, and (have exactly 4 long-term conditions or have NHS continuing healthcare), and "
        "are in the group multiple long-term conditions or significant mental health needs, and cost £12,000.50 or "
        "less in the window."
    )


def test_none_is_said_the_other_way_round_and_brackets_stand_where_the_word_changes():
    old, copd = at_least("age", 65), Criterion("register", one_of=("copd",))
    aftercare, costly = Criterion("section_117", is_set=True), at_least("cost", 500)

    def of(word, *parts):
        return Combination(word, parts)

    assert definition(old, of("any", copd, aftercare), of("none", costly)).sentence == (
        "People who are 65 or older, and (are on the register copd or have section 117 aftercare), and didn't cost "
        "£500 or more in the window."
    )
    assert definition(old, of("none", copd, aftercare)).sentence == (
        "People who are 65 or older, and are not on the register copd, and don't have section 117 aftercare."
    )
    assert definition(of("none", of("all", copd, aftercare)), costly).sentence == (
        "People who (are not on the register copd or don't have section 117 aftercare) and cost £500 or more in the "
        "window."
    )
    assert definition(old, of("all", copd, aftercare), combine="any").sentence == (
        "People who are 65 or older or (are on the register copd and have section 117 aftercare)."
    )
    assert definition(Criterion("chc", is_set=False), combine="none").sentence == (
        "People who have NHS continuing healthcare."
    )


@pytest.mark.parametrize("measure", cohorts.MEASURES.values(), ids=lambda each: each.name)
def test_every_measure_can_be_said_the_other_way_round(measure):
    words = [getattr(measure, name) for name in ("at_least", "at_most", "between", "exactly", "one_of", "yes", "no")]
    for said in filter(None, words):
        assert negated(said) != said
        assert negated(said).split(maxsplit=1)[0] in {"are", "don't", "have", "didn't"}
    with pytest.raises(ValueError, match="can't be said"):
        negated("walk")


def met(row, part):
    """Who meets what, in plain Python: an unknown number meets nothing, and none is the opposite of any."""
    if isinstance(part, Combination):
        found = [met(row, each) for each in part.parts]
        return {"all": all(found), "any": any(found), "none": not any(found)}[part.combine]
    value = row[{"cost": "pence", "pam_level": "usable_pam_level"}.get(part.measure, part.measure)]
    return value is not None and value >= part.at_least * (100 if part.measure == "cost" else 1)


BOUNDS = {"age": (20, 60, 80), "ltc_count": (1, 2, 4), "cost": (100, 900), "pam_level": (2, 3)}


def drawn(chance, depth=1):
    """A criterion, or some of them combined, three deep at most."""
    if depth == 3 or (depth > 1 and chance.random() < 0.4):
        measure = chance.choice(list(BOUNDS))
        return at_least(measure, chance.choice(BOUNDS[measure]))
    parts = tuple(drawn(chance, depth + 1) for _ in range(chance.randint(1, 3)))
    return Combination(chance.choice(["all", "any", "none"]), parts)


def test_nested_criteria_choose_whom_plain_python_chooses_and_the_funnel_ends_there():
    costing, _ = synthetic(400)
    people = engine.keep(costing.data.connection, cohorts.features(costing))
    everybody, chance, sizes = rows(people), random.Random(7), set()
    for _ in range(20):
        wanted = CohortDefinition("Drawn", 1, drawn(chance))
        expected = {each["person_id"] for each in everybody if met(each, wanted.criteria)}
        population, size, steps = cohorts.count(people, wanted)
        assert {each["person_id"] for each in rows(cohorts.members(people, wanted))} == expected
        assert (population.people, size.people, steps[-1].after) == (len(everybody), len(expected), size)
        sizes.add(len(expected))
    assert len(sizes) > 8


def test_the_funnel_has_a_step_a_criterion_and_one_for_each_choice(people):
    old, frail, ill = at_least("age", 63), at_least("frailty", "0.4"), at_least("ltc_count", 3)
    both, either = Combination("all", (old, at_least("ltc_count", 2))), Combination("any", (frail, ill))
    _, size, steps = cohorts.count(people, definition(both, either, Combination("none", (frail,))))

    # 63 or older: late, older and oldest. Three conditions or more: older and oldest, of whom oldest is frail.
    assert [step.after.people for step in steps] == [3, 3, 2, 1]
    assert [step.unknown for step in steps] == [0, 0, 0, 3]
    assert [[found.people for _, found in step.inside] for step in steps] == [[], [], [1, 2], []]
    assert size.people == 1
    with pytest.raises(ValueError, match="there is none"):
        cohorts.count(people, definition())


@pytest.mark.parametrize(
    ("criterion", "said"),
    [
        (Criterion("height", at_least=Decimal(1)), "height: this can't be asked for"),
        (Criterion("age"), "age: no number is given"),
        (at_least("age", 151), "age: 151 is out of range"),
        (at_least("age", "65.5"), "age: 65.5 has too many decimal places"),
        (Criterion("age", Decimal("NaN")), "age: NaN is out of range"),
        (Criterion("age", Decimal(9), Decimal(8)), "age: 9 is above 8"),
        (Criterion("age", one_of=("65",)), "age: it is a number"),
        (Criterion("group"), "group: nothing is chosen"),
        (Criterion("group", one_of=("adults",)), "group: adults is not known; choose from children"),
        (Criterion("register", one_of=("a|b",)), "register: a|b is not known"),
        (Criterion("chc", at_least=Decimal(1)), "chc: it is yes or no"),
    ],
)
def test_each_bad_criterion_is_said_with_how_to_mend_it(criterion, said, costing):
    assert definition(criterion).validate()[0].startswith(said)
    with pytest.raises(ValueError, match=said.split(":")[0]):
        cohorts.build(costing, definition(criterion))


def test_names_versions_combinations_and_depth_are_checked():
    deep = Combination("all", (Combination("all", (Combination("all", (Combination("all", ()),)),)),))

    assert len(CohortDefinition(" ", 0, Combination("some", ())).validate()) == 4
    assert CohortDefinition("Deep", 1, deep).validate() == ["criteria: they lie more than 3 deep; write them flatter"]


FILE = """
name = "Older people"
version = 2
combine = "all"
[[criteria]]
measure = "ltc_count"
at_least = 3
[[criteria]]
combine = "any"
criteria = [{measure = "frailty", at_least = 0.25}, {measure = "chc", is_set = true}]
"""


def test_a_definition_is_read_from_a_file_and_written_for_keeping(tmp_path):
    path = tmp_path / "cohort.toml"
    path.write_text(FILE)
    made = cohorts.read(path)

    assert (made.name, made.version) == ("Older people", 2)
    assert made.criteria.parts[1].parts[0] == at_least("frailty", "0.25")
    assert cohorts.from_document(cohorts.to_document(made)) == (made, [])


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (('name = "Older people"', "name = 3"), "name: it is not text"),
        (("version = 2", "version = true"), "version: it is not a whole number"),
        (("version = 2", "size = 2"), "size: this is not known"),
        (("at_least = 3", "at_lest = 3"), "ltc_count: at_lest is not known"),
        (("at_least = 3", 'at_least = "many"'), "ltc_count: at_least is not a number"),
        (("is_set = true", 'is_set = "yes"'), "chc: is_set is neither true nor false"),
        (("at_least = 3", "one_of = 3"), "ltc_count: one_of is not a list"),
        (('combine = "all"', "combine = 1"), "combine: '1' is not known"),
        (("name =", "name"), "can't be read as TOML"),
    ],
)
def test_a_bad_file_is_refused_with_a_line_for_each_fault(tmp_path, change, said):
    path = tmp_path / "cohort.toml"
    path.write_text(FILE.replace(*change))
    with pytest.raises(Refused) as refusal:
        cohorts.read(path)

    assert refusal.value.faults[0].startswith(f"{path}: {said}")
