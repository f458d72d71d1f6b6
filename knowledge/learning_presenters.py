"""What a learning page shows: its steps, and what the reader has done."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from accounts.permissions import Permission
from knowledge import presenters, resource_presenters
from tenants import groups


@dataclass(frozen=True)
class StepShown:
    """A step: the resource, what to do with it, and whether the reader has done it."""

    key: int
    title: str
    href: str
    summary: str
    task: str
    is_done: bool


def learning(request: HttpRequest, page: Any) -> dict[str, Any]:
    """`steps` (of published resources only), `done`, `may_complete`, `for_whom`, `trail` and `edit_href`."""
    access: Any = getattr(request, "access", None)
    may_complete = bool(page.pk and access and access.can(Permission.LEARNING_COMPLETE))
    mine = _done_by(request.user, page) if may_complete else set()
    steps = [
        StepShown(
            step.resource_id,
            step.resource.title,
            step.resource.get_url() or "",
            step.resource.summary,
            step.task,
            step.resource_id in mine,
        )
        for step in page.learning_steps.all().select_related("resource")
        if step.resource.live
    ]
    return {
        "steps": steps,
        "done": sum(step.is_done for step in steps),
        "may_complete": may_complete,
        "for_whom": for_whom(page),
        "trail": resource_presenters.trail(page),
        "edit_href": presenters.edit_href(request, page),
    }


def for_whom(page: Any) -> str:
    """The cohort and the groups, in a sentence."""
    names = [groups.BY_KEY[key].name for key in page.groups if key in groups.BY_KEY]
    cohort = str(page.cohort) if page.cohort else "Every implementation cohort"
    return f"{cohort}. {'; '.join(names) or 'All groups'}."


def _done_by(user: Any, page: Any) -> set[int]:
    return set(page.completions.filter(user=user).values_list("resource_id", flat=True))
