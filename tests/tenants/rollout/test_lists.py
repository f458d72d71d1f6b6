"""Partners, resources and people of an area: kept by its lead, with their history, and never in another area."""

import pytest

from audit.models import AuditRow
from tenants.contexts import in_area
from tenants.models import Organisation
from tenants.network_loading import load_folder
from tenants.registrations import SOUTH_WEST
from tenants.rollout.models import GroupPerson, GroupPersonEvent, Partner, Resource

pytestmark = pytest.mark.django_db

ROLLOUT = "/areas/kernow/rollout/"
NEW = {"organisation": "", "new_name": "", "new_kind": "", "group": "", "status": "endorsed"}


@pytest.fixture
def lead(client_as, kernow):
    return client_as("area-lead", area=kernow)


def rows(area, model):
    with in_area(area):
        return list(model.objects.order_by("pk"))


def test_a_partner_is_added_by_name_and_known_to_the_network_once(lead, kernow, bristol):
    there = len(rows(bristol, Partner))
    answer = lead.post(f"{ROLLOUT}partners/new/", {**NEW, "new_name": "Sea Change", "new_kind": "voluntary"})
    assert answer.status_code == 302
    made = Organisation.objects.get(name="Sea Change")
    lead.post(
        f"{ROLLOUT}partners/new/", {**NEW, "new_name": "sea CHANGE", "new_kind": "voluntary", "group": "mental_health"}
    )
    with in_area(kernow):
        found = set(Partner.objects.filter(organisation=made).values_list("group", "status"))
    assert found == {("", "endorsed"), ("mental_health", "endorsed")}
    assert Organisation.objects.filter(name__iexact="sea change").count() == 1
    assert len(rows(bristol, Partner)) == there


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({}, "Choose the organisation, or write its name below."),
        ({"new_name": "Sea Change"}, "Choose what kind of organisation it is."),
    ],
)
def test_a_partner_without_a_name_or_kind_is_refused_and_nothing_is_made(lead, kernow, typed, words):
    before = len(rows(kernow, Partner))
    answer = lead.post(f"{ROLLOUT}partners/new/", {**NEW, **typed})
    assert answer.status_code == 422
    assert words in answer.text
    assert len(rows(kernow, Partner)) == before
    assert not Organisation.objects.filter(name="Sea Change").exists()


def test_the_same_partner_twice_for_a_group_is_refused(lead, kernow):
    known = rows(kernow, Partner)[0]
    answer = lead.post(f"{ROLLOUT}partners/new/", {**NEW, "organisation": known.organisation_id, "group": known.group})
    assert answer.status_code == 422
    assert "This organisation is a partner for this group already." in answer.text


def test_a_partner_leaves_and_the_history_says_who_and_when(lead, kernow):
    known = rows(kernow, Partner)[0]
    address = f"{ROLLOUT}partners/{known.pk}/"
    assert lead.post(address, {"group": known.group, "status": "left"}).status_code == 302
    assert lead.post(address, {"group": known.group, "status": "left"}).status_code == 422  # nothing has changed
    text = lead.get(f"{ROLLOUT}partners/history/").text
    assert "Standing: Endorsed → Left" in text
    assert lead.person.name in text
    assert "since then as entered by NHS Kernow" in lead.get(f"{ROLLOUT}partners/").text


def test_lists_are_narrowed_by_group_kind_and_standing(lead, kernow):
    with in_area(kernow):
        Partner.objects.filter(pk=Partner.objects.order_by("pk").first().pk).update(status="left")
        left = Partner.objects.select_related("organisation").get(status="left")
    page = lead.get(f"{ROLLOUT}partners/data.csv?status=left").content.decode()
    assert page.splitlines()[1].startswith(left.organisation.name)
    assert page.splitlines()[2] == ""
    assert "No row of the list fits these choices." in lead.get(f"{ROLLOUT}partners/?kind=provider").text


def test_what_was_taken_off_stays_off_when_the_folder_is_loaded_again(lead, kernow, bristol):
    gone, kept = rows(kernow, Resource)[0], rows(bristol, Resource)
    address = f"{ROLLOUT}resources/{gone.pk}/remove/"
    assert gone.what in lead.get(address).text
    assert any(row.pk == gone.pk for row in rows(kernow, Resource))  # looking takes nothing off
    lead.post(address)
    report = load_folder(SOUTH_WEST)
    assert report.added == {}
    assert gone.what not in [row.what for row in rows(kernow, Resource) if row.group == gone.group]
    assert rows(bristol, Resource) == kept


def test_people_are_for_the_areas_team_alone(lead, client_as, kernow, bristol):
    lead.post(
        f"{ROLLOUT}people/new/", {"name": "Ada Example", "role": "Social worker", "organisation": "", "group": ""}
    )
    assert "Ada Example" in client_as("practitioner", area=kernow).get(f"{ROLLOUT}people/").text
    assert client_as("practitioner", area=bristol).get(f"{ROLLOUT}people/").status_code == 404
    assert client_as("network-manager").get(f"{ROLLOUT}people/").status_code == 404
    assert rows(bristol, GroupPerson) == []
    with in_area(kernow):
        assert GroupPersonEvent.objects.get().name == "Ada Example"
    assert AuditRow.objects.get(action="group_person.add").detail == {"number": rows(kernow, GroupPerson)[0].pk}


def test_a_practitioner_reads_the_lists_and_changes_nothing(client_as, kernow):
    client = client_as("practitioner", area=kernow)
    known = rows(kernow, Partner)[0].pk
    assert "Add to the list" not in client.get(f"{ROLLOUT}partners/").text
    for path in ("new/", f"{known}/", f"{known}/remove/"):
        assert client.post(f"{ROLLOUT}partners/{path}", NEW).status_code == 403


def test_the_pages_take_as_many_queries_for_many_rows_as_for_one(lead, kernow, django_assert_max_num_queries):
    with in_area(kernow):
        for number in range(60):
            row = Resource.objects.create(what=f"Thing {number}")
            Resource.objects.filter(pk=row.pk).update(what=f"Thing {number} again")
    for path in ("resources/", "resources/history/"):
        with django_assert_max_num_queries(25):
            assert lead.get(f"{ROLLOUT}{path}").status_code == 200
