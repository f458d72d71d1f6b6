"""The path through finance models as steps: each says where it stands, and what blocks the next.

    steps.register(Step("data", "Data", 20, words=words_of, route="finance:data"))

`words(area)` is asked in the area's schema, once for each show of the page: keep it to a few queries.
"""

from collections.abc import Callable
from dataclasses import dataclass

from finance_models.pages import may_read
from tenants.models import Area
from ui import navigation

SECTION = "finance"  # the entry of an area's navigation under which the steps stand


@dataclass(frozen=True)
class Standing:
    """Where a step stands: a tag's status, and a sentence."""

    status: str
    words: str


@dataclass(frozen=True)
class Step:
    """One step of the path."""

    key: str
    title: str
    order: int
    words: Callable[[Area], Standing]
    route: str


_steps: dict[str, Step] = {}


def register(step: Step) -> None:
    """Add a step to the path and to the navigation within finance. The same key again replaces it."""
    _steps[step.key] = step
    item = navigation.NavigationItem(step.key, step.title, step.route, order=step.order, is_visible=may_read)
    navigation.register_under(SECTION, item)


def all_steps() -> list[Step]:
    """Every step, in order."""
    return sorted(_steps.values(), key=lambda step: (step.order, step.key))
