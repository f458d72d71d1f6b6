"""An area's team: seen by the area, changed by its leads, never left without one."""

import pytest

from accounts.models import Invitation
from tenants import memberships
from tenants.models import Membership
from tenants.protected import DirectWriteRefused

pytestmark = pytest.mark.django_db


def test_an_area_lead_invites_and_withdraws(client_as, kernow, mailoutbox, django_capture_on_commit_callbacks):
    lead = client_as("area-lead", area=kernow)
    with django_capture_on_commit_callbacks(execute=True):
        answer = lead.post("/areas/kernow/team/invite/", {"email": "New@Example.org", "role": "practitioner"})
    assert answer.status_code == 302
    invitation = Invitation.objects.get(area=kernow)
    assert (invitation.email, invitation.role) == ("new@example.org", "practitioner")
    assert [mail.to for mail in mailoutbox] == [["new@example.org"]]
    assert "new@example.org" in lead.get("/areas/kernow/team/").content.decode()
    lead.post(f"/areas/kernow/team/invitations/{invitation.pk}/withdraw/")
    invitation.refresh_from_db()
    assert invitation.withdrawn_at


def test_an_area_lead_cannot_give_roles_of_the_network(client_as, kernow):
    lead = client_as("area-lead", area=kernow)
    for role in ("network-manager", "board-member", "operator", "moderator", "provider-editor"):
        answer = lead.post("/areas/kernow/team/invite/", {"email": "new@example.org", "role": role})
        assert answer.status_code == 422, role
    assert not Invitation.objects.exists()


def test_a_role_that_is_ended_counts_from_the_next_request(client_as, kernow):
    lead, other = client_as("area-lead", area=kernow), client_as("practitioner", area=kernow)
    assert other.get("/areas/kernow/").status_code == 200
    membership = Membership.objects.get(user=other.person)
    lead.post(f"/areas/kernow/team/{membership.pk}/end/")
    assert other.get("/areas/kernow/").status_code == 404


def test_the_only_area_lead_stays(client_as, kernow):
    lead = client_as("area-lead", area=kernow)
    own = Membership.objects.get(user=lead.person)
    answer = lead.post(f"/areas/kernow/team/{own.pk}/end/")
    assert answer.status_code == 409
    assert "only area lead" in answer.content.decode()
    assert Membership.objects.live().filter(pk=own.pk).exists()


def test_an_area_lead_ends_no_role_of_another_area(client_as, kernow, bristol, person):
    lead = client_as("area-lead", area=kernow)
    stranger = Membership.objects.get(user=person("practitioner", area=bristol))
    assert lead.post(f"/areas/kernow/team/{stranger.pk}/end/").status_code == 404
    assert Membership.objects.live().filter(pk=stranger.pk).exists()


def test_budget_holders_of_the_area_are_not_listed_in_its_team(client_as, kernow, person):
    person("budget-holder", area=kernow)
    holder = person("carer", area=kernow)
    text = client_as("practitioner", area=kernow).get("/areas/kernow/team/team.csv").content.decode()
    assert holder.name not in text


@pytest.mark.parametrize("write", ["save", "update", "delete", "create", "bulk_create"])
def test_memberships_are_written_by_their_actions_only(kernow, person, write):
    membership = Membership.objects.get(user=person("practitioner", area=kernow))
    writes = {
        "save": membership.save,
        "delete": membership.delete,
        "update": lambda: Membership.objects.update(role="area-lead"),
        "create": lambda: Membership.objects.create(user=membership.user, role="area-lead", area=kernow),
        "bulk_create": lambda: Membership.objects.bulk_create([membership]),
    }
    with pytest.raises(DirectWriteRefused):
        writes[write]()


def test_a_role_given_twice_is_one_membership(kernow, person):
    user = person("practitioner", area=kernow)
    first = Membership.objects.get(user=user)
    assert memberships.grant(user=user, role="practitioner", area=kernow, by=None) == first
