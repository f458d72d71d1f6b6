"""What editors see of how a resource is made."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404
from django.urls import reverse

from knowledge.accessibility import checking
from knowledge.accessibility.findings import Finding
from knowledge.consents import rules as consents
from knowledge.consents.presenters import may_see
from knowledge.coproduction import digests, record, rules
from knowledge.formats.presenters import is_behind
from knowledge.versions import states
from ui import formats


@dataclass(frozen=True)
class StageShown:
    """One stage: its name, whether it is done on the words as they stand, and what is to be done if not."""

    name: str
    status: str
    text: str


def draft_rows(drafts: list[Any], route: str) -> list[list[Any]]:
    """Rows of the list of drafts, each leading to this route; two more queries, however many drafts there are."""
    waiting = record.waiting_at([draft.pk for draft in drafts])
    return [
        [
            {"text": draft.draft_title, "href": reverse(f"knowledge:{route}", args=[draft.pk])},
            draft.kind_name,
            waiting.get(draft.pk, "Being written"),
            {"text": formats.date(draft.latest_revision_created_at)},
        ]
        for draft in drafts
    ]


def making(page: Any, access: Any) -> dict[str, Any]:
    """Everything about one resource: stages, reviewers, findings, record, and what to do next."""
    revision = page.get_latest_revision()
    content = digests.of_revision(revision)
    found = checking.findings(page, revision)
    still_open = [finding for finding in found if not finding.explanation]
    missing = rules.missing(page.pk, content)
    return {
        "resource": page,
        "title_now": revision.content.get("title", page.title),
        "stages": [*consent_stage(page), *_stages(missing, still_open, bool(record.waiting_at([page.pk])))],
        "reviewers": [_reviewer_row(page, each) for each in page.reviewers.prefetch_related("steps")],
        "findings": found,
        "still_open": still_open,
        "check_is_passed": rules.ACCESSIBILITY_MISSING not in missing,
        "is_published_as_it_stands": page.live and not page.has_unpublished_changes,
        "in_workflow": page.workflow_in_progress,
        "record": record.of_page(page.pk, with_words=True),
        "may_see_consent": page.kind == "story" and may_see(access, page),
        "edit_href": reverse("wagtailadmin_pages:edit", args=[page.pk]),
        "preview_href": reverse("wagtailadmin_pages:view_draft", args=[page.pk]),
        **_versions(page),
    }


def finding(page: Any, key: str) -> Finding:
    """One finding of the latest revision; raises Http404 where the check no longer finds it."""
    found = {each.key: each for each in checking.findings(page, page.get_latest_revision())}
    if key not in found:
        raise Http404("The check no longer finds this.")
    return found[key]


def _versions(page: Any) -> dict[str, Any]:
    """Of a resource, its `versions`; of a version, `main` and whether it is behind that."""
    if not page.version_of_id:
        return {"versions": states.of_resource(page), "main": None, "is_behind": False}
    main = page.version_of
    return {"versions": [], "main": main, "is_behind": page.live and is_behind(page, main)}


def consent_stage(page: Any) -> list[StageShown]:
    """A story stands on the consent of the person whose story it is; other pages have no such stage."""
    if consents.story_of(page.pk) is None:
        return []
    lacks = consents.missing(page.pk)
    return [StageShown("Consent", "waiting" if lacks else "done", lacks[0] if lacks else "Covers that it is shown.")]


def _stages(missing: list[str], still_open: list[Finding], in_workflow: bool) -> list[StageShown]:
    agreed = rules.LIVED_EXPERIENCE_MISSING not in missing
    if rules.CHANGE_ASKED_FOR in missing:
        first = StageShown("Review with lived experience", "change_asked", "Make the change, then ask again.")
    elif agreed:
        first = StageShown("Review with lived experience", "done", "Agreed in these words.")
    else:
        first = StageShown("Review with lived experience", "waiting", "Ask somebody, and wait for their answer.")
    checked = rules.ACCESSIBILITY_MISSING not in missing
    words = f"{len(still_open)} to mend or explain." if still_open else "Look at the page yourself, then pass it."
    second = StageShown("Accessibility check", "done" if checked else "waiting", "Passed." if checked else words)
    decided = not missing
    where = "Publish it in the editor." if in_workflow else "In the editor, submit the page to “Co-production”."
    third = StageShown("Editor’s decision", "done" if decided else "waiting", "Published." if decided else where)
    return [first, second, third]


def _reviewer_row(page: Any, reviewer: Any) -> dict[str, Any]:
    said = [step.get_outcome_display() for step in reviewer.steps.all()]
    return {
        "who": reviewer.email or "Address taken out",
        "role": reviewer.credit,
        "said": said[-1] if said else "No answer yet",
        "until": reviewer.expires_at,
        "take_back": reverse("knowledge:take-back", args=[page.pk, reviewer.pk]) if reviewer.is_open else None,
    }
