"""Free text in which somebody may be named: searched for an erased person, in the shared tables and in each area's."""

import re
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Any

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Cast

from data_rights import declared

REMOVED = "[name removed]"
WORDS_STAY = "_words_stay"
# A first name alone would be found in half of all texts, and mean somebody else.
SHORTEST_NAME = 5

Around = Callable[[], Iterator[str]]
_around: Around | None = None


@dataclass(frozen=True)
class Found:
    """How many rows of a model name the person; `where` is an area's name, or empty."""

    model: Any
    count: int
    where: str = ""


def register_areas(around: Around) -> None:
    """Give a generator that goes into each area's schema in turn, and yields the area's name in it."""
    global _around
    _around = around


def words_of(user: Any) -> list[str]:
    """What to look for: the whole name, unless it is very short, and every e-mail address."""
    addresses = list(user.emailaddress_set.values_list("email", flat=True)) if user.pk else []
    name = user.name.strip()
    names = [name] if len(name) >= SHORTEST_NAME else []
    return sorted({user.email, *addresses, *names}, key=lambda each: (-len(each), each))


def remove(wanted: list[str]) -> list[str]:
    """Put "[name removed]" in the place of these words; returns a sentence for each kind of text changed."""
    done = [Found(model, _remove_from(model, wanted)) for model in _models(shared=True)]
    if _around:
        for where in _around():
            done += [Found(model, _remove_from(model, wanted), where) for model in _models(shared=False)]
    return [
        f"Took the name out of {each.count} {each.model._meta.verbose_name_plural}{_in(each.where)}."
        for each in done
        if each.count
    ]


def _in(where: str) -> str:
    return f" of {where}" if where else ""


def _models(*, shared: bool) -> list[Any]:
    """The models with such text, of the shared schema or of an area's."""
    of_areas = {app.split(".")[-3] for app in settings.TENANT_APPS}
    return [
        model
        for model in declared.models_with_rows()
        if declared.of(model).mentions and (model._meta.app_label not in of_areas) is shared
    ]


def _remove_from(model: Any, wanted: list[str]) -> int:
    fields = [model._meta.get_field(name) for name in declared.of(model).mentions]
    named = Q()
    rows = model._base_manager.all()
    for number, field in enumerate(fields):
        rows = rows.annotate(**{f"text_{number}": Cast(field.name, models.TextField())})
        for words in wanted:
            named |= Q(**{f"text_{number}__icontains": words})
    pattern = re.compile("|".join(re.escape(words) for words in wanted), re.IGNORECASE)
    changed = 0
    for row in rows.filter(named):
        changes = {
            field.name: _shortened(_without(getattr(row, field.name), pattern), field.max_length) for field in fields
        }
        # The history of a plan is never changed but for this: the law's right to be erased stands above it.
        with _protections_of(model):
            changed += model._base_manager.filter(pk=row.pk).update(**changes)
    return changed


def _without(value: Any, pattern: re.Pattern[str]) -> Any:
    if isinstance(value, str):
        return pattern.sub(REMOVED, value)
    if isinstance(value, list):
        return [_without(each, pattern) for each in value]
    if isinstance(value, dict):
        return {_without(name, pattern): _without(each, pattern) for name, each in value.items()}
    return value


def _protections_of(model: Any) -> Any:
    """Switches the model's own protection off for a moment, where pgtrigger can: the audit's it can't.

    That is its `Protect` triggers, and a trigger that keeps words by a condition of its own and says so by its name.
    """
    uris = [
        trigger.get_uri(each)
        for each, trigger in pgtrigger.registered()
        if each is model and (isinstance(trigger, pgtrigger.Protect) or trigger.name.endswith(WORDS_STAY))
    ]
    return pgtrigger.ignore(*uris) if uris else nullcontext()


def _shortened(value: Any, limit: int | None) -> Any:
    return value[:limit] if isinstance(value, str) and limit else value
