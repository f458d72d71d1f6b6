"""The workflow "Co-production" in Wagtail: its three tasks in order, on everything below the knowledge base."""

from typing import Any

from django.db import transaction

NAME = "Co-production"


@transaction.atomic
def make_workflow(below: Any) -> Any:
    """The workflow, with its tasks, on the page `below`. Safe to run at any time: what is there stays."""
    from wagtail.models import Workflow, WorkflowPage, WorkflowTask

    from knowledge.models import AccessibilityCheck, EditorDecision, LivedExperienceReview

    workflow, _ = Workflow.objects.get_or_create(name=NAME)
    for order, (task_type, name) in enumerate(
        (
            (LivedExperienceReview, "Review with lived experience"),
            (AccessibilityCheck, "Accessibility check"),
            (EditorDecision, "Editor’s decision"),
        )
    ):
        task, _ = task_type.objects.get_or_create(name=name)
        WorkflowTask.objects.get_or_create(workflow=workflow, task=task.task_ptr, defaults={"sort_order": order})
    WorkflowPage.objects.update_or_create(page_id=below.pk, defaults={"workflow": workflow})
    return workflow
