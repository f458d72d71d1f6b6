"""The life of an area: made, suspended, resumed, exported, deleted."""

import datetime
import hashlib
import json
import zipfile

import pytest
import time_machine
from django.utils import timezone

from audit.models import AuditRow
from embedded.errors import Refused
from tenants import area_export, area_lifecycle
from tenants.area_lifecycle import AreaRefused
from tenants.contexts import has_schema, in_area
from tenants.models import Area, Membership
from tenants.rollout.models import GroupPlan, Partner, Resource

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


def test_an_export_has_plain_tables_that_start_no_formula_files_and_checksums_of_all(kernow, tmp_path, settings):
    settings.PRIVATE_ROOT = tmp_path / "private"
    with in_area(kernow):
        Resource.objects.create(what="=HYPERLINK(A1)")
    folder = area_export.private_folder(kernow) / "uploads"
    folder.mkdir(parents=True)
    (folder / "who.csv").write_bytes(b"a,b")
    path = area_lifecycle.export_area("kernow", tmp_path / "kernow.zip")
    assert path.stat().st_mode & 0o777 == 0o600
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        assert archive.read("files/uploads/who.csv") == b"a,b"
        assert "'=HYPERLINK(A1)" in archive.read("own/rollout.resource.csv").decode("utf-8-sig")
        assert archive.read("workspace.dump").startswith(b"PGDMP")
        sums = dict(line.split("  ")[::-1] for line in archive.read("SHA256SUMS").decode().splitlines())
        assert set(sums) == set(archive.namelist()) - {"SHA256SUMS"}
        assert all(hashlib.sha256(archive.read(name)).hexdigest() == digest for name, digest in sums.items())
    with pytest.raises(Refused, match="is there already"):
        area_lifecycle.export_area("kernow", path)


def test_an_area_is_deleted_after_an_export_of_this_week_or_with_a_reason(kernow, tmp_path, settings):
    settings.PRIVATE_ROOT = tmp_path / "private"
    area_lifecycle.suspend_area("kernow")
    with pytest.raises(AreaRefused, match="was not exported in the last 7 days"):
        area_lifecycle.delete_area("kernow", confirm="kernow")
    area_lifecycle.export_area("kernow", tmp_path / "kernow.zip")
    later = time_machine.travel(timezone.now() + datetime.timedelta(days=7, minutes=1))
    with later, pytest.raises(AreaRefused, match="was not exported"):
        area_lifecycle.delete_area("kernow", confirm="kernow")
    area_lifecycle.delete_area("kernow", confirm="kernow")
    row = AuditRow.objects.filter(action="area.delete").latest("pk")
    assert (row.area_slug, row.detail["without_export"]) == ("kernow", "")
    assert row.detail["exported_at"]


def test_a_deleted_areas_slug_is_never_given_again(kernow):
    area_lifecycle.suspend_area("kernow")
    area_lifecycle.delete_area("kernow", confirm="kernow", why_without_export="A test")
    with pytest.raises(AreaRefused, match="already"):
        area_lifecycle.create_area(slug="kernow", name="Kernow again")
    with pytest.raises(AreaRefused, match="nothing to export"):
        area_lifecycle.export_area("kernow", "kernow.zip")


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
    folder = area_export.private_folder(kernow)
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


def test_a_manager_suspends_and_opens_an_area_from_its_page(kernow, client_as):
    client = client_as("network-manager")
    page = "/network/areas/kernow/state/"
    assert client.post(page, {"action": "resume"}).status_code == 422  # it is open
    assert client.post(page, {"action": "suspend"}).url == "/network/"
    assert Area.objects.get(slug="kernow").status == "suspended"
    assert AuditRow.objects.filter(action="area.suspend").latest("pk").by == client.person
    assert client.post(page, {"action": "resume"}).url == "/network/"
    assert Area.objects.get(slug="kernow").status == "active"
    assert client.get("/network/areas/nowhere/state/").status_code == 404
