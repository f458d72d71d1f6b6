"""What the areas' part of the API says, with its date and source."""

import datetime

import pytest
from django.db import connection

from tenants.models import Area, BudgetBaseline
from tenants.returns.models import PublishedPlan
from tests.queries import count_queries


def test_areas_are_the_networks_in_its_order(token_client, db):
    body = token_client("carer").get("/api/v1/areas").json()

    assert body["count"] == 11
    kernow = next(each for each in body["items"] if each["slug"] == "kernow")
    assert kernow["name"] == "NHS Kernow"
    assert kernow["ods_code"] == "11N"


def test_one_area_and_none(token_client, db):
    client = token_client("carer")

    assert client.get("/api/v1/areas/kernow").json()["short_name"] == "Kernow"
    assert client.get("/api/v1/areas/nowhere").status_code == 404


def test_phases_are_as_at_the_day_that_is_asked(token_client, kernow):
    PublishedPlan.objects.create(
        area=kernow,
        group="mental_health",
        phase=4,
        status="under_way",
        as_at=datetime.date(2015, 6, 1),
        reason="Agreed",
    )
    client = token_client("board-member")

    def phase(query):
        items = client.get(f"/api/v1/programme/phases?per_page=200{query}").json()["items"]
        return next(each["phase"] for each in items if (each["area"], each["group"]) == ("kernow", "mental_health"))

    before, now = phase("&as_at=2015-05-31"), phase("&as_at=2015-06-01")
    assert now == 4
    assert before != 4


def test_budgets_are_the_public_figures_with_their_source(token_client, db):
    body = token_client("evaluator").get("/api/v1/programme/budgets").json()

    assert sum(each["in_place"] for each in body["items"]) == 198
    assert all(each["source"] and each["as_at"].startswith("2014-") for each in body["items"])
    assert "published before" in body["disclosure"]


def test_milestones_and_intakes_stand_by_date(token_client, db):
    body = token_client("board-member").get("/api/v1/programme/milestones?per_page=200").json()

    dates = [each["date"] for each in body["items"]]
    assert dates == sorted(dates)
    assert sum(each["kind"] == "intake" for each in body["items"]) == 5
    assert body["source"]


def test_plans_are_read_in_the_areas_schema_which_is_left_again(token_client, kernow):
    body = token_client("practitioner", area=kernow).get("/api/v1/areas/kernow/plans").json()

    assert [each["group"] for each in body["items"]] == [
        "children_complex_needs",
        "multiple_ltc",
        "learning_disability",
        "mental_health",
    ]
    assert body["source"] == "The workspace of NHS Kernow"
    assert connection.schema_name == "public"


def test_me_says_roles_and_neither_name_nor_address(token_client, kernow):
    client = token_client("area-lead", area=kernow)
    answer = client.get("/api/v1/me")

    assert answer.json()["roles"] == [{"role": "area-lead", "name": "Area lead", "area": "kernow"}]
    assert client.person.name not in answer.text
    assert client.person.email not in answer.text


@pytest.mark.parametrize("address", ["/api/v1/areas", "/api/v1/programme/phases", "/api/v1/programme/budgets"])
def test_queries_do_not_grow_with_the_areas(token_client, address):
    client = token_client("board-member")
    client.get(address)
    before = count_queries(client, address)

    for number in range(20):
        area = Area.objects.create(slug=f"more-{number}", name=f"More {number}", short_name=f"More {number}")
        day = datetime.date(2014, 11, 28)
        BudgetBaseline.objects.create(area=area, in_place=10, as_at=day, source="Made up")
        PublishedPlan.objects.create(area=area, group="mental_health", phase=2, status="not_started", as_at=day)

    assert count_queries(client, address) == before
