"""Wagtail's own screens give nobody more rights, and keep a private collection from other areas."""

import pytest
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.models import Collection, CollectionViewRestriction

# Wagtail leaves the files that it reads to the garbage collector.
pytestmark = pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")

PEOPLE = [
    ("wagtailusers_users:edit", lambda me: [me.pk]),
    ("wagtailusers_users:add", lambda me: []),
    ("wagtailusers_groups:edit", lambda me: [me.groups.get().pk]),
    ("wagtailusers_groups:add", lambda me: []),
    ("wagtail_bulk_action", lambda me: ["accounts", "user", "assign_role"]),
    ("wagtail_bulk_action", lambda me: ["accounts", "user", "set_active_state"]),
]


@pytest.mark.parametrize("role", ["knowledge-editor", "network-manager"])
@pytest.mark.parametrize(("route", "arguments"), PEOPLE)
def test_an_editor_makes_nobody_a_superuser_or_a_member_of_a_group(client_as, route, arguments, role):
    client = client_as(role)
    me = client.person
    everything = Group.objects.create(name="Everything")
    client.get("/cms/")
    address = reverse(route, args=arguments(me))
    sent = {"email": me.email, "name": me.name, "is_superuser": "on", "is_active": "on", "groups": [everything.pk]}

    answer = client.post(f"{address}?id={me.pk}", {**sent, "role": everything.pk, "next": "/cms/"})

    me.refresh_from_db()
    assert answer.status_code in {302, 403, 404}, answer.status_code
    assert not me.is_superuser
    assert [group.name for group in me.groups.all()] == ["Knowledge editors"]
    assert not everything.user_set.exists()


def test_a_collection_kept_for_some_is_closed_to_other_areas_people(
    client_as, client, kernow, bristol, settings, tmp_path
):
    from wagtail.documents import get_document_model

    settings.MEDIA_ROOT = tmp_path
    of_kernow = Group.objects.create(name="Kernow's papers")
    private = Collection.get_first_root_node().add_child(name="Kernow")
    restriction = CollectionViewRestriction.objects.create(collection=private, restriction_type="groups")
    restriction.groups.add(of_kernow)
    file = ContentFile(b"minutes", name="minutes.txt")
    document = get_document_model().objects.create(title="Minutes", file=file, collection=private)
    reader, other = client_as("area-lead", area=kernow), client_as("area-lead", area=bristol)
    reader.person.groups.add(of_kernow)

    assert reader.get(document.url).status_code == 200
    for somebody in (other, client_as("network-manager"), client):
        answer = somebody.get(document.url)
        assert answer.status_code in {302, 403}
        assert b"minutes" not in answer.content
    assert other.get("/search/?q=minutes").content.decode().count("Minutes") == 0
