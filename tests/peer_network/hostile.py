"""Texts that try to run a script, in every text that members and moderators write."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import connection

from data_rights import declared
from notify.models import Notification

DATA = Path(__file__).parent / "data" / "payloads.csv"
# People's own words, beside those in which somebody may be named (`personal_data.py`).
OWN_WORDS = {
    "display_name",
    "title",
    "about",
    "words",
    "place",
    "coming",
    "accessibility",
    "can_help",
    "summary",
    "body",
}
SHORTEST = 60  # characters: what the actions of each part take without refusing it for its length


def payloads() -> list[str]:
    """All 300, in their order."""
    with DATA.open(newline="") as file:
        return [row["payload"].replace("\0", "") for row in csv.DictReader(file)]


def some(start: int, length: int) -> str:
    """As many as fit into so many characters, from one of them on; those that are longer are left out."""
    found, taken = payloads(), ""
    for step in range(len(found)):
        each = found[(start + step) % len(found)]
        if len(each) <= length - len(taken) - 1:
            taken += f" {each}"
        elif taken and len(taken) > length - 20:
            break
    return taken.strip()


def fields() -> Iterator[tuple[Any, Any]]:
    """(model, field) of every text of the room that people write and that is not sealed."""
    for model in apps.get_app_config("peer_network").get_models():
        said = set(declared.of(model).mentions) | OWN_WORDS
        for field in model._meta.local_concrete_fields:
            is_text = field.get_internal_type() in ("CharField", "TextField") and not field.choices
            if field.name in said and is_text and not field.unique and field.name != "sealed":
                yield model, field


def fill(start: int) -> int:
    """Write other payloads into each text of each row, past every rule; says into how many fields."""
    models = list(fields())
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in {model._meta.db_table for model, _ in models}:
            cursor.execute(f'ALTER TABLE "{table}" DISABLE TRIGGER USER')
    for number, (model, field) in enumerate(models):
        for place, key in enumerate(_written(model, field.name)):
            words = some(start + number * 17 + place * 61, field.max_length or 5_000)
            model._base_manager.filter(pk=key).update(**{field.name: words})
    for place, key in enumerate(Notification.objects.values_list("pk", flat=True)):
        Notification.objects.filter(pk=key).update(
            title=some(start + place * 3, 200), body=some(start + place * 5, 900)
        )
    return len(models)


def _written(model: Any, name: str) -> list[int]:
    """The rows in which something stands there: what may be empty may have to be."""
    return list(model._base_manager.exclude(**{name: ""}).order_by("pk").values_list("pk", flat=True))
