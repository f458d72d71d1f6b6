"""What waits for knowledge editors."""

from django.http import HttpRequest
from django.urls import reverse
from wagtail.models import TaskState, WorkflowState

from accounts.permissions import Permission
from knowledge.coproduction.workflow import NAME
from ui.home import HomeCard


def cards(request: HttpRequest) -> list[HomeCard]:
    """One card for editors, if resources wait at a step that isn't a reviewer's, or a change was asked for."""
    access = getattr(request, "access", None)
    if not access or not access.can(Permission.CMS_EDIT):
        return []
    waiting = WorkflowState.objects.filter(workflow__name=NAME).active()
    number = (
        waiting.exclude(
            status=WorkflowState.STATUS_IN_PROGRESS,
            current_task_state__task__content_type__model="livedexperiencereview",
            current_task_state__status=TaskState.STATUS_IN_PROGRESS,
        )
    ).count()
    if not number:
        return []
    words = "1 resource waits" if number == 1 else f"{number} resources wait"
    text = "A change is asked for, or the accessibility check or your decision is next."
    return [HomeCard(f"{words} for an editor", text, "Open", reverse("knowledge:drafts"))]
