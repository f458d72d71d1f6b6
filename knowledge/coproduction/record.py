"""Reading how a resource was made: for its page, and for its editors."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from wagtail.models import TaskState, WorkflowState

from knowledge.coproduction import roles


@dataclass(frozen=True)
class Done:
    """One line of the record: what, by whom (by role, with the name where they agreed), when; words for editors."""

    what: str
    who: str
    at: datetime
    words: str = ""


WHAT = {
    ("proposal", "done"): "Proposed it",
    ("lived_experience", "agreed"): "Agreed it, from lived experience",
    ("lived_experience", "change"): "Asked for a change, from lived experience",
    ("accessibility", "done"): "Checked that everybody can use it",
    ("editor", "done"): "Decided to publish it",
    ("editor", "change"): "Asked for a change",
}


def of_page(page_id: int, *, with_words: bool = False) -> list[Done]:
    """Everything that was done, the oldest first. What people said is for editors only (`with_words`)."""
    from knowledge.models import Step

    steps = Step.objects.filter(resource_id=page_id).select_related("reviewer").order_by("at", "pk")
    return [
        Done(
            WHAT.get((step.stage, step.outcome), str(step)),
            step.reviewer.credit if step.reviewer and step.reviewer.name else roles.BY_KEY[step.role].name,
            step.at,
            step.words if with_words else "",
        )
        for step in steps
    ]


def waiting_at(page_ids: list[int]) -> dict[int, str]:
    """Page number -> the task of the workflow that it waits at, in one query."""
    states: Any = WorkflowState.objects.filter(
        object_id__in=[str(key) for key in page_ids],
        status__in=[WorkflowState.STATUS_IN_PROGRESS, WorkflowState.STATUS_NEEDS_CHANGES],
    ).select_related("current_task_state__task")
    found = {}
    for state in states:
        task = state.current_task_state
        if task:
            asked = task.status == TaskState.STATUS_REJECTED
            found[int(state.object_id)] = f"{task.task.name}: {'a change is asked for' if asked else 'waiting'}"
    return found
