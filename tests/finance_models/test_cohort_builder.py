"""The builder of a finance cohort: parts of criteria by buttons, counted at once from a kept table, and saved."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from finance_models.cohorts import actions, job, kept
from finance_models.cohorts.rights import cohort_in
from finance_models.governance import actions as governance
from finance_models.loading import folders, versions
from finance_models.models import CohortDefinition
from jobs.models import Job
from tenants.contexts import in_area
from tests.finance_models.given import loaded
from tests.finance_models.test_cohorts import text_of
from tests.finance_models.test_runs import TERMS, terms_in

pytestmark = pytest.mark.django_db

COHORTS = "/areas/kernow/finance/cohorts/"
FACTS = {"name": "Several conditions", "reason": "To begin with"}


def part(number, combine, *criteria):
    """What the form sends of one part: criteria as (measure, {field: value})."""
    found = {f"part{number}-combine": combine, f"part{number}-row": [str(at) for at in range(len(criteria))]}
    for at, (measure, values) in enumerate(criteria):
        found[f"part{number}-{at}-measure"] = measure
        found |= {f"part{number}-{at}-{name}": value for name, value in values.items()}
    return found


def asked(*parts, do, combine="all", **more):
    numbers = [str(number) for number in range(len(parts))]
    return {"part": numbers, "combine": combine, "do": do, **{k: v for each in parts for k, v in each.items()}, **more}


OLD = part(0, "all", ("age", {"at_least": "60"}))
NEEDS = part(1, "any", ("ltc_count", {"at_least": "4"}), ("cost", {"at_least": "4,000"}))
NOT_COSTLY = part(2, "none", ("cost", {"at_least": "50000"}))


@pytest.fixture
def ready(kernow, tmp_path):
    """The worked example in use, with the table to count from."""
    loaded(kernow, tmp_path, accept=True)
    terms = terms_in(kernow)
    with in_area(kernow):
        kept.make(area=kernow, assumptions=terms, by=None)
    return terms


def test_parts_of_all_any_and_none_become_one_sentence(client_as, kernow):
    client = client_as("finance-lead", area=kernow)
    answer = client.post(f"{COHORTS}new/", asked(OLD, NEEDS, NOT_COSTLY, do="save", **FACTS))
    assert answer.status_code == 302
    with in_area(kernow):
        made = CohortDefinition.objects.get()
    assert made.sentence == (
        "People who are 60 or older, and (have 4 or more long-term conditions or cost £4,000 or more in the window), "
        "and didn't cost £50,000 or more in the window."
    )
    page = client.get(f"{COHORTS}{made.pk}/change/").text
    for said in ('value="60"', 'name="part1-1-at_least"', 'value="4000"', "Part 3"):
        assert said in page, said
    again = client.post(f"{COHORTS}{made.pk}/change/", asked(OLD, NEEDS, NOT_COSTLY, do="save", **FACTS))
    assert "Nothing differs from the latest version" in again.text


def test_one_part_is_kept_flat_as_versions_before_parts_were(client_as, kernow):
    found = cohort_in(kernow)
    client = client_as("finance-lead", area=kernow)
    same = part(0, "all", ("ltc_count", {"at_least": "2"}))
    page = client.get(f"{COHORTS}{found.pk}/change/").text
    assert 'value="2"' in page
    assert "Nothing differs" in client.post(f"{COHORTS}{found.pk}/change/", asked(same, do="save", **FACTS)).text
    wider = part(0, "any", ("ltc_count", {"at_least": "2"}), ("chc", {"is_set": "yes"}))
    assert client.post(f"{COHORTS}{found.pk}/change/", asked(wider, do="save", **FACTS)).status_code == 302
    with in_area(kernow):
        second = CohortDefinition.objects.get(number=2)
    assert second.criteria["combine"] == "any"
    assert [each["measure"] for each in second.criteria["criteria"]] == ["ltc_count", "chc"]


def test_criteria_that_stand_beside_parts_open_as_a_part_of_their_own(client_as, kernow):
    inner = {"combine": "any", "criteria": [{"measure": "chc", "is_set": True}, {"measure": "age", "at_least": "85"}]}
    deeper = {
        "combine": "all",
        "criteria": [{"combine": "any", "criteria": [inner, {"measure": "age", "at_least": "1"}]}],
    }
    mixed = {"combine": "all", "criteria": [{"measure": "ltc_count", "at_least": "3"}, inner]}
    client = client_as("finance-lead", area=kernow)
    for name, criteria, said in (
        ("Mixed", mixed, 'name="part1-1-at_least"'),
        ("Deep", deeper, "lie deeper than this form"),
    ):
        with in_area(kernow):
            found = actions.save(area=kernow, name=name, criteria=criteria, reason="x", by=None)
        assert said in client.get(f"{COHORTS}{found.pk}/change/").text


def test_buttons_add_and_remove_criteria_and_parts_and_keep_what_was_typed(client_as, kernow):
    client = client_as("finance-lead", area=kernow)
    page = client.post(f"{COHORTS}new/", asked(OLD, do="add:part0", name="Half", **{"part0-add": "chc"})).text
    assert "part0-1-is_set" in page
    assert 'value="60"' in page
    assert 'value="Half"' in page
    assert "Give the cohort a name" not in page
    page = client.post(f"{COHORTS}new/", asked(OLD, do="part")).text
    assert "Part 2" in page
    page = client.post(f"{COHORTS}new/", asked(OLD, NEEDS, do="remove:part1-0")).text
    assert "part1-0-measure" not in page
    assert "part1-1-measure" in page
    page = client.post(f"{COHORTS}new/", asked(OLD, NEEDS, do="drop:part1")).text
    assert "Part 2" not in page
    for do in ("drop:part0", "add:part7", "remove:x", "nothing", ""):
        assert client.post(f"{COHORTS}new/", asked(OLD, do=do)).status_code == 200, do
    with in_area(kernow):
        assert not CohortDefinition.objects.exists()


def test_what_nobody_could_have_sent_is_passed_over(client_as, kernow):
    client = client_as("finance-lead", area=kernow)
    odd = {"part": ["x", "-1", "99999", "0"], "do": "add:part0", "part0-row": ["²", "0"], "part0-0-measure": "height"}
    assert client.post(f"{COHORTS}new/", odd).status_code == 200
    assert client.post(f"{COHORTS}new/", {"part": [str(n) for n in range(500)], "do": "part"}).text.count("Part 8") == 1


def test_the_answer_to_a_count_has_size_cost_and_how_each_criterion_narrows(client_as, kernow, ready):
    client = client_as("finance-lead", area=kernow)
    text = text_of(client.post(f"{COHORTS}new/", asked(OLD, NEEDS, NOT_COSTLY, do="count")))
    # Born 1950 to 1953 is 60 or older in 2013: p0 to p3. Of them p3 cost 4,000; nobody of them has 4 conditions.
    for said in (
        "People who are 60 or older, and (have 4 or more", "1 person", "14.3% of 7", "£4,000 in the base year",
        "Part of it: have 4 or more long-term conditions", "Not kept:", "Base, version 1",
    ):  # fmt: skip
        assert said in text, said
    fragment = client.post(f"{COHORTS}new/", asked(OLD, NEEDS, do="count"), headers={"HX-Request": "true"}).text
    assert "<html" not in fragment
    assert 'aria-live="polite"' in fragment
    assert "1 person, £4,000 in the base year." in fragment


def test_a_count_is_the_same_as_that_of_the_saved_cohort(client_as, kernow, ready):
    from finance_models.calc import cohorts
    from finance_models.runs import making

    client = client_as("finance-lead", area=kernow)
    client.post(f"{COHORTS}new/", asked(NEEDS | {}, do="save", **FACTS) | {"part": ["1"]})
    with in_area(kernow):
        found = CohortDefinition.objects.get()
        run = making.make(area=kernow, kind="cohort", assumptions=ready, cohort=found, by=None)
        definition, _ = cohorts.from_document({"name": "x", "version": 1, **found.criteria})
        everybody, size, steps = kept.count(kept.wanted(kernow, ready), definition)
    # 4 conditions: p5, p6; 4,000 or more: p3, p5, p6.
    assert (everybody.people, size.people, size.pence) == (7, 3, 6_500_000)
    assert (run.result["people"], run.result["cost"]) == (3, 6_500_000)
    assert [step.after.people for step in steps] == [each["after"]["people"] for each in run.result["steps"]] == [2, 3]


def test_without_the_table_the_page_says_so_and_one_job_makes_it(client_as, kernow, tmp_path):
    loaded(kernow, tmp_path, accept=True)
    terms = terms_in(kernow)
    client = client_as("finance-lead", area=kernow)
    for _ in range(2):
        text = text_of(client.post(f"{COHORTS}new/", asked(OLD, do="count")))
        assert "is made ready for counting by Base, version 1" in text
    made = Job.objects.get(kind=job.JOB)
    assert (made.area, made.input["assumptions"]) == (kernow, terms.pk)
    with in_area(kernow):
        kept.make(area=kernow, assumptions=terms, by=None)
    assert "4 people" in " ".join(text_of(client.post(f"{COHORTS}new/", asked(OLD, do="count"))).split())


def test_without_data_or_assumptions_the_page_says_what_is_missing(client_as, kernow):
    client = client_as("finance-lead", area=kernow)
    assert "There are no assumptions yet" in text_of(client.post(f"{COHORTS}new/", asked(OLD, do="count")))
    terms_in(kernow)
    assert "No data version is in use" in text_of(client.post(f"{COHORTS}new/", asked(OLD, do="count")))
    assert not Job.objects.exists()
    nothing = part(0, "all", ("age", {"at_least": ""}))
    assert "Nothing is asked for yet" in text_of(client.post(f"{COHORTS}new/", asked(nothing, do="count")))


def test_faults_are_said_in_the_words_of_the_form(client_as, kernow, ready):
    client = client_as("finance-lead", area=kernow)
    wrong = part(0, "all", ("age", {"at_least": "80", "at_most": "18"}))
    for do in ("count", "save"):
        text = text_of(client.post(f"{COHORTS}new/", asked(wrong, do=do, **FACTS)))
        assert "Age: 80 is above 18; write the lower number as “At least”" in text
    unreadable = part(0, "all", ("age", {"at_least": "old"}))
    assert "Write a number with digits" in client.post(f"{COHORTS}new/", asked(unreadable, do="count")).text
    nothing = client.post(f"{COHORTS}new/", asked(part(0, "all"), do="save", **FACTS))
    assert (nothing.status_code, "Ask for at least one thing" in nothing.text) == (422, True)
    with in_area(kernow):
        assert not CohortDefinition.objects.exists()


def test_the_table_holds_no_pseudonym_and_is_made_for_what_it_was_made_from(kernow, ready):
    import pyarrow.parquet as parquet

    with in_area(kernow):
        made = kept.wanted(kernow, ready)
        assert "person_id" not in parquet.read_table(made.path).column_names
        assert made.path.stat().st_mode & 0o777 == 0o600
        other = terms_in(kernow, TERMS.replace("2014-04-01", "2014-03-01"), "Other year")
        assert kept.wanted(kernow, other).path != made.path
        governance.record_objection(area=kernow, pseudonym="p6", received_on=made.version.loaded_on, by=None)
        after = kept.wanted(kernow, ready)
        assert (made.is_there, after.is_there) == (True, False)
        kept.make(area=kernow, assumptions=ready, by=None)
        assert parquet.read_table(after.path).num_rows == 6


def test_the_table_goes_with_its_version_and_old_ones_go_by_themselves(kernow, ready, monkeypatch):
    monkeypatch.setattr(kept, "MOST_KEPT", 2)
    place = folders.features(kernow)
    with in_area(kernow):
        for month in ("01", "02", "03"):
            text = TERMS.replace("2014-04-01", f"2014-{month}-01")
            kept.make(area=kernow, assumptions=terms_in(kernow, text, f"To {month}"), by=None)
        assert len(list(place.glob("*.parquet"))) == 2
    with in_area(kernow):
        folder = kept.wanted(kernow, ready).version.folder
    folders.forget(kernow, folder)
    assert list(place.iterdir()) == []


def test_areas_count_their_own_people_alone(client_as, kernow, bristol, ready):
    client = client_as("finance-lead", area=bristol)
    terms_in(bristol)
    text = text_of(client.post("/areas/bristol/finance/cohorts/new/", asked(OLD, do="count")))
    assert "No data version is in use" in text
    assert client.post(f"{COHORTS}new/", asked(OLD, do="count")).status_code == 404
    assert client_as("area-lead", area=kernow).post(f"{COHORTS}new/", asked(OLD, do="count")).status_code == 403


def test_a_count_asks_the_database_the_same_whatever_is_asked(client_as, kernow, ready):
    client = client_as("finance-lead", area=kernow)
    counts = []
    for parts in ((OLD,), (OLD, NEEDS, NOT_COSTLY)):
        with CaptureQueriesContext(connection) as queries:
            client.post(f"{COHORTS}new/", asked(*parts, do="count"), headers={"HX-Request": "true"})
        counts.append(sum("finance_models" in each["sql"] for each in queries))
    assert counts == [5, 5]


def test_a_version_is_deleted_with_its_table(kernow, ready, django_capture_on_commit_callbacks):
    with in_area(kernow), django_capture_on_commit_callbacks(execute=True):
        versions.delete(area=kernow, number=1, by=None)
    assert list(folders.features(kernow).iterdir()) == []
