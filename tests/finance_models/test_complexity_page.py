"""The complexity-adjusted model as a run: what the page says, the payment beside the banded rates, and its files."""

import pytest

from finance_models.calc.complexity import design
from finance_models.calc.tables import GROUPS
from finance_models.complexity import words
from finance_models.models import Run
from finance_models.runs.errors import RunRefused
from tenants.contexts import in_area
from tests.finance_models.given import HEAD, loaded, write
from tests.finance_models.test_runs import TERMS, run_of, terms_in, text_of

pytestmark = pytest.mark.django_db

COMPLEXITY = "/areas/kernow/finance/complexity/"
ONE_BAND = TERMS.replace("[0, 1, 2, 4]", "[0]").replace("0.021", "0").replace("0.01\n", "0\n").replace("0.04", "0")


def two_kinds(folder, people=180):
    """Two thirds without conditions at 100.00; the rest have one, are in a group, and cost 300.00."""
    rows = ["person_id,birth_year,ltc_count,groups,eligible_from,eligible_to"]
    lines = []
    for number in range(people):
        is_one = number % 3 == 0
        rows.append(f"p{number},1960,{int(is_one)},{'mental_health' if is_one else ''},2012-04-01,")
        # A little to and fro, so that there is something to miss; the means stay.
        pounds = (300 if is_one else 100) + (10 if number % 2 else -10)
        lines.append(f"p{number},2013-06-01,acute,stay,1,{pounds}")
    joined = ("\n".join(each) + "\n" for each in (rows, lines))
    people_text, lines_text = joined
    return [write(folder, "people", people_text), write(folder, "activity", HEAD + lines_text)]


def model_of(kernow, folder, text=TERMS):
    loaded(kernow, folder, given=two_kinds(folder), accept=True)
    return run_of(kernow, "complexity", terms_in(kernow, text))


def test_the_page_says_how_well_the_model_predicts_and_what_moves_cost(client_as, kernow, tmp_path):
    run = model_of(kernow, tmp_path, ONE_BAND)
    # One rate for all, 166.67, misses 60 times by 133.33 and 120 times by 66.67, squared, beside 10 squared each.
    assert run.result["r_squared"] == f"{1 - 18_000 / 1_618_000:.4f}"
    assert run.result["r_squared_of_bands"] == "0.0000"
    text = " ".join(text_of(client_as("area-lead", area=kernow).get(COMPLEXITY)).split()).replace("&#39;", "'")
    for said in (
        "The model explains 99% of the differences between the costs of 180 people. Rates by band alone explain 0%.",
        "1 long-term condition", "3.00 times as much", "£100.00 for a person-year",
        "A rate is not a limit on the care a person needs.", "[capitation.reference]", "all&#34; = 166.67",
        "ental health needs",
    ):  # fmt: skip
        assert said in text or said in text.replace("&#34;", '"'), said


def test_a_group_that_bands_pay_too_little_for_is_paid_by_the_model(kernow, tmp_path):
    run = model_of(kernow, tmp_path, ONE_BAND)
    group = run.result["groups"][0]
    # 60 people who cost 300.00 and are paid for as the mean, 166.67, by the one band that there is.
    assert (group["people"], group["actual"], group["by_bands"]) == (60, 1_800_000, 1_000_000)
    assert abs(group["predicted"] - 1_800_000) <= 1


def test_both_payments_add_up_to_the_same_value_by_band(client_as, kernow, tmp_path):
    run = model_of(kernow, tmp_path)
    bands = run.result["bands"]
    # 30,000.00 times 1.021 x 1.01 x 0.96, which is 0.9899616; each band's payment is rounded.
    assert run.result["value"] == 2_969_885
    for way in ("banded_payment", "adjusted_payment"):
        assert abs(sum(each[way] for each in bands) - 2_969_885) <= 1
    assert [(each["band"], each["people"]) for each in bands] == [("0", 120), ("1", 60)]
    answer = client_as("area-lead", area=kernow).get(f"/areas/kernow/finance/runs/{run.pk}/payment.csv")
    assert "Payment by the model" in answer.content.decode("utf-8-sig")


def test_how_the_model_was_made_is_kept_and_said(client_as, kernow, bristol, tmp_path):
    run = model_of(kernow, tmp_path)
    page = text_of(client_as("finance-lead", area=kernow).get(f"/areas/kernow/finance/runs/{run.pk}/"))
    for said in (run.checksum[:16], "Base, version 1", run.code_version, "Tweedie variance", "Not a limit"):
        assert said in page, said
    assert client_as("finance-lead", area=bristol).get(COMPLEXITY).status_code == 404


def test_too_few_people_allow_no_model_and_are_told_so(kernow, tmp_path):
    loaded(kernow, tmp_path, given=two_kinds(tmp_path, 60), accept=True)
    with pytest.raises(RunRefused, match="There are 60 people"):
        run_of(kernow, "complexity", terms_in(kernow))
    with in_area(kernow):
        assert not Run.objects.exists()


def test_the_button_starts_a_job(client_as, kernow, tmp_path):
    loaded(kernow, tmp_path, accept=True)
    terms = terms_in(kernow)
    answer = client_as("finance-lead", area=kernow).post(
        "/areas/kernow/finance/runs/complexity/start/", {"assumptions": terms.pk}
    )
    assert answer.url.startswith("/jobs/")


def test_every_term_that_the_model_can_have_has_words():
    ages = [f"aged {design.label(design.AGE_EDGES, at)}" for at in range(len(design.AGE_EDGES))]
    counts = [
        f"long-term conditions: {design.label(design.CONDITION_EDGES, at)}" for at in range(len(design.CONDITION_EDGES))
    ]
    levels = [f"activation level {level}" for level in design.LEVELS]
    for term in (design.CONSTANT, design.NOT_USED, *ages, *counts, *levels, *(f"group {each}" for each in GROUPS)):
        assert words.term_words(term)[0].isupper() or words.term_words(term)[0].isdigit(), term
    assert [words.term_words(each) for each in (ages[-2], ages[-1], counts[0], counts[1], counts[-1])] == [
        "Aged 75 to 84", "Aged 85 or more", "0 long-term conditions", "1 long-term condition",
        "6 or more long-term conditions",
    ]  # fmt: skip
