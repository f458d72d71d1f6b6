"""Members propose resources; editors take them up as drafts or say why not; whoever proposed hears of it."""

import pytest
from django.urls import reverse

from audit.models import AuditRow
from knowledge.coproduction import reviewers
from knowledge.coproduction.errors import StepRefused
from knowledge.models import Guidance, Proposal, Resource, Step
from knowledge.proposals import actions
from knowledge.proposals.errors import ProposalRefused
from notify.models import Notification
from tenants import suggestions
from tenants.suggestions import Suggestion
from tests.knowledge.making import agree, decide, pass_check, submit
from tests.queries import count_queries

FIELDS = {
    "title": "What happens at a first visit",
    "helps": "I did not know what they would ask.\n\nI would have brought my sister.",
    "kind": "",
    "groups": ["mental_health"],
    "role": "budget_holder",
    "name": "Bea Birch",
}


@pytest.fixture
def holder(client_as, kernow):
    return client_as("budget-holder", area=kernow)


@pytest.fixture
def editor(client_as, front):
    client = client_as("knowledge-editor")
    client.get("/cms/")
    return client


def propose(client, **changes):
    answer = client.post(reverse("knowledge:propose"), {**FIELDS, **changes})
    assert answer.status_code == 302, answer.content.decode()
    return Proposal.objects.order_by("-pk").first()


def take_up(editor, proposal, kind="guidance"):
    return editor.post(reverse("knowledge:proposal-take-up", args=[proposal.public_id]), {"kind": kind})


def titles(person):
    return list(
        Notification.objects.filter(to=person, kind__startswith="knowledge")
        .order_by("pk")
        .values_list("title", flat=True)
    )


def test_budget_holder_proposes_and_the_editors_hear_of_it(holder, editor, kernow):
    proposal = propose(holder)

    assert (proposal.by, proposal.area, proposal.groups, proposal.state) == (
        holder.person, kernow, ["mental_health"], "new"
    )  # fmt: skip
    assert titles(editor.person) == ["Proposed: What happens at a first visit"]
    shown = editor.get(reverse("knowledge:proposals")).content.decode()
    assert "What happens at a first visit" in shown
    assert "1 proposal waits for your answer" in editor.get("/home/").content.decode()


def test_name_is_kept_only_with_the_tick(holder):
    assert propose(holder).name == ""
    assert propose(holder, may_be_named="on").name == "Bea Birch"


def test_proposal_without_words_is_refused_and_keeps_what_was_typed(holder):
    answer = holder.post(reverse("knowledge:propose"), {**FIELDS, "helps": ""})

    assert answer.status_code == 422
    assert "Say what it would help with." in answer.content.decode()
    assert "What happens at a first visit" in answer.content.decode()
    assert not Proposal.objects.exists()


def test_taken_up_it_is_a_draft_with_its_author_credited_and_told(holder, editor, kernow):
    proposal = propose(holder, may_be_named="on")

    assert take_up(editor, proposal).status_code == 302

    page = Guidance.objects.get()
    assert not page.live
    assert (page.title, page.author, page.area_of_origin, page.groups) == (
        "What happens at a first visit", holder.person, kernow, ["mental_health"]
    )  # fmt: skip
    assert "I would have brought my sister." in str(page.body)
    assert [person.credit for person in page.co_producers.all()] == ["Bea Birch, person with a personal budget"]
    step = Step.objects.get()
    assert (step.stage, step.role, step.by) == ("proposal", "budget_holder", holder.person)
    assert titles(holder.person) == ["A draft is being written of: What happens at a first visit"]
    shown = holder.get(reverse("knowledge:proposal", args=[proposal.public_id])).content.decode()
    assert "A draft is being written." in shown
    assert "Taken up" in holder.get(reverse("knowledge:my-proposals")).content.decode()


def test_proposer_hears_when_it_is_published_and_agrees_nothing_of_their_own(holder, editor):
    take_up(editor, propose(holder))
    page = Guidance.objects.get()
    with pytest.raises(StepRefused, match="nobody agrees their own words"):
        reviewers.invite(page=page, email=holder.person.email, role="carer", by=editor.person)

    submit(page, editor.person)
    agree(page, editor.person)
    pass_check(page, editor.person)
    decide(page, editor.person)

    assert titles(holder.person)[-1] == "Published: What happens at a first visit"
    shown = holder.get(Resource.objects.get(pk=page.pk).get_url()).content.decode()
    assert "Person with a personal budget: Proposed it" in shown
    assert "Bea Birch" not in shown


def test_declined_with_a_reason_that_its_author_reads(holder, editor):
    proposal = propose(holder)
    address = reverse("knowledge:proposal-decline", args=[proposal.public_id])

    assert editor.post(address, {"reason": " "}).status_code == 422
    assert editor.post(address, {"reason": "There is such a page: see Planning."}).status_code == 302

    shown = holder.get(reverse("knowledge:proposal", args=[proposal.public_id])).content.decode()
    assert "There is such a page: see Planning." in shown
    assert titles(holder.person) == ["Not taken up: What happens at a first visit"]


def test_answered_once(holder, editor):
    proposal = propose(holder)
    take_up(editor, proposal)

    with pytest.raises(ProposalRefused, match="answered already"):
        actions.decline(proposal=proposal, reason="No.", by=editor.person)
    assert take_up(editor, proposal).status_code == 302
    assert Guidance.objects.count() == 1


def test_others_do_not_see_it(holder, client_as, kernow, bristol):
    proposal = propose(holder)

    for other in (client_as("budget-holder", area=kernow), client_as("area-lead", area=bristol)):
        assert other.get(reverse("knowledge:proposal", args=[proposal.public_id])).status_code == 404
        assert proposal.title not in other.get(reverse("knowledge:my-proposals")).content.decode()
        assert other.get(reverse("knowledge:proposals")).status_code == 403


def test_two_drafts_of_one_title_and_one_of_a_view_have_addresses_of_their_own(holder, editor):
    for title in ("Review", "Review", "!!"):
        take_up(editor, propose(holder, title=title))

    assert sorted(Guidance.objects.values_list("slug", flat=True)) == ["proposal", "review-2", "review-3"]


def test_audit_repeats_no_words_of_it(holder):
    propose(holder)

    row = AuditRow.objects.get(action="proposal.make")
    assert "first visit" not in f"{row.object_words} {row.detail}"


def test_suggestion_of_another_room_arrives_once_with_its_author(front, holder, kernow):
    lesson = Suggestion("room.thing:1", "Begin small", "Three people are enough.", "A session", holder.person, kernow)

    suggestions.suggest(lesson)
    suggestions.suggest(lesson)

    proposal = Proposal.objects.get()
    assert (proposal.title, proposal.by, proposal.area, proposal.came_from) == (
        "Begin small", holder.person, kernow, "A session"
    )  # fmt: skip
    found = suggestions.addresses(["room.thing:1", "room.thing:2"])
    assert list(found) == ["room.thing:1"]
    assert holder.get(found["room.thing:1"]).status_code == 200


def test_list_has_as_many_queries_for_many_as_for_few(editor, holder):
    propose(holder)
    few = count_queries(editor, reverse("knowledge:proposals"))
    for _ in range(4):
        propose(holder)

    assert count_queries(editor, reverse("knowledge:proposals")) == few
