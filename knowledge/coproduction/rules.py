"""What has to be done before a resource may be published.

The database holds the part that nobody may leave out: a published resource's words are agreed by somebody with lived
experience (see `database.py`). This module says the same with a reason, and asks for the other steps too.
"""

from typing import Any

from knowledge.consents import rules as consents
from knowledge.coproduction import digests
from knowledge.coproduction.digests import Digests
from knowledge.coproduction.errors import NotAgreed, StepRefused

LIVED_EXPERIENCE_MISSING = "Nobody with lived experience has agreed these words yet."
CHANGE_ASKED_FOR = "A reviewer with lived experience has asked for a change."
ACCESSIBILITY_MISSING = "The accessibility check has not been passed with this content."
EDITOR_MISSING = "No editor has decided to publish this content."
RESOURCE_MISSING = "The page that it is a version of is not published. Publish that one: this goes with it."
NOT_PUBLISHED = "The page is not published."


def may_publish(page: Any, revision: Any) -> bool:
    """Whether every step is done on what this revision of the page holds."""
    return not missing(page.pk, digests.of_revision(revision))


def missing(page_id: int, content: Digests) -> list[str]:
    """What is not done yet on this content, as sentences; empty when it may be published."""
    found = missing_of_steps(page_id, content)
    if not found and _is_version_of_a_draft(page_id):
        found.append(RESOURCE_MISSING)
    if not found and not _done(page_id, "editor").filter(content_digest=content.content).exists():
        found.append(EDITOR_MISSING)
    return found


def missing_of_steps(page_id: int, content: Digests) -> list[str]:
    """As `missing`, without the editor's own decision, which comes last."""
    found = []
    if not _is_agreed(page_id, content.words):
        found.append(LIVED_EXPERIENCE_MISSING)
    elif _has_open_change(page_id, content.words):
        found.append(CHANGE_ASKED_FOR)
    if not _done(page_id, "accessibility").filter(content_digest=content.content).exists():
        found.append(ACCESSIBILITY_MISSING)
    return [*found, *consents.missing(page_id)]


def missing_before_decision(revision: Any) -> list[str]:
    """What is not done before an editor decides about a revision."""
    page_id = int(revision.object_id)
    found = missing_of_steps(page_id, digests.of_revision(revision))
    return found or ([RESOURCE_MISSING] if _is_version_of_a_draft(page_id) else [])


def is_done(stage: str, revision: Any) -> bool:
    """Whether a stage before the editor's is done on what this revision holds."""
    page_id, content = int(revision.object_id), digests.of_revision(revision)
    if stage == "lived_experience":
        return _is_agreed(page_id, content.words) and not _has_open_change(page_id, content.words)
    return _done(page_id, stage).filter(content_digest=content.content).exists()


def require(page: Any, revision: Any) -> None:
    """Raises NotAgreed, naming what is missing, unless the revision may be published."""
    _refuse(missing(page.pk, digests.of_revision(revision)))


def require_of_page(page_id: int) -> None:
    """Raises NotAgreed unless what a resource's own row holds may be published."""
    _refuse(missing(page_id, digests.of_page(page_id)))


def require_agreement(revision: Any) -> None:
    """Raises NotAgreed unless somebody with lived experience has agreed what the revision holds."""
    if not is_done("lived_experience", revision):
        raise NotAgreed(f"{LIVED_EXPERIENCE_MISSING} Only they can, by the private link that you send them.")


def require_all_before_decision(revision: Any) -> None:
    """Raises NotAgreed unless everything but the editor's decision is done."""
    _refuse(missing_before_decision(revision))


def step_refused(words: str) -> StepRefused:
    """The refusal of a step, in words."""
    return StepRefused(words)


def _refuse(found: list[str]) -> None:
    if found:
        raise NotAgreed(" ".join([NOT_PUBLISHED, *found]))


def _done(page_id: int, stage: str) -> Any:
    from knowledge.models import Step

    return Step.objects.filter(resource_id=page_id, stage=stage).exclude(outcome="change")


def _is_version_of_a_draft(page_id: int) -> bool:
    """Whether it is an Easy Read version or a translation of a resource that isn't published."""
    from knowledge.models import Resource

    return Resource.with_versions.filter(pk=page_id, version_of__live=False).exists()


def _is_agreed(page_id: int, words: str) -> bool:
    return bool(words) and _done(page_id, "lived_experience").filter(words_digest=words).exists()


def _has_open_change(page_id: int, words: str) -> bool:
    """Whether somebody's last word about these very words is that they should change."""
    from knowledge.models import Step

    said = Step.objects.filter(resource_id=page_id, stage="lived_experience", words_digest=words).order_by("at", "pk")
    last = {row["reviewer_id"]: row["outcome"] for row in said.values("reviewer_id", "outcome")}
    return "change" in last.values()
