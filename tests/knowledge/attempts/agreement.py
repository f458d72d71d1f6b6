"""By an agreement that isn't one: of somebody else, of other words, of a link that has ended."""

from django.utils import timezone
from wagtail.models import Revision

from knowledge.coproduction import reviewers
from knowledge.models import Resource, Reviewer, Step
from tests.knowledge.attempts import attempt, unagreed
from tests.knowledge.making import agree, answer, decide, invite, pass_check, submit


def through_the_workflow(scene):
    """All that an editor can do."""
    pass_check(scene.draft, scene.person)
    decide(scene.draft, scene.person)


def claim(scene, **facts):
    """A row that says that somebody agreed."""
    facts = {"resource_id": scene.draft.pk, "revision": scene.revision(), "role": "carer", **facts}
    Step.objects.create(stage="lived_experience", outcome="agreed", **facts)
    Step.objects.create(**{**facts, "role": "editor", "reviewer": None}, stage="accessibility", outcome="done")
    Step.objects.create(**{**facts, "role": "editor", "reviewer": None}, stage="editor", outcome="done")
    scene.revision().publish()


def reviewer(page):
    return Reviewer.objects.create(
        resource_id=page.pk, role="carer", token_digest=f"of {page.pk}", expires_at=timezone.now()
    )


@attempt
def editor_claims_an_agreement_of_nobody(scene):
    claim(scene)


@attempt
def practitioner_agrees(scene):
    claim(scene, role="practitioner", reviewer=reviewer(scene.draft))


@attempt
def editor_is_entered_as_reviewer(scene):
    claim(scene, role="editor", reviewer=reviewer(scene.draft))


@attempt
def reviewer_of_another_page_is_claimed(scene):
    claim(scene, reviewer=reviewer(scene.page))


@attempt
def revision_of_another_page_is_claimed(scene):
    claim(scene, reviewer=reviewer(scene.draft), revision=scene.page.get_latest_revision())


@attempt
def digest_of_other_words_is_claimed(scene):
    other = Step.objects.filter(resource_id=scene.page.pk).first()
    facts = {"words_digest": other.words_digest, "content_digest": other.content_digest, "revision": None}
    claim(scene, reviewer=reviewer(scene.draft), **facts)


@attempt
def step_is_changed_to_other_words(scene):
    from knowledge.coproduction import digests

    new = digests.of_revision(scene.page.get_latest_revision())
    Step.objects.filter(resource_id=scene.page.pk).update(words_digest=new.words, content_digest=new.content)
    scene.page.get_latest_revision().publish()


@attempt
def words_are_edited_after_the_agreement(scene):
    scene.draft.body = "[]"
    scene.draft.save_revision()
    submit(scene.draft, scene.person)
    agree(scene.draft, scene.person)
    unagreed(scene.draft)
    through_the_workflow(scene)


@attempt
def revision_is_overwritten_after_the_agreement(scene):
    marked = scene.revision().content
    scene.draft.body = "[]"
    scene.draft.save_revision()
    submit(scene.draft, scene.person)
    agree(scene.draft, scene.person)
    Revision.objects.filter(pk=scene.revision().pk).update(content=marked)
    through_the_workflow(scene)


@attempt
def agreed_words_are_published_and_then_others_saved_beneath(scene):
    Resource.objects.filter(pk=scene.page.pk).update(has_unpublished_changes=False)
    unagreed(scene.page).save()


@attempt
def editor_asks_themselves(scene):
    submit(scene.draft, scene.person)
    answer(scene.draft, invite(scene.draft, scene.person, email=scene.person.email))
    through_the_workflow(scene)


@attempt
def editor_opens_the_reviewers_link(scene):
    submit(scene.draft, scene.person)
    token = invite(scene.draft, scene.person)
    fields = {"decision": "agree", "role": "carer", "revision": scene.revision().pk}
    answer_page = scene.editor.post(f"/knowledge/review/{token}/", fields)
    assert answer_page.status_code == 422
    through_the_workflow(scene)


@attempt
def link_has_ended(scene):
    submit(scene.draft, scene.person)
    token = invite(scene.draft, scene.person)
    found = reviewers.find_open(token)
    Reviewer.objects.update(expires_at=timezone.now())
    reviewers.decide(reviewer=found, revision_id=scene.revision().pk, agrees=True, role="carer")
    through_the_workflow(scene)


@attempt
def link_was_taken_back(scene):
    submit(scene.draft, scene.person)
    found = reviewers.find_open(invite(scene.draft, scene.person))
    reviewers.withdraw(reviewer=found, by=scene.person)
    reviewers.decide(reviewer=found, revision_id=scene.revision().pk, agrees=True, role="carer")
    through_the_workflow(scene)


@attempt
def older_revision_is_agreed(scene):
    marked = scene.revision()
    scene.draft.body = "[]"
    older = scene.draft.save_revision()
    token = invite(scene.draft, scene.person)
    scene.draft.body = marked.as_object().body
    scene.draft.save_revision()
    submit(scene.draft, scene.person)
    answer(scene.draft, token, revision_id=older.pk)
    through_the_workflow(scene)


@attempt
def change_is_asked_for_and_nothing_else(scene):
    submit(scene.draft, scene.person)
    answer(scene.draft, invite(scene.draft, scene.person), agrees=False, words="Say it more simply.")
    through_the_workflow(scene)


@attempt
def page_with_unagreed_words_is_called_a_sample(scene):
    from knowledge.coproduction import sample

    sample.publish(scene.draft)
