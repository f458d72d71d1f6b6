from typing import Any

import pytest
from wagtail.models import Page

from accounts import wagtail_groups
from tenants.memberships import end


def test_an_editor_opens_the_editor_and_a_page(client_as: Any) -> None:
    client = client_as("knowledge-editor")
    page = Page.objects.filter(depth__gt=1).first()
    assert client.get("/cms/").status_code == 200
    assert client.get(f"/cms/pages/{page.pk}/edit/").status_code == 200
    assert client.get("/cms/images/add/").status_code == 200
    assert client.get("/cms/documents/").status_code == 200


@pytest.mark.parametrize("role", ["knowledge-editor", "network-manager"])
@pytest.mark.parametrize("path", ["users/", "groups/", "sites/", "users/new/", "groups/new/", "account/"])
def test_an_editor_reaches_no_users_groups_or_sites(client_as: Any, path: str, role: str) -> None:
    response = client_as(role).get(f"/cms/{path}")
    assert response.status_code == 403 or response.headers.get("Location") == "/me/"


@pytest.mark.parametrize("path", ["redirects/", "workflows/list/", "collections/"])
def test_wagtail_itself_refuses_settings_to_an_editor(client_as: Any, path: str) -> None:
    assert client_as("knowledge-editor").get(f"/cms/{path}").status_code in {302, 403}


def test_somebody_whose_role_ended_is_refused_at_the_next_request(client_as: Any) -> None:
    client = client_as("knowledge-editor")
    assert client.get("/cms/").status_code == 200
    end(membership=client.person.memberships.get(), by=client.person)
    assert client.get("/cms/").status_code == 403
    wagtail_groups.sync_person(client.person)
    assert not client.person.groups.exists()


def test_the_group_can_touch_no_people(db: None) -> None:
    group = wagtail_groups.sync_group()
    names = set(group.permissions.values_list("content_type__app_label", flat=True))
    assert names == {"wagtailadmin"}


def test_syncing_twice_changes_nothing(db: None) -> None:
    group = wagtail_groups.sync_group()
    before = group.page_permissions.count(), group.collection_permissions.count()
    wagtail_groups.sync_group()
    assert (group.page_permissions.count(), group.collection_permissions.count()) == before
    assert before == (6, 6)
