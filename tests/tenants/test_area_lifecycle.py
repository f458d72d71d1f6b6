"""The life of an area: made, suspended, resumed, exported, deleted."""

import json
import zipfile

import pytest

from tenants import area_lifecycle
from tenants.area_lifecycle import AreaRefused
from tenants.contexts import has_schema, in_area
from tenants.models import Area, Membership
from tenants.rollout.models import GroupPlan, Partner

pytestmark = pytest.mark.django_db


def test_a_new_area_has_its_own_workspace_with_every_group_to_be_confirmed():
    area = area_lifecycle.create_area(slug="north-coast", name="North Coast")
    assert area.schema_name == "area_north_coast"
    with in_area(area):
        assert [plan.phase_words for plan in GroupPlan.objects.all()] == ["To be confirmed"] * 4
        assert Partner.objects.count() == 0


@pytest.mark.parametrize("slug", ["new", "network", "public", "template", "A", "a_b", "", "x" * 41])
def test_a_slug_that_cannot_be_an_address_is_refused(slug):
    with pytest.raises(AreaRefused):
        area_lifecycle.create_area(slug=slug, name="North Coast")


def test_an_area_is_made_once(kernow):
    with pytest.raises(AreaRefused, match="already"):
        area_lifecycle.create_area(slug="kernow", name="Another")
    with pytest.raises(AreaRefused, match="already"):
        area_lifecycle.create_area(slug="another", name="nhs kernow")


def test_a_suspended_area_ends_its_peoples_sessions_and_opens_again_with_all_it_had(client_as, kernow):
    client = client_as("area-lead", area=kernow)
    area_lifecycle.suspend_area("kernow")
    assert client.get("/areas/kernow/").url.startswith("/account/login/")
    client.force_login(client.person, backend="accounts.backends.ActiveModelBackend")
    assert client.get("/areas/kernow/").status_code == 404
    area_lifecycle.resume_area("kernow")
    assert client.get("/areas/kernow/").status_code == 200


def test_an_export_has_the_areas_own_tables_and_no_other_areas(kernow, tmp_path):
    path = area_lifecycle.export_area("kernow", tmp_path / "kernow.zip")
    with zipfile.ZipFile(path) as archive:
        plans = json.loads(archive.read("own/rollout.groupplan.json"))
        published = json.loads(archive.read("shared/published_plans.json"))
    assert [row["fields"]["phase"] for row in plans] == [1, 2, 4, 1]
    assert {row["fields"]["area"] for row in published} == {kernow.pk}


def test_only_a_suspended_area_is_deleted_and_its_slug_is_repeated(kernow):
    with pytest.raises(AreaRefused, match="Suspend"):
        area_lifecycle.delete_area("kernow", confirm="kernow", why_without_export="A test")
    area_lifecycle.suspend_area("kernow")
    with pytest.raises(AreaRefused, match="repeat its slug"):
        area_lifecycle.delete_area("kernow", confirm="bristol")
    assert has_schema("area_kernow")


def test_a_deleted_area_leaves_what_the_network_published(kernow, client_as):
    client_as("area-lead", area=kernow)
    area_lifecycle.suspend_area("kernow")
    area_lifecycle.delete_area("kernow", confirm="kernow", why_without_export="A test")
    assert not has_schema("area_kernow")
    assert Area.objects.get(slug="kernow").status == "archived"
    assert not Membership.objects.live().filter(area=kernow).exists()
    assert kernow.published_plans.count() == 4


def test_a_deleted_area_loses_its_private_files_and_cannot_be_resumed(kernow, django_capture_on_commit_callbacks):
    folder = area_lifecycle.private_folder(kernow)
    folder.mkdir(parents=True)
    (folder / "upload.csv").write_text("a")
    area_lifecycle.suspend_area("kernow")
    with django_capture_on_commit_callbacks(execute=True):
        area_lifecycle.delete_area("kernow", confirm="kernow", why_without_export="A test")
    assert not folder.exists()
    with pytest.raises(AreaRefused, match="can't be opened again"):
        area_lifecycle.resume_area("kernow")


def test_a_deleted_area_does_not_stop_the_migrations(kernow):
    from config.migrate import is_up_to_date

    area_lifecycle.suspend_area("kernow")
    area_lifecycle.delete_area("kernow", confirm="kernow", why_without_export="A test")
    assert is_up_to_date() is None


def test_a_folder_does_not_bring_a_deleted_area_back(kernow):
    from tenants.network_loading import NetworkFaults, load_folder
    from tenants.registrations import SOUTH_WEST

    area_lifecycle.suspend_area("kernow")
    area_lifecycle.delete_area("kernow", confirm="kernow", why_without_export="A test")
    with pytest.raises(NetworkFaults) as refused:
        load_folder(SOUTH_WEST)
    assert refused.value.faults[0].startswith("areas.csv:2: slug: was deleted here")
