"""The three tasks of the workflow "Co-production", in Wagtail's own terms. What they ask for is in `coproduction`."""

from typing import Any

from django.db.models import QuerySet
from wagtail.models import Task, TaskState

from knowledge import page_permissions
from knowledge.coproduction import rules, steps
from knowledge.versions import following


class CoproductionTask(Task):
    """What the three tasks have in common: a page that was agreed before in the same words passes at once."""

    stage = ""

    class Meta:
        abstract = True

    def start(self, workflow_state: Any, user: Any = None) -> TaskState:
        """Begin the task; what was done already on these words isn't asked for again."""
        state = super().start(workflow_state, user=user)
        if self.stage and rules.is_done(self.stage, state.revision):
            state.status = TaskState.STATUS_SKIPPED
            state.save(update_fields=["status"])
        return state

    def get_task_states_user_can_moderate(self, user: Any, **kwargs: Any) -> QuerySet[TaskState]:
        """What waits at this task, for editors."""
        if page_permissions.is_editor(user):
            return self.task_states.filter(status=TaskState.STATUS_IN_PROGRESS)
        return TaskState.objects.none()


class LivedExperienceReview(CoproductionTask):
    """At least one person with lived experience agrees on the words. Nobody can do this in the editor."""

    stage = "lived_experience"

    class Meta:
        verbose_name = "review with lived experience"

    def start(self, workflow_state: Any, user: Any = None) -> TaskState:
        """Begin the task; those who have answered before are told that the page waits for them again."""
        from knowledge.coproduction import reviewers  # it needs people's accounts, which load later

        state = super().start(workflow_state, user=user)
        if state.status == TaskState.STATUS_IN_PROGRESS:
            reviewers.tell_of_changes(int(workflow_state.object_id))
        return state

    def on_action(self, task_state: TaskState, user: Any, action_name: str, **kwargs: Any) -> None:
        """Raises NotAgreed for an approval in the editor; a reviewer's link is the one way to agree."""
        if action_name == "approve":
            rules.require_agreement(task_state.revision)
        super().on_action(task_state, user, action_name, **kwargs)

    @classmethod
    def get_description(cls) -> str:
        """What the editor says of it."""
        return "At least one person with lived experience agrees, by a private link that you send"


class AccessibilityCheck(CoproductionTask):
    """What a program finds is mended or explained, and a person has looked."""

    stage = "accessibility"

    class Meta:
        verbose_name = "accessibility check"

    def on_action(self, task_state: TaskState, user: Any, action_name: str, **kwargs: Any) -> None:
        """Raises StepRefused for an approval that isn't made on the page of the check."""
        if action_name == "approve" and not rules.is_done("accessibility", task_state.revision):
            raise rules.step_refused("Pass the accessibility check on the page “How it is made” first.")
        super().on_action(task_state, user, action_name, **kwargs)

    @classmethod
    def get_description(cls) -> str:
        """What the editor says of it."""
        return "Everything that the check finds is mended or explained, and a person has looked at the page"


class EditorDecision(CoproductionTask):
    """An editor publishes, or asks for changes."""

    class Meta:
        verbose_name = "editor's decision"

    def get_actions(self, obj: Any, user: Any) -> list[tuple[str, str, bool]]:
        """What an editor can do: ask for changes, and publish where nothing is missing."""
        if not page_permissions.is_editor(user):
            return []
        actions = [("reject", "Ask for changes", True)]
        if not rules.missing_before_decision(obj.get_latest_revision()):
            actions.append(("approve", "Publish", False))
        return actions

    def on_action(self, task_state: TaskState, user: Any, action_name: str, **kwargs: Any) -> None:
        """Keeps the decision in the record, and publishes the versions with it; raises NotAgreed for a missing step."""
        if action_name == "approve":
            rules.require_all_before_decision(task_state.workflow_state.content_object.get_latest_revision())
        steps.editor_decides(task_state=task_state, by=user, publishes=action_name == "approve", **kwargs)
        super().on_action(task_state, user, action_name, **kwargs)
        if action_name == "approve":
            following.follow(int(task_state.workflow_state.object_id), by=user)

    @classmethod
    def get_description(cls) -> str:
        """What the editor says of it."""
        return "An editor publishes the page"
