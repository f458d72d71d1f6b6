"""Pages of safeguarding leads, and the form by which a member tells them."""

import pytest
from django.urls import reverse

from audit.models import AuditRow
from peer_network.models import Case, CaseEntry, IdentityLookup
from peer_network.safeguarding import actions, script, sealing, work
from tests.peer_network.safeguarding.conftest import WORRY
from tests.queries import count_queries

pytestmark = pytest.mark.django_db
LIST = "/peers/safeguarding/"


@pytest.fixture
def page_of(case):
    return f"{LIST}{case.public_id}/"


def test_a_lead_reads_a_case_and_the_audit_says_so(client_as, case, page_of):
    text = client_as("safeguarding-lead").get(page_of).content.decode()

    assert WORRY in text
    assert script.read().title in text
    assert AuditRow.objects.filter(action="safeguarding.read", object_words=f"Case {case.reference}").count() == 1


@pytest.mark.parametrize("role", ["moderator", "network-manager", "operator", "peer-supporter", "evaluator"])
def test_nobody_else_opens_a_case_or_the_list(client_as, case, page_of, role):
    client = client_as(role)
    assert {client.get(address).status_code for address in (LIST, page_of, f"{page_of}case.csv")} == {403}


def test_a_lead_who_is_a_member_neither_sees_nor_hears_of_a_case_about_themselves(client_as, member, refer):
    from notify.models import Notification
    from peer_network.joining import actions as joining

    client = client_as("safeguarding-lead")
    about = joining.join(display_name="Kingfisher", is_adult=True, by=client.person)
    case, other = refer(about), refer(member())
    page = f"{LIST}{case.public_id}/"

    assert [client.get(page).status_code, client.get(f"{page}case.csv").status_code] == [404, 404]
    assert client.post(f"{page}identity/", {"reason": "I would like to know."}).status_code == 404
    text = client.get(LIST).content.decode()
    assert other.reference in text
    assert case.reference not in text
    told = Notification.objects.filter(to=about.user, kind="peers-safeguarding").values_list("title", flat=True)
    assert list(told) == [f"A new case: {other.reference}"]


def test_network_managers_read_in_the_audit_that_an_identity_was_opened_and_not_whose(client_as, lead, case):
    from peer_network.safeguarding import identities

    found = identities.look_up(case=case, by=lead, reason="I am about to call 999.")
    text = client_as("network-manager").get("/network/audit/?action=safeguarding.identity").content.decode()

    assert case.reference in text
    for hidden in (found.display_name, found.name, found.email, "about to call"):
        assert hidden not in text


def test_an_identity_is_shown_once_and_kept_by_no_browser(client_as, case, page_of):
    client = client_as("safeguarding-lead")
    refused = client.post(f"{page_of}identity/", {"reason": ""})
    assert refused.status_code == 422

    answer = client.post(f"{page_of}identity/", {"reason": "They mean to end their life tonight."})
    assert "This is shown once" in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    assert "This is shown once" not in client.get(f"{page_of}identity/").content.decode()
    assert IdentityLookup.objects.count() == 1
    log = client.get(f"{LIST}identities/").content.decode()
    assert "They mean to end their life tonight." in log


def test_the_script_is_followed_step_by_step_into_the_chronology(client_as, case, page_of):
    client, steps = client_as("safeguarding-lead"), script.read().steps
    for step in steps:
        answer = client.post(f"{page_of}emergency/{step.key}/", {"words": f"Did {step.key}"})
        assert answer.status_code == 302
    assert answer["Location"] == page_of

    rows = CaseEntry.objects.filter(case=case, kind="script").order_by("pk")
    assert [row.step for row in rows] == [step.key for step in steps]
    text = client.get(page_of).content.decode()
    assert "Called 999" in text
    assert "Did call_999" in text


def test_a_time_that_is_still_to_come_is_shown_back(client_as, page_of):
    asked = {"words": "Rang", "day-day": "1", "day-month": "1", "day-year": "2099"}
    answer = client_as("safeguarding-lead").post(f"{page_of}note/", {**asked, "kind": "note"})
    assert answer.status_code == 422
    assert "still to come" in answer.content.decode()


def test_a_case_goes_out_as_a_file_and_chronology_and_audit_say_so(client_as, lead, case, page_of):
    work.note(case=case, words="Rang the council.", by=lead)
    answer = client_as("safeguarding-lead").get(f"{page_of}case.csv")
    text = answer.content.decode("utf-8-sig")

    assert "Rang the council." in text
    assert WORRY in text
    assert case.entries.filter(kind="export").count() == 1
    assert AuditRow.objects.get(action="safeguarding.export").detail["file"] == f"case-{case.reference.lower()}.csv"


def test_a_moderator_refers_from_the_queue_and_reads_only_that_it_was_referred(client_as, member, person):
    from peer_network.moderation import claims
    from peer_network.moderation.opening import put_before_moderators

    about = member()
    item = put_before_moderators(kind="report", subject_kind="post", subject_id=about.public_id, about=about)
    client = client_as("moderator")
    claims.claim(item=item, by=client.person)
    answer = client.post(reverse("peers:item-refer", args=[item.public_id]), {"words": WORRY})

    case = Case.objects.get()
    assert answer.status_code == 302
    assert (case.origin, case.opened_by) == ("moderator", client.person)
    text = client.get(answer["Location"]).content.decode()
    assert WORRY not in text
    assert case.reference not in text


def test_what_was_written_stays_in_the_case_when_it_is_changed_and_says_what_was_reported(
    client_as, person, member, space
):
    from peer_network.models import Post, Report
    from peer_network.moderation.opening import put_before_moderators
    from peer_network.rights_samples import a_post, a_topic

    author, reporter = member(), member()
    post = a_post(author, a_topic(author, space))
    about = {"subject_kind": "post", "subject_id": post.public_id}
    item = put_before_moderators(kind="report", about=author, **about)
    Report.objects.create(item=item, reporter=reporter, reason="hurt", words="He hits her.", is_urgent=True, **about)
    case = actions.refer(item=item, by=person("moderator"), words=WORRY)
    Post.objects.filter(pk=post.pk).update(body="Never mind")

    text = client_as("safeguarding-lead").get(f"{LIST}{case.public_id}/").content.decode()
    assert "Hello" in text
    assert "Never mind" not in text
    assert "He hits her." in text
    assert reporter.display_name not in text


def test_a_member_tells_the_leads_and_reads_of_help_at_once(signed_in, member):
    client = signed_in(member())
    answer = client.post(f"{LIST}tell/", {"words": "My neighbour is being hurt.", "is_danger": "on"})

    assert "call 999" in answer.content.decode()
    assert sealing.facts_of(Case.objects.get())["words"] == "My neighbour is being hurt."
    assert Case.objects.get().urgency == Case.Urgency.DANGER


def test_the_help_page_leads_members_to_the_safeguarding_leads(client, signed_in, member):
    assert f"{LIST}tell/" in signed_in(member()).get("/peers/help/").content.decode()
    assert f"{LIST}tell/" not in client.get("/peers/help/").content.decode()


def test_home_says_that_a_case_waits_and_what_is_due(client_as, lead, case):
    import datetime

    assert "A safeguarding case waits" in client_as("safeguarding-lead").get("/home/").content.decode()
    work.add_step(case=case, what="Ring", who="", due_on=datetime.date(2015, 7, 1), by=lead)
    assert "Steps of cases are due" in client_as("safeguarding-lead").get("/home/").content.decode()
    assert "afeguarding" not in client_as("network-manager").get("/home/").content.decode()


def test_the_list_asks_as_much_for_one_case_as_for_ten(client_as, lead, refer, member):
    refer(member())
    client = client_as("safeguarding-lead")
    count_queries(client, LIST)
    few = count_queries(client, LIST)
    for _ in range(9):
        actions.open_case(origin="lead", words="A worry", urgency=2, by=lead)
    refer(member())
    assert count_queries(client, LIST) == few


def test_a_case_asks_as_much_for_one_entry_as_for_ten(client_as, lead, case, page_of):
    client = client_as("safeguarding-lead")
    count_queries(client, page_of)
    few = count_queries(client, page_of)
    for _ in range(9):
        work.note(case=case, words="Rang", by=lead)
    assert count_queries(client, page_of) == few
