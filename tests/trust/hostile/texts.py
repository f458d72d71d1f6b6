"""Every text of every row of areas, their roll-out and their returns, made hostile: behind the actions' backs."""

from collections.abc import Iterator
from typing import Any

import pgtrigger
from django.apps import apps
from django.db import models

from tenants.contexts import in_area

HOSTILE = ("=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1")
APPS_IN_PUBLIC, APPS_IN_AN_AREA = ("tenants", "returns"), ("rollout",)
STILL_GROWING = ("finance_models",)  # made hostile as far as there are rows; not every text has one yet
# Codes, addresses and checksums have less room. What people write beside them in less:
SHORTEST_TEXT = 100
SHORT_TEXTS = {"stage", "short_name", "ods_code", "pseudonym", "name"}
NO_TEXTS = {"pgh_label", "schema_name", "domain", "text"}  # "text": assumptions, which a program reads
# Texts inside JSON, by field: notes by section, what was typed by cell, findings by characteristic, councils.
NESTED = {"notes", "typed", "findings", "local_authorities"}


def spoil(area: Any) -> set[str]:
    """Write hostile texts into all rows of the shared schema, and of this area's own.

    Returns the fields that have no text in any row, as `Model.field`: nothing was tried of those.
    """
    # Rows that are never changed, and histories, are made hostile too: the files read them.
    with pgtrigger.ignore():
        untried = {name for model in _models(APPS_IN_PUBLIC) for name in _spoil_rows(model)}
        with in_area(area):
            for model in _models(STILL_GROWING):
                _spoil_rows(model)
            return untried | {name for model in _models(APPS_IN_AN_AREA) for name in _spoil_rows(model)}


def _models(labels: tuple[str, ...]) -> Iterator[type[models.Model]]:
    for label in labels:
        yield from apps.get_app_config(label).get_models()


def _spoil_rows(model: type[models.Model]) -> set[str]:
    texts = [field for field in model._meta.concrete_fields if _is_text(field) or field.name in NESTED]
    tried = set()
    for number, row in enumerate(model._default_manager.order_by("pk")):
        # An empty text stays empty: it says that nobody answered, or that nothing is set by hand.
        filled = [field for field in texts if getattr(row, field.attname)]
        if filled:
            model._base_manager.filter(pk=row.pk).update(
                **{field.name: _spoilt(row, field, number) for field in filled}
            )
        tried |= set(filled)
    return {f"{model.__name__}.{field.name}" for field in texts if field not in tried}


def _spoilt(row: models.Model, field: models.Field, number: int) -> Any:
    if field.name in NESTED:
        return _within(getattr(row, field.attname), number)
    # Different in each row, so that what has to be unique stays so.
    return f"{HOSTILE[number % len(HOSTILE)]} {number} {field.name}"[: getattr(field, "max_length", None)]


def _is_text(field: models.Field) -> bool:
    if type(field) is models.TextField:
        return True
    is_words = type(field) is models.CharField and not field.choices and field.name not in NO_TEXTS
    return is_words and ((field.max_length or 0) >= SHORTEST_TEXT or field.name in SHORT_TEXTS)


def _within(value: Any, number: int) -> Any:
    """The same shape with hostile words: keys and codes of impacts stay."""
    if isinstance(value, dict):
        return {key: each if key == "impact" else _within(each, number) for key, each in value.items()}
    if isinstance(value, list):
        return [_within(each, number) for each in value]
    return f"{HOSTILE[number % len(HOSTILE)]} within" if isinstance(value, str) else value
