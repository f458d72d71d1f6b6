"""How long things are kept: rules that packages and rooms register, and that one task a night carries out.

retention.register(Rule("notices-read", "Messages that were read", days=180, why="…", source="…",
                        past=lambda before: Notice.objects.filter(read_at__lt=before)))
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone


@dataclass(frozen=True)
class Rule:
    """One kind of thing, and how long it is kept.

    `past(before)` are the rows that are older than `days` (a queryset of the shared schema). `delete(before)` takes
    them away and returns how many, where deleting rows isn't all (files, say); without it the rows are deleted.
    What lies in the areas' schemas is no one queryset: there `count(before)` stands in the place of `past`.
    `days` None is "not deleted by the application", and `why` says so. `source` names the rule's own source.
    """

    key: str
    what: str
    days: int | None
    why: str
    source: str
    past: Callable[[datetime.datetime], QuerySet[Any]] | None = None
    delete: Callable[[datetime.datetime], int] | None = None
    count: Callable[[datetime.datetime], int] | None = None

    @property
    def is_carried_out(self) -> bool:
        """False for a rule that only says how long something is kept."""
        return self.days is not None and (self.past is not None or self.delete is not None)

    def before(self, now: datetime.datetime | None = None) -> datetime.datetime:
        """What is older than this has to go."""
        return (now or timezone.now()) - datetime.timedelta(days=self.days or 0)


_rules: dict[str, Rule] = {}


def register(rule: Rule) -> None:
    """Add a rule; raises ValueError where its key is another's."""
    if _rules.setdefault(rule.key, rule) != rule:
        raise ValueError(f"There is another retention rule called {rule.key!r}.")


def unregister(key: str) -> None:
    """Take a rule away again; for tests that registered one."""
    _rules.pop(key, None)


def rules() -> list[Rule]:
    """Every rule, in order of its words."""
    return sorted(_rules.values(), key=lambda rule: rule.what)
