"""The three lists: what is in each, which table holds the area's word, and which row is published."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import models

from tenants.frameworks import COMPONENTS, KEY_ACTIONS
from tenants.models import Promise
from tenants.returns.models import PublishedKeyAction, PublishedMaturity, PublishedPromise
from tenants.rollout.models import Change, ComponentMaturity, KeyAction, PromiseStanding


@dataclass(frozen=True)
class Item:
    """A thing of a list: `key` in addresses, `value` in the tables, and its words. `given` is where it comes from."""

    key: str
    value: Any
    name: str
    given: Any = None


@dataclass(frozen=True)
class Kind:
    """One list. `lookup` is the field that names the thing; `fields` are the area's to say, in the form's order.

    `published_fields` leave the area; evidence, notes and next steps don't. `dated` is set to the day of saving.
    """

    key: str
    title: str
    one: str
    thing: Change.Thing
    model: type[models.Model]
    lookup: str
    fields: tuple[str, ...]
    published: type[models.Model]
    published_fields: tuple[str, ...]
    action: str
    items: Callable[[], list[Item]]
    dated: str = ""

    def item(self, key: str) -> Item | None:
        """The thing that an address names."""
        return next((item for item in self.items() if item.key == key), None)

    def rows(self) -> dict[Any, Any]:
        """What the area has said, by the thing's value; in the area's schema."""
        return {getattr(row, self.lookup): row for row in self.model._default_manager.all()}


def _components() -> list[Item]:
    return [Item(each.key.lower(), each.key, f"{each.key}: {each.name}", each) for each in COMPONENTS]


def _key_actions() -> list[Item]:
    return [Item(str(number), number, words) for number, words in enumerate(KEY_ACTIONS, 1)]


def _promises() -> list[Item]:
    return [
        Item(each.key, each.key, each.statement[:1].upper() + each.statement[1:], each)
        for each in Promise.objects.all()
    ]


MATURITY = Kind(
    key="maturity",
    title="Service components",
    one="service component",
    thing=Change.Thing.MATURITY,
    model=ComponentMaturity,
    lookup="component",
    fields=("level", "evidence", "next_step", "assessed_on"),
    published=PublishedMaturity,
    published_fields=("component", "level"),
    action="maturity.assess",
    items=_components,
)
ACTIONS = Kind(
    key="key-actions",
    title="Key actions",
    one="key action",
    thing=Change.Thing.KEY_ACTION,
    model=KeyAction,
    lookup="number",
    fields=("state", "planned_by", "done_on", "share_done", "note"),
    published=PublishedKeyAction,
    published_fields=("number", "state", "planned_by", "done_on", "share_done"),
    action="key_action.change",
    items=_key_actions,
)
PROMISES = Kind(
    key="promises",
    title="Promises",
    one="promise",
    thing=Change.Thing.PROMISE,
    model=PromiseStanding,
    lookup="key",
    fields=("status", "where_it_stands", "expected_by"),
    published=PublishedPromise,
    published_fields=("key", "status", "where_it_stands", "expected_by"),
    action="promise.change",
    items=_promises,
    dated="said_on",
)
BY_KEY = {kind.key: kind for kind in (MATURITY, ACTIONS, PROMISES)}
