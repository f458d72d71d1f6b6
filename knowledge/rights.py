"""Who may use the addresses of the knowledge base that aren't Wagtail's; see `accounts.rights_table`."""

from typing import Any

from accounts.rights_table import AREA_STAFF, PAGE_EDITORS, PUBLIC, Row
from knowledge.consents import rights as consents
from knowledge.finding import rights as finding
from knowledge.keeping import rights as keeping
from knowledge.proposals import rights as proposals
from knowledge.readers import rights as readers

READERS = [*PAGE_EDITORS, "evaluator", "board-member"]
GET_AND_POST = ("GET", "POST")


def _draft(world: Any) -> Any:
    """A draft with one revision, made once."""
    from knowledge.models import KnowledgeIndex, Method

    page = Method.objects.filter(slug="for-the-rights-table").first()
    if page is None:
        facts = {"title": "A draft", "slug": "for-the-rights-table", "summary": "In short.", "live": False}
        page = KnowledgeIndex.objects.get().add_child(instance=Method(**facts))
        page.save_revision()
    return page


def _page(world: Any) -> dict[str, Any]:
    return {"page": _draft(world).pk}


def _token(world: Any) -> dict[str, Any]:
    from knowledge.models import Reviewer

    reviewer, token = _new_reviewer(world)
    assert Reviewer.objects.open().filter(pk=reviewer.pk).exists()
    return {"token": token}


def _reviewer(world: Any) -> dict[str, Any]:
    return {**_page(world), "reviewer": _new_reviewer(world)[0].pk}


def _new_reviewer(world: Any) -> tuple[Any, str]:
    from django.utils import timezone

    from knowledge.coproduction import links, reviewers
    from knowledge.models import Reviewer

    token = links.new_token()
    facts = {"email": "r@example.org", "role": "carer", "expires_at": timezone.now() + reviewers.OPEN_FOR}
    return Reviewer.objects.create(resource_id=_draft(world).pk, token_digest=links.digest(token), **facts), token


def _finding(world: Any) -> dict[str, Any]:
    """What the check finds on a draft whose one sentence is very long."""
    from knowledge.accessibility import checking

    page = _draft(world)
    page.summary = " ".join(["word"] * 40) + "."
    revision = page.save_revision()
    return {**_page(world), "finding": checking.findings(page, revision)[0].key}


def _step(world: Any) -> dict[str, Any]:
    """A step of a learning page, of a sample that is published."""
    from knowledge.coproduction import sample
    from knowledge.models import KnowledgeIndex, LearningPage, LearningStep, Method

    index = KnowledgeIndex.objects.get()
    page = LearningPage.objects.filter(slug="learning-of-the-rights-table").first()
    if page is None:
        facts = {"title": "A step", "slug": "step-of-the-rights-table", "summary": "In short.", "is_sample": True}
        step = sample.publish(index.add_child(instance=Method(**facts)))
        facts = {"title": "Learning", "slug": "learning-of-the-rights-table", "intro": "In short."}
        page = index.add_child(instance=LearningPage(**facts, learning_steps=[LearningStep(resource=step)]))
    return {"page": page.pk, "resource": page.learning_steps.get().resource_id}


def _published(world: Any) -> Any:
    """A published sample with a recording, and its Easy Read version, made once."""
    from django.core.files.base import ContentFile
    from wagtail.documents import get_document_model

    from knowledge.coproduction import sample
    from knowledge.models import KnowledgeIndex, Method
    from knowledge.versions import actions

    page = Method.objects.filter(slug="read-aloud-of-the-rights-table").first()
    if page is None:
        audio = get_document_model().objects.create(title="Aloud", file=ContentFile(b"\xff\xfb\x90\x00", name="a.mp3"))
        facts = {"title": "Aloud", "slug": "read-aloud-of-the-rights-table", "summary": "In short.", "is_sample": True}
        page = KnowledgeIndex.objects.get().add_child(instance=Method(**facts, audio=audio))
        page = sample.publish(page)
        sample.publish(actions.start(page=page, version=actions.EASY_READ, by=None))
    return page


def _read_aloud(world: Any) -> dict[str, Any]:
    return {"page": _published(world).pk}


def _print(world: Any) -> dict[str, Any]:
    return {**_read_aloud(world), "layout": "large-print"}


def _version(world: Any) -> dict[str, Any]:
    from knowledge.models import EasyRead

    return {"page": EasyRead.objects.get(version_of_id=_published(world).pk).pk}


def _token_of_a_recording(world: Any) -> dict[str, Any]:
    """A reviewer's link to a page with a recording."""
    from django.utils import timezone

    from knowledge.coproduction import links, reviewers
    from knowledge.models import Reviewer

    token = links.new_token()
    facts = {"email": "r@example.org", "role": "carer", "expires_at": timezone.now() + reviewers.OPEN_FOR}
    Reviewer.objects.create(resource_id=_published(world).pk, token_digest=links.digest(token), **facts)
    return {"token": token}


ROWS = [
    Row("knowledge:review", PUBLIC, GET_AND_POST, sample=_token, also=(422,)),
    Row("knowledge:review-page", PUBLIC, sample=_token),
    Row("knowledge:drafts", READERS),
    Row("knowledge:draft", READERS, sample=_page),
    Row("knowledge:making", PAGE_EDITORS, sample=_page),
    Row("knowledge:ask", PAGE_EDITORS, GET_AND_POST, sample=_page, also=(422,)),
    Row("knowledge:take-back", PAGE_EDITORS, GET_AND_POST, sample=_reviewer),
    Row("knowledge:explain", PAGE_EDITORS, GET_AND_POST, sample=_finding, also=(422,)),
    Row("knowledge:start-version", PAGE_EDITORS, GET_AND_POST, sample=_page, also=(422,)),
    Row("knowledge:confirm-version", PAGE_EDITORS, ("POST",), sample=_version),
    Row("knowledge:print", PUBLIC, sample=_print, also=(503,)),
    Row("knowledge:audio", PUBLIC, sample=_read_aloud),
    Row("knowledge:review-audio", PUBLIC, sample=_token_of_a_recording),
    Row("knowledge:mark", AREA_STAFF, ("POST",), sample=_step),
    Row("knowledge:pass-check", PAGE_EDITORS, ("POST",), sample=_page),
    *finding.ROWS,
    *keeping.ROWS,
    *readers.ROWS,
    *consents.ROWS,
    *proposals.ROWS,
]
