"""A load in the browser is a job: its version and its "done" are kept together, or neither."""

import pytest
from django.test import Client

from files import private
from finance_models.loading import queries
from finance_models.models import DataVersion
from jobs.models import Job
from jobs.run import run_job
from tenants.contexts import in_area
from tenants.models import Area
from tests.conftest import make_person
from tests.finance_models.given import ACTIVITY, HEAD, PEOPLE
from tests.finance_models.test_loading_pages import DATA, sent, upload


@pytest.fixture
def area(committed_db):
    """Kernow, whose job looks from a connection of its own."""
    return Area.objects.get(slug="kernow")


@pytest.fixture
def client(area):
    """The finance lead's."""
    found = Client()
    found.force_login(make_person("finance-lead", area=area), backend="accounts.backends.ActiveModelBackend")
    return found


def run(area):
    """Do the newest job, as a worker would."""
    job = Job.objects.latest("pk")
    with in_area(area):
        run_job(str(job.public_id))
    job.refresh_from_db()
    return job


def test_files_sent_in_the_browser_become_a_version_that_waits(client, area):
    march = upload("march.csv", f"{HEAD}p0,2014-03-01,acute,stay,1,7\n")
    answer = sent(client, area, activity=[upload("activity.csv", ACTIVITY), march])
    assert answer.status_code == 302
    assert len(list(private.all_kept("finance-uploads"))) == 3
    job = run(area)
    assert (job.state, job.result_url) == ("done", f"{DATA}1/")
    assert job.words == ("Data version 1: 15 rows accepted, 0 rejected, of 15 in the files. It waits to be accepted.")
    assert list(private.all_kept("finance-uploads")) == []
    page = client.get(f"{DATA}1/").text
    assert "Take it into use" in page
    assert "march.csv (1 row)" in page
    assert client.post(f"{DATA}1/accept/").status_code == 302
    with in_area(area):
        assert queries.in_use().number == 1


def test_files_with_faults_fail_the_job_with_each_fault_and_are_not_kept(client, area):
    sent(client, area, people=upload("people.csv", PEOPLE.replace("birth_year", "born")))
    job = run(area)
    assert job.state == "failed"
    assert job.failure == "The files have 2 faults. Nothing was stored."
    assert job.faults[1].startswith("people.csv:1: born: this column is not known")
    assert list(private.all_kept("finance-uploads")) == []
    with in_area(area):
        assert not DataVersion.objects.exists()


def test_prices_and_a_run_are_jobs_of_their_own(client, area, tmp_path):
    from finance_models.models import PriceTable, Run
    from tests.finance_models.given import loaded
    from tests.finance_models.test_runs import terms_in

    given = {"unit_costs": upload("costs.csv", "source,service,year,unit_cost\nlocal,stay,2013/14,10\n")}
    client.post("/areas/kernow/finance/prices/load/", {**given, "source": "By hand", "is_illustrative": "real"})
    assert (run(area).words, list(private.all_kept("finance-uploads"))) == ("Unit costs, version 1: 1 row.", [])
    loaded(area, tmp_path, accept=True)
    client.post("/areas/kernow/finance/runs/cost/start/", {"assumptions": terms_in(area).pk})
    job = run(area)
    assert (job.state, job.result_url) == ("done", "/areas/kernow/finance/cost/")
    with in_area(area):
        assert Run.objects.get().unit_costs == PriceTable.objects.get()
        assert Run.objects.get().result["total"] == 6_980_000
