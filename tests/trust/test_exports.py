"""Nothing that leaves as a file runs in a spreadsheet, and each file says its date, its source and what is hidden.

The list of downloads is built from the URL resolver: a new route that ends in a kind of file fails here until it is
among those that are asked.
"""

import pytest
from django.urls import reverse

from audit.models import AuditRow
from config.today import today
from files import pdf
from tests.files import written
from tests.trust.rights_routes import all_routes
from ui import formats

HOSTILE = ("=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1")

# route -> who takes it, and the arguments before the ending, one list for each table.
TABLES = ("phases", "phase-counts", "budgets", "targets", "eligible-pools", "promises", "sites", "milestones")
ASKED = {
    "programme:download": ("board-member", [[key] for key in (*TABLES, "implementation-cohorts", "board")]),
    "areas:download": ("board-member", [[]]),
    "areas:team-download": ("area-lead", [["kernow"]]),
    "organisations:download": ("board-member", [[]]),
    "rollout:download": ("area-lead", [["kernow", key] for key in ("plans", "partners", "resources")]),
    "accounts:people-download": ("network-manager", [["people"], ["invitations"]]),
    "audit:network-file": ("network-manager", [[]]),
    "audit:area-file": ("area-lead", [["kernow"]]),
    "data_rights:retention-download": ("network-manager", [[]]),
    "notify:file": ("network-manager", [[]]),
    "releases:list-file": ("network-manager", [[]]),
    "releases:area-list-file": ("area-lead", [["kernow"]]),
}
# Routes of files that aren't asked, and why.
NOT_ASKED = {
    "areas:team-list-template": "an empty table to fill in; tests/files",
    "network:load-template": "an empty table to fill in; tests/files",
    "areas:team-list-current": "below",
    "ui:gallery-download": "made-up rows, and the writer of the others",
    "releases:release-file": "the writer of the others; a release is made in tests/disclosure",
    "releases:area-release-file": "the writer of the others; a release is made in tests/disclosure",
}


# The same writer as the others, tried beside their pages; to be asked here too.
BESIDE_THEIR_PAGES = {
    "programme:kept-projection-file",
    "programme:network-risks-download",
    "programme:pack-file",
    "programme:projection-file",
    "programme:returns-file",
    "programme:sites-download",
    "programme:workstreams-file",
    "returns_pages:list-file",
    "returns_pages:national",
    "returns_pages:template",
    "returns_pages:version-file",
    "returns_pages:versions-file",
    "rollout:equality-download",
    "rollout:milestone-moves",
    "rollout:milestones-download",
    "rollout:partners-file",
    "rollout:partners-history-file",
    "rollout:people-file",
    "rollout:people-history-file",
    "rollout:progress-download",
    "rollout:refusals-file",
    "rollout:resources-file",
    "rollout:resources-history-file",
    "rollout:risks-download",
    "rollout:site-moves-download",
    "rollout:sites-download",
    "rollout:trajectory-download",
    "rollout:your-turn-file",
    "your_turn:history",
}


def is_a_file(route):
    return "<ending:ending>" in route.route or route.route.rstrip("$\\Z").endswith((".csv", ".xlsx", ".pdf"))


def test_every_route_that_ends_in_a_kind_of_file_is_asked_here():
    assert {route.view_name for route in all_routes() if is_a_file(route)} == {*ASKED, *NOT_ASKED, *BESIDE_THEIR_PAGES}


@pytest.fixture
def hostile(kernow, client_as, person):
    """Every text that people can write is hostile; returns who asks, by role."""
    from accounts import invitations
    from tenants.contexts import in_area
    from tenants.models import EligiblePool, LoadedFile, NationalMilestone, Network, Organisation, Promise
    from tenants.rollout.models import GroupPlan, Resource

    clients = {role: client_as(role, area=kernow) for role in ("board-member", "area-lead", "network-manager")}
    for number, client in enumerate(clients.values()):
        client.person.name = HOSTILE[number]
        client.person.save()
    for number, text in enumerate(HOSTILE):
        someone = person("practitioner", area=kernow)
        someone.name = text
        someone.save()
        invitations.invite(email=f"-{number}@example.org", role="moderator", by=None)
        Organisation.objects.filter(pk=Organisation.objects.all()[number].pk).update(name=f"{text} {number}")
    Organisation.objects.filter(name__startswith="Cornwall Council").update(name="=Cornwall")
    type(kernow).objects.filter(pk=kernow.pk).update(name="=Kernow", ods_code="+ODS", local_authorities=["@Council"])
    EligiblePool.objects.update(what="=pool", source="-source")
    LoadedFile.objects.update(source="=source")
    NationalMilestone.objects.update(activity="+activity", deliverable="\t=deliverable", stage="\r=stage")
    Promise.objects.update(statement="=statement")
    Network.objects.update(name="@network")
    with in_area(kernow):
        GroupPlan.objects.update(lead="=lead", next_step="\t+step", next_step_owner="-owner")
        Resource.objects.update(what="=resource") if Resource.objects.count() == 1 else _rename(Resource)
    return clients


def _rename(model):
    for number, row in enumerate(model.objects.all()):
        model.objects.filter(pk=row.pk).update(what=f"={number} resource")


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_no_cell_starts_a_formula_and_each_file_says_date_source_and_what_is_hidden(hostile, ending):
    guarded = 0
    for route, (role, tables) in ASKED.items():
        for arguments in tables:
            answer = hostile[role].get(reverse(route, args=[*arguments, ending]))
            where = f"{route} {arguments}"
            assert answer.status_code == 200, where
            assert answer["Content-Disposition"].startswith("attachment"), where
            assert written.formula_starts(answer.content, ending) == [], where
            texts = written.texts(answer.content, ending)
            assert {"As at", "Source", "Small numbers", "Network", "Made", "Title", "'@network"} <= {*texts}, where
            guarded += sum(text.startswith("'") for text in texts) > 1
    # The hostile texts have come through in each of these, so that the test looks at something.
    assert guarded >= 14


def test_the_list_of_a_team_to_correct_and_send_back_starts_no_formula(hostile):
    answer = hostile["area-lead"].get("/areas/kernow/team/list/current.xlsx")
    assert answer.status_code == 200
    assert written.formula_starts(answer.content, "xlsx") == []


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
