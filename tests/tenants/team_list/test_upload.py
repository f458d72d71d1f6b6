"""Inviting a team by a list: every fault by its cell and nothing stored, or a preview, then everybody at once."""

import datetime
import re

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.models import Invitation
from audit.models import AuditRow
from files import templates
from tenants.models import Area
from tenants.team_list import actions
from tenants.team_list.checking import Person
from tenants.team_list.shape import SHAPE

pytestmark = pytest.mark.django_db

PAGE = "/areas/kernow/team/list/"
HEAD = "E-mail address,Role,Name\n"


@pytest.fixture
def lead(client_as, kernow):
    return client_as("area-lead", area=kernow)


def send(client, content, name="team.csv"):
    data = content.encode() if isinstance(content, str) else content
    return client.post(PAGE, {"file": SimpleUploadedFile(name, data)})


def text_of(answer):
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def held_in(answer):
    return re.search(r'name="list" value="([^"]+)"', answer.content.decode())[1]


def filled(rows):
    return templates.workbook(SHAPE, title="Team", rows={SHAPE.file: rows})


def test_a_list_is_shown_first_and_invites_when_it_is_confirmed(lead, kernow, mailoutbox):
    me = lead.person.email
    rows = [["Ann@NHS.net", "Practitioner", "Ann Lee"], ["bo@nhs.net", "finance lead", ""], [me, "Area lead", ""]]
    answer = send(lead, filled(rows), "team.xlsx")
    assert answer.status_code == 200
    assert "2 people will be invited, 1 is already in the team. Nobody has been invited yet." in text_of(answer)
    assert not Invitation.objects.exists()

    assert lead.post(f"{PAGE}confirm/", {"list": held_in(answer)}).status_code == 302
    sent = Invitation.objects.filter(area=kernow).order_by("email")
    assert [(row.email, row.role, row.invited_by) for row in sent] == [
        ("ann@nhs.net", "practitioner", lead.person),
        ("bo@nhs.net", "finance-lead", lead.person),
    ]
    assert AuditRow.objects.filter(action="invitation.send", area_id=kernow.pk).count() == 2


def test_every_fault_is_told_by_its_cell_and_nobody_is_invited(lead, person):
    ann = ["ann@nhs.net", "Practitioner", ""]
    answer = send(lead, filled([ann, ["bo", "Cook", ""], ["", "", "Cy"], ann]), "team.xlsx")
    assert answer.status_code == 422
    shown = text_of(answer)
    for place in ("Team!A3", "Team!B3", "Team!A4", "Team!B4", "Team!A5"):
        assert place in shown, place
    assert "5 faults" in shown
    assert not Invitation.objects.exists()
    assert 'name="list"' not in answer.content.decode()


def test_a_csv_names_its_lines(lead):
    answer = send(lead, HEAD + "ann@nhs.net,Practitioner,\nbo@nhs.net,Board member,\n")
    assert "line 3 Role &#39;Board member&#39; is no role of an area" in text_of(answer)


def test_a_closed_account_is_a_fault_of_its_row(lead, person):
    closed = person()
    type(closed).objects.filter(pk=closed.pk).update(is_active=False)
    answer = send(lead, f"{HEAD}ann@nhs.net,Practitioner,\n{closed.email},Practitioner,\n")
    assert answer.status_code == 422
    assert "line 3 E-mail address Has an account that is closed" in text_of(answer)
    assert not Invitation.objects.exists()


def test_whoever_is_invited_already_is_not_invited_again(lead):
    send_and_confirm(lead, HEAD + "ann@nhs.net,Practitioner,\n")
    answer = send(lead, HEAD + "ann@nhs.net,Practitioner,\nbo@nhs.net,Practitioner,\n")
    assert "1 person will be invited, 1 is already invited." in text_of(answer)


def send_and_confirm(client, content):
    return client.post(f"{PAGE}confirm/", {"list": held_in(send(client, content))})


def test_a_list_confirmed_twice_invites_once(lead, kernow):
    held = held_in(send(lead, HEAD + "ann@nhs.net,Practitioner,\n"))
    for _ in range(2):
        lead.post(f"{PAGE}confirm/", {"list": held})
    assert Invitation.objects.filter(area=kernow).count() == 1


def test_one_that_cannot_be_invited_at_the_last_moment_stops_all(lead, person):
    other = person()
    held = held_in(send(lead, f"{HEAD}ann@nhs.net,Practitioner,\n{other.email},Practitioner,\n"))
    type(other).objects.filter(pk=other.pk).update(is_active=False)
    answer = lead.post(f"{PAGE}confirm/", {"list": held}, follow=True)
    assert "Nobody was invited." in text_of(answer)
    assert not Invitation.objects.exists()


def test_a_checked_list_is_good_for_whom_and_where_it_was_checked_only(lead, client_as, bristol, kernow):
    held = held_in(send(lead, HEAD + "ann@nhs.net,Practitioner,\n"))
    other = client_as("area-lead", area=bristol)
    second = client_as("area-lead", area=kernow)
    tampered = held.replace(held[5], "A" if held[5] != "A" else "B", 1)
    assert other.post("/areas/bristol/team/list/confirm/", {"list": held}).status_code == 302
    assert second.post(f"{PAGE}confirm/", {"list": held}).status_code == 302
    assert lead.post(f"{PAGE}confirm/", {"list": tampered}).status_code == 302
    assert lead.post(f"{PAGE}confirm/", {}).status_code == 302
    assert not Invitation.objects.exists()


def test_a_checked_list_is_too_old_after_an_hour(lead):
    an_hour_ago = datetime.datetime.now(datetime.UTC) - datetime.timedelta(minutes=61)
    with time_machine.travel(an_hour_ago):
        held = actions.held(
            [Person("ann@nhs.net", "practitioner")], area=Area.objects.get(slug="kernow"), by=lead.person
        )
    answer = lead.post(f"{PAGE}confirm/", {"list": held}, follow=True)
    assert "checked over an hour ago" in text_of(answer)
    assert not Invitation.objects.exists()


def test_the_name_is_not_kept_with_the_invitation(lead):
    send_and_confirm(lead, HEAD + "ann@nhs.net,Practitioner,Ann Lee\n")
    assert "Ann Lee" not in str(Invitation.objects.values().get())


def test_the_template_and_the_current_list_can_be_filled_in_and_sent_back(lead, kernow):
    current = lead.get(f"{PAGE}current.xlsx")
    answer = send(lead, current.content, "kernow-team-list.xlsx")
    assert "Nobody will be invited, 1 is already in the team." in text_of(answer)
    empty = send(lead, lead.get(f"{PAGE}template.xlsx").content, "template.xlsx")
    assert "Has no rows under its headings" in text_of(empty)


def test_a_list_of_301_people_is_refused(lead):
    rows = "".join(f"person-{number}@nhs.net,Practitioner,\n" for number in range(301))
    assert "Has more than 300 people" in text_of(send(lead, HEAD + rows))


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("team.xlsm", b"PK\x03\x04", "save it without macros"),
        ("team.xls", b"\xd0\xcf\x11\xe0", "save it as Excel Workbook"),
        ("team.pdf", b"%PDF-1.4", "send the table itself"),
        ("team.xlsx", b"E-mail,Role\n", "Is not a .xlsx file inside"),
        ("team.csv", b"%PDF-1.4\n", "Is a PDF inside"),
        ("team.csv", b"x" * (1024 * 1024 + 1), "Is larger than 1 MB"),
    ],
)
def test_a_file_of_another_kind_is_refused_in_words(lead, name, content, why):
    answer = send(lead, content, name)
    assert answer.status_code == 422
    assert why in text_of(answer)


def test_a_cell_cannot_put_markup_into_the_page(lead):
    answer = send(lead, HEAD + "<script>alert(1)</script>,Practitioner,\n", "<b>team</b>.csv")
    assert b"<script>alert" not in answer.content
    assert b"<b>team" not in answer.content
