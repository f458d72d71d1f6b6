"""The four ways in which django-tenants leaks by default (`docs/architecture.md`), each closed; and tables apart."""

import threading

import pytest
from django.apps import apps
from django.core.cache import cache
from django.db import ProgrammingError, connection, connections, transaction

from config.caching import area_key
from tenants import area_schemas
from tenants.contexts import AreaSchemaMissing, in_area, region_wide
from tenants.middleware import find_area
from tenants.models import Area
from tenants.rollout.models import GroupPlan, Partner

pytestmark = pytest.mark.django_db

# A table that stands in `public` and in an area's schema, with the reason.
IN_BOTH = {"django_migrations": "each schema keeps its own record of what has been applied"}


def test_an_area_without_its_schema_is_not_entered(kernow):
    area_schemas.drop(kernow.schema_name)
    with pytest.raises(AreaSchemaMissing), in_area(kernow):
        pytest.fail("entered a schema that is not there")


def test_an_address_of_an_area_without_its_schema_is_not_found(client_as, kernow):
    client = client_as("area-lead", area=kernow)
    assert client.get("/areas/kernow/").status_code == 200
    area_schemas.drop(kernow.schema_name)
    assert client.get("/areas/kernow/").status_code == 404


def test_a_new_thread_has_no_area_and_finds_no_area_tables(committed_db):
    kernow = Area.objects.get(slug="kernow")
    found = []

    def count() -> None:
        try:
            found.append(GroupPlan.objects.count())
        except ProgrammingError as error:
            found.append(type(error))
        finally:
            connections.close_all()

    with in_area(kernow):
        thread = threading.Thread(target=count)
        thread.start()
        thread.join()
    assert found == [ProgrammingError]


def test_a_cached_value_of_one_area_is_not_read_in_another(kernow, bristol):
    with in_area(kernow):
        cache.set("people", 9)
    with in_area(bristol):
        assert cache.get("people") is None
    assert cache.get("people") is None
    with in_area(kernow):
        assert cache.get("people") == 9


def test_wagtails_site_roots_are_cached_once_for_all_schemas(kernow):
    with in_area(kernow):
        inside = area_key("wagtail_site_root_paths", "ipc", 1)
    assert inside == area_key("wagtail_site_root_paths", "ipc", 1)


def test_a_request_leaves_the_connection_in_public_also_when_it_fails(client_as, kernow, monkeypatch):
    from tenants.rollout import queries

    client = client_as("area-lead", area=kernow)
    client.raise_request_exception = False

    def broken() -> None:
        assert connection.schema_name == "area_kernow"
        raise RuntimeError("as a fault of ours would")

    monkeypatch.setattr(queries, "plans", broken)
    assert client.get("/areas/kernow/rollout/").status_code == 500
    assert connection.schema_name == "public"


def test_no_table_stands_in_public_and_in_an_area(kernow):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public' "
            "INTERSECT SELECT tablename FROM pg_tables WHERE schemaname = 'area_kernow'"
        )
        both = {row[0] for row in cursor.fetchall()}
    assert both == set(IN_BOTH)


def test_no_shared_model_points_into_an_area_and_none_has_a_generic_foreign_key():
    own = {"rollout", "finance_models"}
    for model in apps.get_models():
        if model._meta.app_label in own:
            continue
        for field in model._meta.get_fields():
            target = getattr(field, "related_model", None)
            if getattr(field, "concrete", False) and target is not None and not isinstance(target, str):
                assert target._meta.app_label not in own, f"{model.__name__}.{field.name}"
    for model in apps.get_models():
        if model._meta.app_label in {"tenants", "returns", "rollout", "accounts", "audit", "jobs"}:
            kinds = {type(field).__name__ for field in model._meta.private_fields}
            assert "GenericForeignKey" not in kinds, model.__name__


def test_what_one_area_writes_another_does_not_see(kernow, bristol):
    with in_area(kernow):
        Partner.objects.all().delete()
        assert Partner.objects.count() == 0
    with in_area(bristol):
        assert Partner.objects.count() > 0


def test_a_trigger_fired_from_another_areas_path_stays_in_its_own_schema(kernow, bristol):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT n.nspname, p.proconfig FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace "
            "WHERE n.nspname LIKE 'area\\_%'"
        )
        functions = cursor.fetchall()
    assert len(functions) >= Area.objects.count()
    for schema, settings in functions:
        assert settings == [f"search_path={schema}, public"]


def test_the_history_of_a_plan_cannot_be_changed_by_raw_sql_either(kernow, person):
    from tenants.rollout import plans

    lead = person("area-lead", area=kernow)
    with in_area(kernow):
        plans.change(area=kernow, group="mental_health", values={"phase": 2}, reason="Staff left", by=lead)
        for statement in ("UPDATE rollout_groupplanchange SET reason = ''", "DELETE FROM rollout_groupplanchange"):
            with pytest.raises(Exception, match="append_only|Cannot"), transaction.atomic():
                connection.cursor().execute(statement)


def test_region_wide_work_returns_to_the_area(kernow):
    with in_area(kernow):
        with region_wide():
            assert connection.schema_name == "public"
        assert connection.schema_name == "area_kernow"


@pytest.mark.parametrize("path", ["/areas/", "/areas/kernow", "/areas/../kernow/", "/programme/", "/x/areas/kernow/"])
def test_a_path_outside_the_areas_has_no_area(path):
    assert find_area(path) == (None, False)


@pytest.mark.parametrize("slug", ["nowhere", "area_kernow", "public", "Kernow"])
def test_an_area_that_is_not_there_is_missing_or_none(slug, client_as, kernow):
    assert find_area(f"/areas/{slug}/")[0] is None
    assert client_as("area-lead", area=kernow).get(f"/areas/{slug}/").status_code == 404


def test_a_suspended_area_is_closed_from_the_next_request(client_as, kernow):
    client = client_as("area-lead", area=kernow)
    assert client.get("/areas/kernow/").status_code == 200
    Area.objects.filter(pk=kernow.pk).update(status="suspended")
    assert client.get("/areas/kernow/").status_code == 404
