"""Nothing that leaves as a file runs in a spreadsheet, and each file says its date, its source and what is hidden.

The list of downloads is built from the URL resolver: a new route that ends in a kind of file fails here until it is
among those that are asked.
"""

import datetime

import pytest
from django.urls import reverse

from audit.models import AuditRow
from config.today import today
from files import pdf
from notify.models import Notification
from tenants.models import Network
from tests.files import written
from tests.trust import exports_peers, exports_world
from tests.trust.exports_asked import ASKED, NOT_ASKED, PACK, WORDLESS, WORKBOOKS
from tests.trust.hostile.texts import HOSTILE, spoil
from tests.trust.rights_routes import all_routes
from ui import formats


def is_a_file(route):
    return "<ending:ending>" in route.route or route.route.rstrip("$\\Z").endswith((".csv", ".xlsx", ".pdf"))


def test_every_route_that_ends_in_a_kind_of_file_is_asked_here():
    files = {route.view_name for route in all_routes() if is_a_file(route)}
    assert files == {*ASKED, *WORKBOOKS, PACK, *NOT_ASKED} - {"rollout:trajectory-template"}


@pytest.fixture
def hostile(kernow, client_as, person, settings):
    """Every text that people can write is hostile; who asks, by role, and what the addresses name."""
    from accounts import invitations

    settings.IPC_TODAY = datetime.date(2015, 7, 15)
    settings.RATE_LIMITS = {**settings.RATE_LIMITS, "export": {"account": "900/m", "address": "900/m"}}
    teams = ("board-member", "area-lead", "network-manager", "finance-lead", "commissioner")
    roles = (*teams, "knowledge-editor", "safeguarding-lead", "moderator", "budget-holder")
    clients = {role: client_as(role, area=kernow) for role in roles}
    exports_peers.join(clients["budget-holder"].person)
    who = {"lead": "area-lead", "manager": "network-manager", "editor": "budget-holder"}
    named = exports_world.make(kernow, **{name: clients[role].person for name, role in who.items()})
    for number, client in enumerate(clients.values()):
        client.person.name = HOSTILE[number % len(HOSTILE)]
        client.person.save()
    for number, text in enumerate(HOSTILE):
        someone = person("practitioner", area=kernow)
        someone.name = text
        someone.save()
        invitations.invite(email=f"-{number}@example.org", role="moderator", by=None)
    untried = spoil(kernow)
    Network.objects.update(name="@network")
    Notification.objects.update(title="=title", body="+body")
    return clients, named, untried


def test_no_cell_starts_a_formula_and_each_file_says_date_source_and_what_is_hidden(hostile):
    clients, named, _ = hostile
    wordless = set()
    for route, (role, tables) in ASKED.items():
        for given in tables:
            arguments = [each.format(**named) for each in given]
            for ending in ("csv", "xlsx"):
                answer = clients[role].get(reverse(route, args=[*arguments, ending]))
                where = f"{route} {' '.join(given)}".strip()
                assert answer.status_code == 200, where
                assert answer["Content-Disposition"].startswith("attachment"), where
                assert written.formula_starts(answer.content, ending) == [], (where, ending)
                texts = written.texts(answer.content, ending)
                assert {"As at", "Source", "Small numbers", "Network", "Made", "Title", "'@network"} <= {*texts}, where
                if {text for text in texts if text.startswith("'")} == {"'@network"}:
                    wordless.add(where)
    # The hostile texts have come through in all others, so that the test looks at something.
    assert wordless == WORDLESS


def test_every_text_that_people_write_is_among_the_hostile_ones(hostile):
    _, _, untried = hostile
    assert untried == set()


def test_workbooks_to_fill_in_start_no_formula(hostile):
    clients, named, _ = hostile
    for route, (role, arguments) in WORKBOOKS.items():
        answer = clients[role].get(reverse(route, args=arguments))
        assert answer.status_code == 200, route
        content = answer.content
        assert written.formula_starts(content, "xlsx") == [], route


def test_the_workbook_of_a_board_pack_starts_no_formula(hostile):
    clients, _, _ = hostile
    pack = exports_world.make_pack(today())
    content = b"".join(clients["board-member"].get(reverse(PACK, args=[pack.public_id, "xlsx"])).streaming_content)
    assert written.formula_starts(content, "xlsx") == []
    assert {"As at", "Source", "Small numbers"} <= {*written.texts(content, "xlsx")}


def test_each_download_is_in_the_audit_and_one_of_the_signed_out_is_not(client, client_as, kernow):
    lead = client_as("area-lead", area=kernow)
    lead.get("/areas/kernow/team/team.xlsx")
    row = AuditRow.objects.get(action="export.download")
    assert (row.by, row.area_slug) == (lead.person, "kernow")
    assert row.detail == {"file": "kernow-team.xlsx", "tables": ["team"], "rows": 1}
    assert client.get("/areas/areas.csv").status_code == 200
    assert AuditRow.objects.filter(action="export.download").count() == 1


def test_who_takes_too_many_files_is_asked_to_wait(client_as, settings):
    settings.RATE_LIMITS = {**settings.RATE_LIMITS, "export": {"account": "2/m", "address": "2/m"}}
    client = client_as("board-member")
    assert [client.get("/areas/areas.csv").status_code for _ in range(3)] == [200, 200, 429]
    assert AuditRow.objects.filter(action="export.download").count() == 2


def test_a_pdf_larger_than_can_be_set_in_a_request_is_refused_in_words(client_as, kernow):
    from tenants.contexts import in_area
    from tenants.rollout.models import Resource

    with in_area(kernow):
        Resource.objects.bulk_create(Resource(what=f"Resource {number}") for number in range(1501))
    client = client_as("area-lead", area=kernow)
    answer = client.get("/areas/kernow/rollout/data/resources.pdf")
    assert answer.status_code == 422
    assert "Take the workbook or the CSV file" in answer.content.decode()
    assert client.get("/areas/kernow/rollout/data/resources.xlsx").status_code == 200


@pytest.mark.skipif(bool(pdf.why_not()), reason=f"no PDF here: {pdf.why_not()}")
def test_the_team_as_pdf_is_tagged_and_says_where_it_is_from(client_as, kernow):
    answer = client_as("area-lead", area=kernow).get("/areas/kernow/team/team.pdf")
    assert answer["Content-Type"] == "application/pdf"
    assert [tag["/A"]["/Scope"] for tag in written.tags(answer.content) if tag["/S"] == "/TH"][:2] == ["/Column"] * 2
    text = written.pdf_text(answer.content)
    assert "Source: NHS Kernow's own list" in text and f"As at: {formats.date(today())}" in text
    assert "Small numbers: No counts of people, so nothing is hidden." in text


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_wagtails_own_exports_start_no_formula_and_are_in_the_audit(client_as, ending):
    from django.contrib.auth.models import Permission
    from wagtail.contrib.redirects.models import Redirect
    from wagtail.models import Page

    client = client_as("knowledge-editor")
    theirs = Permission.objects.filter(content_type__app_label="wagtailredirects")
    client.person.groups.get().permissions.add(*theirs)
    page = Page.objects.filter(depth__gt=2).first() or Page.objects.filter(depth=2).first()
    for text in HOSTILE:
        Page.objects.filter(pk=page.pk).update(title=text, draft_title=text, last_published_at="2015-07-01T00:00Z")
        Redirect.objects.all().delete()
        Redirect.add_redirect("/old/", text)
        for address in ("/cms/reports/aging-pages/", "/cms/redirects/", "/cms/reports/site-history/"):
            answer = client.get(address, {"export": ending})
            assert answer.status_code == 200, address
            content = b"".join(answer.streaming_content) if answer.streaming else answer.content
            assert written.formula_starts(content, ending) == [], address
            if address != "/cms/reports/site-history/":
                found = [cell for cell in written.texts(content, ending) if cell.startswith("'")]
                assert any(cell.endswith(text[-4:].strip()) for cell in found), address
    assert AuditRow.objects.filter(action="export.download", by=client.person).count() == 3 * len(HOSTILE)
