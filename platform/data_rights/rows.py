"""Rows of a table as a section of a person's copy: in plain words and for a machine, without other people."""

import datetime
import json
from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from django.db import models

from data_rights import declared
from data_rights.registry import Section
from ui import formats

YOU, SOMEBODY_ELSE = "You", "Another person"
NOT_SHOWN = {"id"}


def section_of(
    key: str, title: str, rows: models.QuerySet[Any], user: Any, *, words: str = "", only: tuple[str, ...] = ()
) -> Section:
    """Every declared field of these rows but the secret ones. People other than `user` are not named.

    With `only`, these fields alone: for rows that hold more than what is about the person.
    """
    fields = [field for field in shown_fields(rows.model) if not only or field.name in only]
    links = [field.name for field in fields if field.is_relation and not is_person(field)]
    found = list(rows.select_related(*links))
    return Section(
        key=key,
        title=title,
        head=[capitalised(field.verbose_name) for field in fields],
        rows=[[in_words(row, field, user) for field in fields] for row in found],
        records=[{field.name: for_machine(row, field, user) for field in fields} for row in found],
        words=words,
    )


def shown_fields(model: Any) -> list[Any]:
    """The fields of a model that its person gets."""
    hidden = {*declared.of(model).secret, *NOT_SHOWN}
    return [field for field in model._meta.local_concrete_fields if field.name not in hidden]


def is_person(field: Any) -> bool:
    """Whether a field refers to a person."""
    return bool(field.is_relation and field.related_model._meta.label == settings.AUTH_USER_MODEL)


def in_words(row: Any, field: Any, user: Any) -> str:
    """A field's value as people read it."""
    if is_person(field):
        return _who(getattr(row, field.attname), user)
    value = getattr(row, field.name)
    if field.choices:
        value = getattr(row, f"get_{field.name}_display")()
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, datetime.datetime):
        return formats.date_and_time(value)
    if isinstance(value, datetime.date):
        return formats.date(value)
    if isinstance(value, (dict, list)):
        return json.dumps(value, ensure_ascii=False, default=str)
    return str(value)


def for_machine(row: Any, field: Any, user: Any) -> Any:
    """A field's value as JSON."""
    if is_person(field):
        found = getattr(row, field.attname)
        return str(user.public_id) if found == user.pk else None if found is None else SOMEBODY_ELSE.lower()
    value = getattr(row, field.name)
    if value is None or isinstance(value, (bool, int, float, str, dict, list)):
        return value
    return value.isoformat() if isinstance(value, (datetime.date, datetime.datetime)) else str(value)


def _who(found: Any, user: Any) -> str:
    if found is None:
        return ""
    return YOU if found == user.pk else SOMEBODY_ELSE


def capitalised(words: str) -> str:
    """`e-mail address` → `E-mail address`."""
    return words[:1].upper() + words[1:]


def of_model(label: str) -> Any:
    """The model "notify.Mail", for code that runs after the applications have loaded."""
    from django.apps import apps

    return apps.get_model(label)


def models_of(app: str) -> Callable[[str], Any]:
    """What finds the models of one application by their names: `models_of("notify")("Mail")`."""
    return lambda name: of_model(f"{app}.{name}")


def plural(model: Any) -> str:
    """`e-mails`, `notifications`."""
    return str(model._meta.verbose_name_plural)


def counted(number: int, words: str) -> str:
    """`3 notifications`, `1 of: notifications`."""
    return f"{number:,} {words}" if number != 1 else f"1 of the {words}"


def sections(user: Any, tables: dict[str, str], prefix: str) -> Iterable[Section]:
    """One section for each table; `tables` maps a label to the path from its rows to their person."""
    for label, path in tables.items():
        model = of_model(label)
        rows = model._default_manager.filter(**{path: user}).order_by("pk")
        yield section_of(f"{prefix}-{model._meta.model_name}", capitalised(plural(model)), rows, user)
