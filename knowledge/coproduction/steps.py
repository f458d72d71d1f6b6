"""Adding to the record of how a resource was made."""

from typing import Any

from django.db import transaction

import audit
from knowledge.coproduction import rules
from knowledge.coproduction.errors import StepRefused
from knowledge.proposals import notices as proposals


@transaction.atomic
def editor_decides(*, task_state: Any, by: Any, publishes: bool, comment: str = "", **_: Any) -> Any:
    """Keep an editor's decision about the latest revision; raises NotAgreed where a step before it is missing.

    Called by the workflow's last task, just before Wagtail publishes.
    """
    from knowledge.models import Resource, Step

    page = Resource.with_versions.get(pk=task_state.workflow_state.object_id)
    revision = page.get_latest_revision()
    if publishes:
        rules.require_all_before_decision(revision)
    step = Step.objects.create(
        resource=page,
        revision=revision,
        stage=Step.Stage.EDITOR,
        outcome=Step.Outcome.DONE if publishes else Step.Outcome.CHANGE,
        role="editor",
        by=by,
        words=comment[:2000],
    )
    audit.record(action="resource.publish" if publishes else "resource.send_back", by=by, object=page)
    if publishes:
        proposals.published(page)
    return step


@transaction.atomic
def check_passed(*, page: Any, by: Any, words: str = "") -> Any:
    """Keep that a person has passed the accessibility check with the latest revision, and move the workflow on.

    Raises StepRefused while something that the check found is neither mended nor explained.
    """
    from knowledge.accessibility import checking
    from knowledge.models import Step

    revision = page.get_latest_revision()
    still_open = [finding for finding in checking.findings(page, revision) if not finding.explanation]
    if still_open:
        raise StepRefused("Mend or explain everything that the check found first.")
    step = Step.objects.create(
        resource_id=page.pk,
        revision=revision,
        stage=Step.Stage.ACCESSIBILITY,
        outcome=Step.Outcome.DONE,
        role="editor",
        by=by,
        words=words[:2000],
    )
    audit.record(action="resource.check", by=by, object=page)
    move_on(page, "accessibilitycheck", by)
    return step


def move_on(page: Any, task: str, by: Any) -> None:
    """Approve the workflow's current task of this kind, if that is what the page waits for."""
    state = page.current_workflow_task_state
    if state and state.task.specific._meta.model_name == task:
        # What was done is done on the newest words, whatever the task began with.
        state.revision = page.get_latest_revision()
        state.save(update_fields=["revision"])
        state.approve(user=by)


def send_back(page: Any, by: Any, comment: str) -> None:
    """Put the workflow to "needs changes", if it is at a task."""
    state = page.current_workflow_task_state
    if state:
        state.reject(user=by, comment=comment)
