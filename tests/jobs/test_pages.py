"""The pages of a job, as the people see them who may."""

import html
import re
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.permissions import Permission
from jobs import actions, registry
from jobs.models import Job
from jobs.registry import JobKind, JobResult
from tenants import memberships


def nothing(run):
    return JobResult(words="Nothing was done.")


@pytest.fixture(autouse=True)
def kinds():
    registry.register(JobKind("page-area", "Load the plan", nothing, permission=Permission.PLAN_EDIT))
    registry.register(
        JobKind("page-network", "Load the network", nothing, permission=Permission.NETWORK_LOAD, area_wide=False)
    )
    registry.register(JobKind("page-own", "Make my copy", nothing, area_wide=False))
    yield
    for slug in ("page-area", "page-network", "page-own"):
        registry.unregister(slug)


def change(job, **facts):
    Job.objects.filter(pk=job.pk).update(**facts)


def running(job, **facts):
    change(job, state="running", started_at=job.created_at, attempts=1, **facts)


def failed(job, **facts):
    change(job, state="failed", finished_at=job.created_at, **facts)


def test_waiting_job_says_that_one_may_leave(client_as, kernow):
    client = client_as("area-lead", area=kernow)
    job = actions.start(kind="page-area", by=client.person, area=kernow)
    page = client.get(job.get_absolute_url())

    assert page.status_code == 200
    assert "Waiting to start" in page.text
    assert "You can leave this page and come back." in page.text
    assert "Stop this job" in page.text


def test_running_job_renews_itself_with_and_without_javascript(client_as, kernow):
    client = client_as("area-lead", area=kernow)
    job = actions.start(kind="page-area", by=client.person, area=kernow)
    running(job, progress=40, total=110, words="Row 40 of 110")
    page = client.get(job.get_absolute_url())

    assert '<noscript><meta http-equiv="refresh" content="5"></noscript>' in page.text
    assert 'hx-trigger="every 2s"' in page.text
    assert "Row 40 of 110" in page.text
    assert 'aria-live="polite">30% done</p>' in page.text
    assert "htmx-2.min" in page.text


def test_the_part_that_changes_is_sent_only_when_it_did(client_as, kernow):
    client = client_as("area-lead", area=kernow)
    job = actions.start(kind="page-area", by=client.person, area=kernow)
    running(job, progress=40, total=110)
    status = what_the_page_asks_for(client.get(job.get_absolute_url()))

    assert client.get(status).status_code == 204
    running(job, progress=41, total=110)
    changed = client.get(status)
    assert "41 of 110" in changed.text
    assert "hx-swap-oob" not in changed.text  # nothing new to be read out
    running(job, progress=60, total=110)
    assert 'hx-swap-oob="innerHTML">50% done' in client.get(status).text


def what_the_page_asks_for(page):
    return html.unescape(re.search(r'hx-get="([^"]+)"', page.text)[1])


def test_done_job_links_to_its_result_and_stops_renewing(client_as, kernow):
    client = client_as("area-lead", area=kernow)
    job = actions.start(kind="page-area", by=client.person, area=kernow)
    change(
        job,
        state="done",
        started_at=job.created_at,
        attempts=1,
        finished_at=job.created_at,
        words="4 plans were loaded.",
        result_url="/areas/kernow/",
    )
    page = client.get(job.get_absolute_url())

    assert "4 plans were loaded." in page.text
    assert 'href="/areas/kernow/"' in page.text
    assert "http-equiv" not in page.text
    assert "hx-get" not in page.text


def test_failed_job_says_why_and_lists_its_faults_as_a_file(client_as, kernow):
    client = client_as("area-lead", area=kernow)
    job = actions.start(kind="page-area", by=client.person, area=kernow)
    failed(job, failure="The file has 25 faults.", faults=[f"plan.csv:{n}: <b>no phase</b>" for n in range(2, 27)])
    page = client.get(job.get_absolute_url())
    file = client.get(f"{job.get_absolute_url()}faults.txt")

    assert "The file has 25 faults." in page.text
    assert "plan.csv:2: &lt;b&gt;no phase" in page.text
    assert "And 5 more lines" in page.text
    assert file["Content-Type"] == "text/plain; charset=utf-8"
    assert "attachment" in file["Content-Disposition"]
    assert file.text.splitlines()[0] == "The file has 25 faults."
    assert len(file.text.splitlines()) == 26


def test_stopping_asks_first(client_as, kernow):
    client = client_as("area-lead", area=kernow)
    job = actions.start(kind="page-area", by=client.person, area=kernow)
    asked = client.get(f"{job.get_absolute_url()}stop/")
    job.refresh_from_db()
    assert "“Load the plan” will stop" in asked.text
    assert job.state == "waiting"

    answered = client.post(f"{job.get_absolute_url()}stop/", follow=True)
    job.refresh_from_db()
    assert job.state == "cancelled"
    assert "Nothing was stored." in answered.text


def test_stopping_what_has_ended_says_so(client_as, kernow):
    client = client_as("area-lead", area=kernow)
    job = actions.start(kind="page-area", by=client.person, area=kernow)
    failed(job, failure="It broke.")
    for ask in (client.get, client.post):
        assert "has ended already" in ask(f"{job.get_absolute_url()}stop/", follow=True).text


def statuses(client, job):
    base = job.get_absolute_url()
    return {client.get(base + rest).status_code for rest in ("", "status/", "stop/", "faults.txt")} | {
        client.post(f"{base}stop/").status_code
    }


def test_colleague_with_the_right_sees_an_areas_job(client_as, person, kernow):
    job = actions.start(kind="page-area", by=person("area-lead", area=kernow), area=kernow)

    assert client_as("area-lead", area=kernow).get(job.get_absolute_url()).status_code == 200


def test_everybody_else_is_told_that_there_is_no_such_job(client_as, person, kernow, bristol):
    job = actions.start(kind="page-area", by=person("area-lead", area=kernow), area=kernow)
    strangers = [
        client_as("area-lead", area=bristol),
        client_as("practitioner", area=kernow),
        client_as("network-manager"),
        client_as("operator"),
    ]

    assert [statuses(stranger, job) for stranger in strangers] == [{404}] * 4


def test_who_has_left_the_area_sees_nothing_more_of_their_job(client_as, kernow):
    client = client_as("area-lead", area=kernow)
    job = actions.start(kind="page-area", by=client.person, area=kernow)
    memberships.end(membership=client.person.memberships.get(), by=client.person)
    memberships.grant(user=client.person, role="board-member", by=None)

    assert statuses(client, job) == {404}
    assert "Load the plan" not in client.get("/jobs/").text


def test_job_of_a_suspended_area_is_not_found(client_as, kernow):
    client = client_as("area-lead", area=kernow)
    job = actions.start(kind="page-area", by=client.person, area=kernow)
    type(kernow).objects.filter(pk=kernow.pk).update(status="suspended")
    memberships.grant(user=client.person, role="board-member", by=None)

    assert statuses(client, job) == {404}


def test_networks_job_is_for_network_managers(client_as, person, kernow):
    job = actions.start(kind="page-network", by=person("network-manager"))

    assert client_as("network-manager").get(job.get_absolute_url()).status_code == 200
    assert statuses(client_as("area-lead", area=kernow), job) == {404}
    assert statuses(client_as("board-member"), job) == {404}


def test_job_without_a_right_is_its_owners_alone(client_as, person):
    client = client_as("board-member")
    job = actions.start(kind="page-own", by=client.person)

    assert client.get(job.get_absolute_url()).status_code == 200
    assert statuses(client_as("network-manager"), job) == {404}


def test_signed_out_one_is_sent_to_sign_in(client, person):
    job = actions.start(kind="page-own", by=person("board-member"))

    assert client.get(job.get_absolute_url()).url.startswith("/account/login/?next=/jobs/")


def test_no_such_job_is_not_found(client_as):
    assert client_as("board-member").get(f"/jobs/{uuid.uuid4()}/").status_code == 404


def test_list_has_ones_own_jobs_only(client_as, person, kernow):
    client = client_as("area-lead", area=kernow)
    assert "No jobs yet" in client.get("/jobs/").text
    actions.start(kind="page-area", by=client.person, area=kernow, title="Mine")
    actions.start(kind="page-area", by=person("area-lead", area=kernow), area=kernow, title="Theirs")
    page = client.get("/jobs/")

    assert "Mine" in page.text
    assert "Theirs" not in page.text


def test_queries_of_the_list_do_not_grow_with_its_rows(client_as, kernow, django_assert_num_queries):
    client = client_as("area-lead", area=kernow)

    def more_jobs(count):
        for number in range(count):
            actions.start(kind="page-area", by=client.person, area=kernow, title=f"Job {number}")

    more_jobs(2)
    client.get("/jobs/")
    with CaptureQueriesContext(connection) as of_two:
        client.get("/jobs/")
    more_jobs(18)
    with django_assert_num_queries(len(of_two)):
        client.get("/jobs/")
