"""The audit's pages: who may read which rows."""

import csv
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import audit


@pytest.fixture
def rows(person, kernow, bristol):
    ann = person("area-lead", area=kernow)
    ann.name = "Ann Example"
    ann.save()
    audit.record(action="plan.change", by=ann, area=kernow, object=kernow, detail={"phase": 2})
    audit.record(action="plan.change", area=bristol, detail={"phase": 3})
    audit.record(action="network.load", detail={"note": "=1+1"}, by_words="=cmd()")
    return ann


def test_network_manager_reads_all(client_as, rows):
    page = client_as("network-manager").get("/network/audit/")

    assert page.status_code == 200
    for words in ("Ann Example", "NHS Kernow", "NHS Bristol", "Loaded a network folder", "phase: 3", "role: Area lead"):
        assert words in page.text


def test_area_lead_reads_their_own_area_only(client_as, rows, kernow):
    client = client_as("area-lead", area=kernow)
    page = client.get("/areas/kernow/audit/")

    assert "Ann Example" in page.text
    assert "phase: 3" not in page.text
    assert "Loaded a network folder" not in page.text.split("<table", 1)[1]
    assert client.get("/areas/bristol/audit/").status_code == 404
    assert client.get("/areas/bristol/audit/audit.csv").status_code == 404
    assert client.get("/network/audit/").status_code == 403
    assert client.get("/network/audit/audit.csv").status_code == 403


@pytest.mark.parametrize("role", ["practitioner", "finance-lead", "commissioner"])
def test_other_roles_of_the_area_may_not(client_as, kernow, role):
    client = client_as(role, area=kernow)

    assert client.get("/areas/kernow/audit/").status_code == 403
    assert client.get("/network/audit/").status_code == 403


def test_network_manager_does_not_enter_an_area(client_as, kernow):
    assert client_as("network-manager").get("/areas/kernow/audit/").status_code == 404


def test_filters_narrow_the_list(client_as, rows):
    client = client_as("network-manager")

    def table(**query):
        return client.get("/network/audit/", query).text.split('id="main-content"', 1)[-1]

    assert "Nothing found" in table(person="Nobody Such")
    assert "phase: 2" in table(thing="kernow")
    assert "phase: 3" not in table(thing="kernow")
    assert "Nothing found" in table(kind="export")
    assert "phase: 2" in table(kind="change")
    assert "phase: 2" in table(person="ann ex", action="plan.change")
    assert "phase: 3" not in table(person="ann ex")
    assert "Nothing found" in table(**{"last_day-day": "1", "last_day-month": "1", "last_day-year": "2014"})
    assert "phase: 2" in table(**{"first_day-day": "1", "first_day-month": "1", "first_day-year": "2014"})


def test_people_are_found_by_what_was_done_to_them(client_as, rows):
    audit.record(action="membership.end", object=rows)
    page = client_as("network-manager").get("/network/audit/", {"thing": "ann ex", "action": "membership.end"})

    assert page.text.split("<table", 1)[1].count("Ann Example") == 1


def test_number_of_queries_does_not_grow_with_the_rows(client_as, rows, django_assert_num_queries):
    client = client_as("network-manager")
    audit.record(action="membership.end", by=rows, object=rows)
    client.get("/network/audit/")
    with CaptureQueriesContext(connection) as few:
        client.get("/network/audit/")
    for _ in range(20):
        audit.record(action="membership.end", by=rows, object=rows)
    with django_assert_num_queries(len(few)):
        client.get("/network/audit/")


def test_faults_of_the_filters_are_said_and_nothing_is_narrowed(client_as, rows):
    page = client_as("network-manager").get(
        "/network/audit/", {"first_day-day": "40", "first_day-month": "1", "first_day-year": "2014"}
    )

    assert "Enter a real date" in page.text
    assert "phase: 2" in page.text


def test_pages_are_of_fifty_rows(client_as, db):
    for number in range(60):
        audit.record(action="plan.change", detail={"number": number})
    client = client_as("network-manager")

    assert "number: 59" in client.get("/network/audit/").text
    second = client.get("/network/audit/", {"page": 2})
    assert "number: 0" in second.text
    assert "number: 59" not in second.text


def test_file_starts_no_formula_and_is_itself_recorded(client_as, rows):
    client = client_as("network-manager")
    text = client.get("/network/audit/audit.csv", {"action": "network.load"}).content.decode("utf-8-sig")
    head, *lines = csv.reader(io.StringIO(text))
    lines, about = lines[: lines.index([])], lines[lines.index([]) :]

    assert head[:3] == ["at", "person", "action"]
    assert ["Source", "the audit of this site"] in about
    assert [line[1] for line in lines if line[1].endswith("=cmd()")] == ["'=cmd()"]
    assert {line[2] for line in lines} == {"network.load"}
    assert "Downloaded audit rows" in client.get("/network/audit/").text
