"""The pages of organisations: public names for those who read the programme, partnerships for an area's own people."""

import pytest

from tenants.contexts import in_area
from tenants.models import NetworkPartner, Organisation
from tests.queries import count_queries


@pytest.fixture
def charity(kernow, bristol):
    from tenants.rollout.models import Partner

    organisation = Organisation.objects.create(slug="a-charity", name="A charity", kind="voluntary")
    for area, group in ((kernow, "mental_health"), (bristol, "learning_disability")):
        with in_area(area):
            Partner.objects.create(organisation=organisation, group=group)
    return organisation


def test_a_partner_is_shown_with_its_groups_in_the_readers_own_area_alone(client_as, kernow, charity):
    body = client_as("area-lead", area=kernow).get("/organisations/a-charity/").content.decode()
    assert "NHS Kernow" in body
    assert "People with significant mental health needs: Endorsed" in body
    assert "NHS Bristol" not in body


def test_board_readers_without_an_area_see_no_partnership(client_as, charity):
    body = client_as("board-member").get("/organisations/a-charity/").content.decode()
    assert "In your areas" not in body
    assert "NHS Kernow" not in body


def test_a_partner_of_the_whole_network_is_named_so(client_as, charity):
    NetworkPartner.objects.create(organisation=charity)
    assert "Partner of the whole network" in client_as("board-member").get("/organisations/a-charity/").content.decode()


def test_the_list_is_narrowed_by_kind_and_so_is_its_file(client_as, charity):
    client = client_as("board-member")
    page = client.get("/organisations/?kind=voluntary").content.decode()
    assert "A charity" in page
    assert "?kind=voluntary" in page.split("organisations.csv", 1)[1][:40]
    assert "A charity" in client.get("/organisations/organisations.csv?kind=voluntary").content.decode()
    assert "A charity" not in client.get("/organisations/organisations.csv?kind=user_led").content.decode()


def test_an_unknown_organisation_is_not_found(client_as, db):
    assert client_as("board-member").get("/organisations/nobody/").status_code == 404


def test_the_list_asks_the_database_as_often_for_many_as_for_few(client_as, charity):
    client = client_as("board-member")
    client.get("/organisations/")
    few = count_queries(client, "/organisations/")
    Organisation.objects.bulk_create(Organisation(slug=f"o{n}", name=f"O {n}", kind="voluntary") for n in range(30))
    assert count_queries(client, "/organisations/") == few
