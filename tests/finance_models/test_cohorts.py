"""Finance cohorts: a form that reads as a sentence, versions, and a count with how each criterion narrows it."""

import re

import pytest
from django.db import Error, transaction

from finance_models.cohorts import actions, queries
from finance_models.cohorts.rights import cohort_in
from finance_models.models import CohortDefinition, Run
from finance_models.runs import making
from tenants.contexts import in_area
from tests.finance_models.given import loaded
from tests.finance_models.test_runs import terms_in

pytestmark = pytest.mark.django_db

COHORTS = "/areas/kernow/finance/cohorts/"


def text_of(page):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.text))


def test_a_cohort_is_counted_with_its_cost_and_how_each_criterion_narrows_it(client_as, kernow, tmp_path):
    loaded(kernow, tmp_path, accept=True)
    criteria = {
        "combine": "all",
        "criteria": [{"measure": "ltc_count", "at_least": "2"}, {"measure": "cost", "at_least": "4000"}],
    }
    with in_area(kernow):
        cohort = actions.save(area=kernow, name="Costly", criteria=criteria, reason="x", by=None)
    terms = terms_in(kernow)
    with in_area(kernow):
        run = making.make(area=kernow, kind="cohort", assumptions=terms, cohort=cohort, by=None)
    # Two or more conditions: p3 to p6. Of these p4 cost 2,500; the others 4,000, 9,000 and 52,000.
    assert (run.result["population"], run.result["people"], run.result["cost"]) == (7, 3, 6_500_000)
    assert [step["after"]["people"] for step in run.result["steps"]] == [4, 3]
    assert run.result["person_years"] == "3.00"
    text = text_of(client_as("area-lead", area=kernow).get(f"{COHORTS}{cohort.pk}/"))
    for words in ("3 people (42.9% of 7)", "£65,000", "How each criterion narrows it", "How this was made"):
        assert words in text, words
    made = text_of(client_as("area-lead", area=kernow).get(f"/areas/kernow/finance/runs/{run.pk}/"))
    assert "Costly, version 1. People who have 2 or more long-term conditions" in made


def test_a_change_is_a_new_version_and_counts_name_theirs(kernow, tmp_path):
    first = cohort_in(kernow)
    with in_area(kernow):
        with pytest.raises(actions.CohortRefused, match="1 fault"):
            actions.save(area=kernow, name=" several CONDITIONS", criteria=first.criteria, reason="x", by=None)
        narrower = {"combine": "all", "criteria": [{"measure": "ltc_count", "at_least": "3"}]}
        second = actions.save(area=kernow, name="Several conditions", criteria=narrower, reason="x", by=None)
        assert (second.number, queries.latest()) == (2, [second])
        with pytest.raises(Error), transaction.atomic():
            CohortDefinition.objects.update(name="Other")
    loaded(kernow, tmp_path, accept=True)
    terms = terms_in(kernow)
    with in_area(kernow), pytest.raises(Error), transaction.atomic():
        making.make(area=kernow, kind="cost", assumptions=terms, cohort=second, by=None)


def test_readers_look_and_the_finance_lead_counts(client_as, kernow, bristol, tmp_path):
    cohort = cohort_in(kernow)
    loaded(kernow, tmp_path, accept=True)
    terms = terms_in(kernow)
    reader, lead = client_as("area-lead", area=kernow), client_as("finance-lead", area=kernow)
    assert reader.get(f"{COHORTS}{cohort.pk}/").status_code == 200
    assert reader.post(f"{COHORTS}{cohort.pk}/count/", {"assumptions": terms.pk}).status_code == 403
    assert lead.post(f"{COHORTS}{cohort.pk}/count/", {"assumptions": terms.pk}).url.startswith("/jobs/")
    assert lead.post(f"{COHORTS}{cohort.pk}/count/", {}).url == f"{COHORTS}{cohort.pk}/"
    assert client_as("finance-lead", area=bristol).get(f"{COHORTS}{cohort.pk}/").status_code == 404
    with in_area(bristol):
        assert not Run.objects.exists()
