"""Texts that try to run a script, in every text that members, moderators and the board write.

Each text gets all 300 at once, past its length and past every rule: what a field would refuse is shown as well, and is
counted (`Field.too_long`). Before each payload stands a mark, `f7p31e`: the seventh field, the 31st payload. So a page
tells which payloads of which field it shows (`met.js`).
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import connection

from accounts.models import User
from data_rights import declared
from notify.models import Notification
from peer_network.models import Case, CaseEntry, CaseStep, IdentityLookup
from peer_network.safeguarding import sealing

DATA = Path(__file__).parent / "data" / "payloads.csv"
# People's own words, beside those in which somebody may be named (`personal_data.py`).
OWN_WORDS = {
    *("display_name", "title", "about", "words", "place", "coming", "accessibility", "can_help", "summary", "body"),
    *("town", "why", "unless"),
}
ELSEWHERE = ((User, "name"), (Notification, "title"), (Notification, "body"))
SEALED = (Case, CaseEntry, CaseStep, IdentityLookup)
SEALED_WORDS = ("words", "about_words", "told_by", "who")


@dataclass(frozen=True)
class Field:
    """A text, its number in marks, and how many characters it takes (0: no bound)."""

    number: int
    label: str
    longest: int

    @property
    def too_long(self) -> list[int]:
        """Numbers of the payloads that this field refuses for their length."""
        return [each for each, payload in enumerate(payloads(), 1) if 0 < self.longest < len(payload)]

    def text(self, between: str = " ") -> str:
        """All payloads, each behind its mark."""
        return between.join(self._marked())

    def pieces(self, longest: int, between: str = " ") -> list[str]:
        """The same in texts of at most so many characters; a payload that is longer has one of its own."""
        found = [""]
        for each in self._marked():
            if found[-1] and len(found[-1]) + len(between) + len(each) > longest:
                found.append("")
            found[-1] += between * bool(found[-1]) + each
        return found

    def _marked(self) -> Iterator[str]:
        return (f"f{self.number}p{each}e {payload}" for each, payload in enumerate(payloads(), 1))


def payloads() -> list[str]:
    """All 300, in their order."""
    with DATA.open(newline="") as file:
        return [row["payload"].replace("\0", "") for row in csv.DictReader(file)]


def columns() -> Iterator[tuple[Any, Any]]:
    """(model, field) of every text of the room that people write and that is not sealed, and of what tells of it."""
    for model in apps.get_app_config("peer_network").get_models():
        said = set(declared.of(model).mentions) | OWN_WORDS
        for field in model._meta.local_concrete_fields:
            is_text = field.get_internal_type() in ("CharField", "TextField") and not field.choices
            if field.name in said and is_text and not field.unique and field.name != "sealed":
                yield model, field
    for model, name in ELSEWHERE:
        yield model, model._meta.get_field(name)


def fill() -> list[Field]:
    """Write every payload into each text of each row, past every rule; returns those fields that have a row."""
    filled: list[Field] = []
    found = list(columns())
    tables = {model._meta.db_table for model in (*SEALED, *(model for model, _ in found))}
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in tables:
            cursor.execute(f'ALTER TABLE "{table}" DISABLE TRIGGER USER')
        for model, column in found:
            # What may be empty may have to be.
            written = model._base_manager.exclude(**{column.name: ""})
            if not written.exists():
                continue
            _open(cursor, model, column)
            field = Field(len(filled) + 1, f"{model.__name__}.{column.name}", column.max_length or 0)
            is_long = column.get_internal_type() == "TextField"
            written.update(**{column.name: field.text("\n" if is_long else " ")})
            filled.append(field)
        filled += _seal(len(filled))
        for table in tables:
            cursor.execute(f'ALTER TABLE "{table}" ENABLE TRIGGER USER')
    return filled


def _open(cursor: Any, model: Any, column: Any) -> None:
    """Let a column take any length: no bound, and no index that has one."""
    table = model._meta.db_table
    cursor.execute(
        "SELECT indexrelid::regclass FROM pg_index JOIN pg_attribute ON attrelid = indrelid AND attnum = ANY (indkey) "
        "WHERE indrelid = %s::regclass AND attname = %s AND NOT indisunique",
        [table, column.column],
    )
    for (name,) in cursor.fetchall():
        cursor.execute(f"DROP INDEX {name}")
    cursor.execute(f'ALTER TABLE "{table}" ALTER COLUMN "{column.column}" TYPE text')


def _seal(so_far: int) -> list[Field]:
    """The same in the words of safeguarding's cases, which are sealed."""
    fields = [
        Field(so_far + number, f"{model.__name__} (sealed) {name}", 0)
        for number, (model, name) in enumerate(((model, name) for model in SEALED for name in SEALED_WORDS), 1)
    ]
    used = set()
    for model in SEALED:
        for row in model._base_manager.all():
            case = row if model is Case else row.case
            facts = sealing.unseal(case, row.sealed)
            mine = [each for each in fields if each.label.startswith(f"{model.__name__} ")]
            for field, name in zip(mine, SEALED_WORDS, strict=True):
                if facts.get(name):
                    facts[name] = field.text("\n")
                    used.add(field)
            model._base_manager.filter(pk=row.pk).update(sealed=sealing.seal(case, facts))
    return [each for each in fields if each in used]
