"""Runs: the worked example to the penny through the pages, and every figure leads back to what it was made from."""

import re

import pytest
from django.db import Error, transaction

from finance_models.assumptions import actions as assumptions
from finance_models.assumptions import queries as assumption_queries
from finance_models.assumptions import starting
from finance_models.governance import actions as governance
from finance_models.governance.rights import entry_in
from finance_models.loading import checksums, folders, versions
from finance_models.loading.errors import LoadRefused
from finance_models.models import AssumptionSet, PriceTable, Run
from finance_models.prices import storing as prices
from finance_models.runs import code, making
from finance_models.runs.errors import RunRefused
from tenants.contexts import in_area
from tests.finance_models.given import HEAD, files, loaded, write

pytestmark = pytest.mark.django_db

FINANCE = "/areas/kernow/finance/"
TERMS = """
[window]
start = 2013-04-01
end = 2014-04-01

[capitation]
truncation = 30000
credibility = 2
inflation = 0.021
growth = 0.01
efficiency = 0.04
ltc_bands = [0, 1, 2, 4]
age_bands = []
"""
REFERENCE = '\n[capitation.reference]\n"1" = 1200\n"2-3" = 5000\n"4+" = 18000\n'
SHARE = """
[gain_share]
corridor = 0.02
tiers = [[0.03, 0.5], [0, 0.3]]
cap = 0.02
quality = 0.85
[gain_share.split]
ccg = 0.40
council = 0.25
acute = 0.20
community = 0.10
voluntary = 0.05
"""


def terms_in(area, text=TERMS, name="Base"):
    with in_area(area):
        return assumptions.save(area=area, name=name, text=text, reason="The brief's example", by=None)


def run_of(area, kind, terms):
    with in_area(area):
        return making.make(area=area, kind=kind, assumptions=terms, by=None)


def text_of(page):
    return re.sub(r"<[^>]+>", " ", page.text)


def test_the_rates_of_the_worked_example_are_on_the_page_to_the_penny(client_as, kernow, tmp_path):
    loaded(kernow, tmp_path, accept=True)
    run = run_of(kernow, "capitate", terms_in(kernow))
    assert [(each["band"], each["rate"]) for each in run.result["bands"]] == [
        ("1", 147_997), ("2-3", 625_852), ("4+", 2_818_905),
    ]  # fmt: skip
    assert (run.result["scale"], run.result["value"], run.result["excess"]) == ("1.460251", 6_909_932, 2_200_000)
    assert run.result["reconciles"] is True
    page = client_as("area-lead", area=kernow).get(f"{FINANCE}rates/")
    text = text_of(page)
    for words in ("£1,479.97", "£6,258.52", "£28,189.05", "£715.22 to £1,332.34", "£69,099", "2.25"):
        assert words in text, words
    assert text.count("A rate is not a limit on the care a person needs.") >= 2
    assert "add up to the baseline value exactly" in text


def test_scenarios_stand_side_by_side(client_as, kernow, tmp_path):
    loaded(kernow, tmp_path, accept=True)
    run_of(kernow, "capitate", terms_in(kernow))
    run_of(kernow, "capitate", terms_in(kernow, TERMS + REFERENCE, "With the region's rates"))
    text = text_of(client_as("finance-lead", area=kernow).get(f"{FINANCE}rates/"))
    for words in ("Scenarios side by side", "£1,479.97", "£1,625.60", "£27,510.91", "With the region"):
        assert words in text, words


def test_the_gain_share_of_the_worked_example_is_on_the_page_to_the_penny(client_as, kernow):
    terms = terms_in(kernow, TERMS + SHARE)
    client = client_as("area-lead", area=kernow)
    asked = {"target": "10,000,000", "actual": "9300000", "assumptions": terms.pk}
    text = text_of(client.get(f"{FINANCE}share/", asked))
    for words in ("£700,000.00", "£170,000.00", "£68,000.00", "£42,500.00", "£34,000.00", "£17,000.00", "£8,500.00"):
        assert words in text, words
    without = terms_in(kernow, TERMS, "Without")
    page = client.get(f"{FINANCE}share/", {**asked, "assumptions": without.pk})
    assert "[gain_share]" in page.text


def test_a_costing_says_what_each_setting_costs_and_what_has_no_price(client_as, kernow, tmp_path):
    lines = "p0,2013-06-01,acute,stay,1,10\np0,2013-06-02,primary,visit,2,\np9,2013-06-01,acute,stay,1,5\n"
    given = files(tmp_path, activity=f"{HEAD}{lines}p0,2015-06-01,acute,stay,1,7\n")
    loaded(kernow, tmp_path, given=given, accept=True)
    terms = terms_in(kernow)
    run = run_of(kernow, "cost", terms)
    assert run.result["lines"] == {"costed": 1, "uncosted": 1, "outside_eligibility": 1, "unlinked": 1}
    assert run.result["uncosted"] == [{"setting": "primary", "service": "visit", "lines": 1}]
    assert run.result["by_setting"] == {"acute": 1_000}
    with in_area(kernow):
        costs = write(tmp_path, "unit_costs", "source,service,year,unit_cost\nlocal,visit,2013/14,12.5\n")
        prices.store(
            area=kernow, given={"unit_costs": (costs.path, costs.name)}, source="By hand", is_illustrative=True, by=None
        )
    again = run_of(kernow, "cost", terms)
    assert again.result["by_setting"] == {"acute": 1_000, "primary": 2_500}
    assert again.result["lines"]["uncosted"] == 0
    text = text_of(client_as("finance-lead", area=kernow).get(f"{FINANCE}cost/"))
    for words in ("General practice", "£25.00", "Local costs", "0.0% of the lines that count have no price"):
        assert words in text, words


def test_whoever_objects_is_left_out_of_the_next_run_and_earlier_ones_stay(kernow, tmp_path):
    version = loaded(kernow, tmp_path, accept=True)
    terms = terms_in(kernow)
    before = run_of(kernow, "cost", terms)
    with in_area(kernow):
        governance.record_objection(area=kernow, pseudonym="p6", received_on=version.loaded_on, by=None)
    after = run_of(kernow, "cost", terms)
    assert (before.result["total"], after.result["total"]) == (6_980_000, 1_780_000)
    assert after.result["lines"]["unlinked"] == 0
    assert (before.inputs["objections"], after.inputs["objections"]) == (0, 1)
    assert checksums.of(folders.path_of(kernow, version.folder)) == version.checksum


def test_a_run_keeps_what_it_was_made_from_and_is_never_changed(client_as, kernow, tmp_path):
    version = loaded(kernow, tmp_path, accept=True)
    terms = terms_in(kernow)
    run = run_of(kernow, "capitate", terms)
    assert (run.version, run.checksum, run.assumptions) == (version, version.checksum, terms)
    assert run.code_version == code.version()
    with in_area(kernow), pytest.raises(Error), transaction.atomic():
        Run.objects.update(result={})
    text = text_of(client_as("area-lead", area=kernow).get(f"{FINANCE}runs/{run.pk}/"))
    for words in (version.checksum[:16], "Base, version 1", code.version(), "Shadow payment", "not a limit"):
        assert words in text, words


def test_the_same_data_give_the_same_figures_in_any_order_of_rows(kernow, tmp_path):
    terms = terms_in(kernow)
    results = []
    for reverse in (False, True):
        given = files(tmp_path)
        for each in given:
            head, *rows = each.path.read_text().splitlines()
            each.path.write_text("\n".join([head, *(reversed(rows) if reverse else rows)]) + "\n")
        loaded(kernow, tmp_path, given=given, accept=True)
        results.append(run_of(kernow, "capitate", terms).result)
    assert results[0] == results[1]


def test_files_that_were_changed_since_are_not_calculated_from(kernow, tmp_path):
    version = loaded(kernow, tmp_path, accept=True)
    (folders.path_of(kernow, version.folder) / "rejected.csv").write_text("other")
    with pytest.raises(checksums.DataChanged, match="not those that were loaded"):
        run_of(kernow, "cost", terms_in(kernow))


def test_without_data_in_use_there_is_no_run(client_as, kernow, tmp_path):
    loaded(kernow, tmp_path)
    with pytest.raises(RunRefused, match="No data version is in use"):
        run_of(kernow, "cost", terms_in(kernow))
    client = client_as("finance-lead", area=kernow)
    assert "No data version is in use" in client.get(f"{FINANCE}cost/").text
    with in_area(kernow):
        versions.accept(area=kernow, number=1, by=None)
    assert "No data version is in use" not in client.get(f"{FINANCE}cost/").text


def test_assumptions_with_faults_are_refused_with_every_fault_and_keep_what_was_typed(client_as, kernow):
    client = client_as("finance-lead", area=kernow)
    typed = {"name": "Base", "reason": "x", "text": TERMS.replace("30000", "-1").replace("0.021", '"two"')}
    page = client.post(f"{FINANCE}assumptions/new/", typed)
    assert page.status_code == 422
    assert "truncation" in page.text
    assert "inflation" in page.text
    assert "efficiency = 0.04" in page.text
    with in_area(kernow):
        assert not AssumptionSet.objects.exists()


def test_a_change_of_assumptions_is_a_new_version_and_none_without_a_difference(kernow):
    terms_in(kernow, starting.TEXT)
    with in_area(kernow), pytest.raises(assumptions.AssumptionsUnchanged):
        assumptions.save(area=kernow, name="base", text=starting.TEXT, reason="x", by=None)
    second = terms_in(kernow)
    assert (second.name, second.number) == ("Base", 2)
    with in_area(kernow):
        assert assumption_queries.latest() == [second]
        with pytest.raises(Error), transaction.atomic():
            AssumptionSet.objects.update(text="")


def test_prices_are_kept_whole_by_version_or_refused(kernow, tmp_path):
    def store(text):
        given = write(tmp_path, "unit_costs", text)
        with in_area(kernow):
            facts = {"source": "By hand", "is_illustrative": False, "by": None}
            return prices.store(area=kernow, given={"unit_costs": (given.path, "costs.csv")}, **facts)

    head = "source,service,provider,year,unit_cost,in_budget\n"
    (first,) = store(f"{head}local,visit,RK9,2013/14,12.5,1\n")
    assert first.rows == [
        {"source": "local", "service": "visit", "provider": "RK9", "year": "2013/14", "unit_cost": "12.5000",
         "in_budget": True}
    ]  # fmt: skip
    with pytest.raises(LoadRefused, match="1 fault") as refusal:
        store(f"{head}local,visit,,2013/14,12.5,\nlocal,visit,,2013/14,13,\n")
    assert refusal.value.faults[0].startswith("unit_costs.csv:3:") or "stands already" in refusal.value.faults[0]
    with pytest.raises(LoadRefused):
        store(f"{head}local,visit,,2013/14,twelve,\n" + "local,other,,2013/14,1,\n" * 1)
    (second,) = store(f"{head}local,visit,,2013/14,9,\n")
    assert second.number == 2
    with in_area(kernow):
        assert PriceTable.objects.count() == 2


def test_every_page_of_runs_answers_and_readers_may_not_start_one(client_as, kernow, bristol, tmp_path):
    entry_in(kernow)
    client, reader = client_as("finance-lead", area=kernow), client_as("area-lead", area=kernow)
    for place in ("cost/", "rates/", "share/", "prices/", "assumptions/", "prices/load/", "assumptions/new/"):
        assert client.get(FINANCE + place).status_code == 200, place
    loaded(kernow, tmp_path, accept=True)
    terms = terms_in(kernow)
    cost, rates = (run_of(kernow, kind, terms) for kind in ("cost", "capitate"))
    places = [f"runs/{cost.pk}/", f"assumptions/{terms.pk}/", f"runs/{cost.pk}/conditions.csv"]
    for place in (*places, f"runs/{rates.pk}/bands.xlsx", f"runs/{rates.pk}/scenarios.csv", ""):
        assert reader.get(FINANCE + place).status_code == 200, place
    assert reader.post(f"{FINANCE}runs/cost/start/", {"assumptions": terms.pk}).status_code == 403
    assert client.post(f"{FINANCE}runs/cost/start/", {"assumptions": terms.pk}).url.startswith("/jobs/")
    assert client_as("finance-lead", area=bristol).get(f"{FINANCE}runs/{cost.pk}/").status_code == 404
