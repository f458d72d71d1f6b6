"""The API's root: one public address, all others ask for a token."""

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
def test_everything_else_is_401_in_json_signed_out(client, db, path, method):
    answer = getattr(client, method)(path)

    assert answer.status_code == 401
    assert answer["Content-Type"].startswith("application/json")
    assert answer["WWW-Authenticate"].startswith("Bearer")


def test_health_answers_get_only(client, db):
    assert client.post("/api/v1/health").status_code == 405


def test_no_page_of_documentation_loads_from_elsewhere(client_as):
    client = client_as("operator")

    assert client.get("/api/v1/docs", follow=True).status_code == 404
    assert client.get("/api/v1/openapi.json", follow=True).status_code == 404


def test_registered_part_asks_for_a_token_even_of_somebody_signed_in(client_as, monkeypatch, settings):
    import sys
    import types

    from django.urls import include, path

    from api import urls

    router = Router()
    router.get("/")(lambda request: {"secret": True})
    monkeypatch.setattr(registry, "_routers", {})
    registry.register("samples", router)
    monkeypatch.setattr(urls, "api", urls.build("api-of-test"))
    module = types.ModuleType("urls_of_test")
    module.urlpatterns = [path("api/v1/", urls.api.urls), path("", include("config.urls"))]
    monkeypatch.setitem(sys.modules, "urls_of_test", module)
    settings.ROOT_URLCONF = "urls_of_test"
    client = client_as("network-manager")

    for headers in ({}, {"Authorization": "Bearer made-up"}):
        answer = client.get("/api/v1/samples/", headers=headers)
        assert answer.status_code == 401
        assert answer.json() == {"detail": "Send a token to use this address."}


def test_two_parts_can_not_share_a_prefix(monkeypatch):
    monkeypatch.setattr(registry, "_routers", {})
    registry.register("samples", Router())
    with pytest.raises(ValueError, match="samples"):
        registry.register("samples/", Router())
