"""Rows that matter keep their own history, in their own area, whichever way they are written."""

import pytest
from django.db import Error, connection, transaction

from audit.history import made_by, who_of
from tenants import area_lifecycle
from tenants.contexts import in_area
from tenants.memberships import end, grant
from tenants.models import Organisation
from tenants.rollout.models import Partner, PartnerEvent, Resource, ResourceEvent


def count(schema, table):
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT count(*) FROM "{schema}"."{table}"')  # noqa: S608
        return cursor.fetchone()[0]


def test_each_change_of_a_row_is_an_event_with_who(db, person):
    manager, user = person("network-manager"), person()
    with made_by(manager):
        membership = grant(user=user, role="moderator", by=manager)
    end(membership=membership, by=manager)

    events = list(membership.events.order_by("pgh_id").select_related("pgh_context"))
    assert [event.pgh_label for event in events] == ["insert", "update"]
    assert [event.ended_at is None for event in events] == [True, False]
    # One transaction is one context: the second is said to be the manager's too, since the test is one transaction.
    assert who_of(events)[events[0].pgh_id] == str(manager)


def test_a_page_says_whose_the_change_is(client_as, person):
    client = client_as("network-manager")
    membership = person("moderator").memberships.get()
    client.post(f"/network/people/roles/{membership.pk}/end/")

    last = membership.events.select_related("pgh_context").last()
    assert last.pgh_label == "update"
    assert last.pgh_context.metadata["user"] == client.person.pk


def test_bulk_writes_and_raw_sql_are_kept(kernow):
    with in_area(kernow):
        before = ResourceEvent.objects.count()
        Resource.objects.bulk_create([Resource(what="One"), Resource(what="Two")])
        Resource.objects.filter(what="One").update(what="Three")
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM rollout_resource WHERE what IN ('Two', 'Three')")
        labels = list(ResourceEvent.objects.order_by("pgh_id").values_list("pgh_label", flat=True))[before:]
    assert labels == ["insert", "insert", "update", "delete", "delete"]


def test_a_write_from_another_areas_path_lands_with_its_own_area(kernow, bristol):
    before = {area: count(f"area_{area}", "rollout_resourceevent") for area in ("kernow", "bristol")}
    with in_area(bristol), connection.cursor() as cursor:
        cursor.execute("INSERT INTO area_kernow.rollout_resource (\"group\", what) VALUES ('', 'From elsewhere')")
    assert count("area_kernow", "rollout_resourceevent") == before["kernow"] + 1
    assert count("area_bristol", "rollout_resourceevent") == before["bristol"]


def test_a_new_area_has_working_triggers_of_its_own(db):
    made = area_lifecycle.create_area(slug="new-forest", name="New Forest")
    organisation = Organisation.objects.first()
    template = count("area_template", "rollout_partnerevent")
    with in_area(made):
        Partner.objects.create(organisation=organisation)
        assert PartnerEvent.objects.count() == 1
    assert count("area_new_forest", "rollout_partnerevent") == 1
    assert count("area_template", "rollout_partnerevent") == template


@pytest.mark.parametrize("table", ["rollout_partner", "rollout_partnerevent", "tenants_membership"])
def test_history_is_not_passed_by_emptying_a_table(kernow, table):
    with in_area(kernow), pytest.raises(Error, match="Cannot truncate"), transaction.atomic():
        connection.cursor().execute(f"TRUNCATE {table} CASCADE")


@pytest.mark.parametrize(
    "change", ["UPDATE rollout_partnerevent SET status = 'left'", "DELETE FROM rollout_partnerevent"]
)
def test_events_are_never_changed(kernow, change):
    with in_area(kernow), pytest.raises(Error, match="Cannot (update|delete)"), transaction.atomic():
        connection.cursor().execute(change)
