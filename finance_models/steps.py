"""The path through finance models as steps: each says where it stands, and what blocks the next.

    steps.register(Step("data", "Data", 20, words=words_of, route="finance:data"))

`words(area)` is asked in the area's schema, once for each show of the page: keep it to a few queries.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest

from finance_models.pages import may_read
from tenants.models.areas import Area
from ui import navigation

SECTION = "finance"  # the entry of an area's navigation under which the steps stand


@dataclass(frozen=True)
class Standing:
    """Where a step stands: a tag's status, and a sentence."""

    status: str
    words: str


@dataclass(frozen=True)
class Step:
    """One step of the path, for those to whom it `is_visible`."""

    key: str
    title: str
    order: int
    words: Callable[[Area], Standing]
    route: str
    is_visible: navigation.Visibility = may_read


_steps: dict[str, Step] = {}


def register(step: Step) -> None:
    """Add a step to the path and to the navigation within finance. The same key again replaces it."""
    _steps[step.key] = step
    item = navigation.NavigationItem(step.key, step.title, step.route, order=step.order, is_visible=step.is_visible)
    navigation.register_under(SECTION, item)


def steps_for(request: HttpRequest) -> list[Step]:
    """The steps that this person sees, in order."""
    seen = [step for step in _steps.values() if step.is_visible(request)]
    return sorted(seen, key=lambda step: (step.order, step.key))
