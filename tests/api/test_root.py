"""The API's root: one public address, all others ask for a token, and every refusal has one shape."""

import pytest
from ninja import Router

from api import registry


def test_health_is_public(client, db):
    answer = client.get("/api/v1/health")

    assert answer.status_code == 200
    assert answer.json() == {"status": "ok"}


@pytest.mark.parametrize(
    "path",
    ["/api/v1/", "/api/v1/areas", "/api/v1/health/more", "/api/docs", "/api/v1/docs", "/api/v1/openapi.json", "/api/"],
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_everything_else_is_401_signed_out(client, db, path, method):
    answer = getattr(client, method)(path)

    assert answer.status_code == 401
    assert answer["Content-Type"] == "application/problem+json"
    assert answer["WWW-Authenticate"].startswith("Bearer")
    assert answer.json()["title"] == "Unauthorized"


def test_health_answers_get_only(client, db):
    assert client.post("/api/v1/health").status_code == 405


def test_signing_in_to_the_site_does_not_open_the_api(client_as):
    client = client_as("network-manager")

    for headers in ({}, {"Authorization": "Bearer made-up"}, {"Authorization": "Basic aTpw"}):
        answer = client.get("/api/v1/areas", headers=headers)
        assert answer.status_code == 401
        assert answer.json()["detail"].startswith("Send a token that works")


def test_an_address_that_is_not_there_is_404_in_the_same_shape(token_client):
    answer = token_client("board-member").get("/api/v1/nothing")

    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
    assert answer.json()["status"] == 404


def test_what_can_not_be_understood_is_named(token_client):
    answer = token_client("board-member").get("/api/v1/areas?page=0&per_page=many")

    assert (answer.status_code, answer["Content-Type"]) == (422, "application/problem+json")
    assert [each["where"] for each in answer.json()["errors"]] == ["query.page", "query.per_page"]


def test_a_fault_of_ours_is_500_in_the_same_shape_and_says_nothing_of_it(token_client, settings):
    settings.RATE_LIMITS = {}  # the limit that a token needs is gone: a fault of the installation

    answer = token_client("board-member").get("/api/v1/areas")

    assert (answer.status_code, answer["Content-Type"]) == (500, "application/problem+json")
    assert answer.json()["detail"] == "Something went wrong here. Try again in a few minutes."


def test_answers_are_kept_nowhere_and_open_to_no_other_site(token_client):
    answer = token_client("board-member").get("/api/v1/areas", headers={"Origin": "https://elsewhere.example"})

    assert answer["Cache-Control"] == "no-store, private"
    assert "Access-Control-Allow-Origin" not in answer


def test_lists_come_in_pages_with_the_way_to_the_others(token_client):
    client = token_client("board-member")
    address = "http://localhost:8000/api/v1/areas"

    middle = client.get("/api/v1/areas?page=2&per_page=4")

    assert middle.json()["count"] == 11
    assert len(middle.json()["items"]) == 4
    assert middle["Link"] == (
        f'<{address}?page=1&per_page=4>; rel="first", <{address}?page=3&per_page=4>; rel="last", '
        f'<{address}?page=1&per_page=4>; rel="prev", <{address}?page=3&per_page=4>; rel="next"'
    )
    assert len(client.get("/api/v1/areas?page=3&per_page=4").json()["items"]) == 3
    beyond = client.get("/api/v1/areas?page=9&per_page=4")
    assert beyond.json()["items"] == []
    assert 'rel="prev"' in beyond["Link"] and 'rel="next"' not in beyond["Link"]


def test_description_names_every_address_with_its_scope(token_client):
    document = token_client("board-member").get("/api/v1/openapi.json").json()

    scopes = {path: methods["get"].get("x-scope", "") for path, methods in document["paths"].items()}
    assert scopes == {
        "/api/v1/health": "",
        "/api/v1/openapi.json": "me:read",
        "/api/v1/me": "me:read",
        "/api/v1/areas": "areas:read",
        "/api/v1/areas/{slug}": "areas:read",
        "/api/v1/areas/{slug}/plans": "plans:read",
        "/api/v1/programme/phases": "board:read",
        "/api/v1/programme/budgets": "board:read",
        "/api/v1/programme/milestones": "board:read",
        "/api/v1/programme/sites": "board:read",
        "/api/v1/timebank/offers": "timebank:read",
        "/api/v1/timebank/requests": "timebank:read",
    }


def test_page_of_documentation_shows_each_address_and_loads_nothing_from_elsewhere(client_as):
    client = client_as("board-member")
    page = client.get("/api/docs").text

    for path in client.get("/api/docs/openapi.json").json()["paths"]:
        assert path in page
    assert "swagger" not in page.lower()
    assert '<script src="http' not in page


def test_two_parts_can_not_share_a_prefix(monkeypatch):
    monkeypatch.setattr(registry, "_routers", {})
    registry.register("samples", Router())
    with pytest.raises(ValueError, match="samples"):
        registry.register("samples/", Router())
