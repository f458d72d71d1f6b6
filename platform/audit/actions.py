"""Writing audit rows."""

import json
from typing import Any

import structlog
from django.db import connection, models, transaction

from accounts.representing import now
from audit.errors import DetailTooLong, NotInTransaction, WrongKind
from audit.models import AuditRow
from audit.registry import Kind, kind_of, words_for, words_of_thing

DETAIL_LIMIT_CHARACTERS = 4_000
NOBODY = "Nobody signed in"
THE_SYSTEM = "The system"


def record(
    *,
    action: str,
    by: Any = None,
    area: Any = None,
    object: models.Model | None = None,  # noqa: A002 - reads as a sentence where it is called
    detail: dict[str, Any] | None = None,
    by_words: str = "",
    on_behalf_of: Any = None,
) -> AuditRow:
    """Add one row, in the transaction that makes the change, so that neither is kept without the other.

    `by` is the person, or None for the system or somebody unknown (then `by_words` says which); `on_behalf_of` the
    person for whom a representative acted (without it, whoever the request that runs is acted for). `detail` is small
    and holds no name, address or other personal data: the row can never be cleared of it. Raises UnknownAction,
    NotInTransaction, DetailTooLong.
    """
    words_for(action)
    if not connection.in_atomic_block:
        raise NotInTransaction(action)
    size = len(json.dumps(detail or {}, default=str))
    if size > DETAIL_LIMIT_CHARACTERS:
        raise DetailTooLong(action, size, DETAIL_LIMIT_CHARACTERS)
    person = by if by is not None and getattr(by, "is_authenticated", False) else None
    return AuditRow.objects.create(
        action=action,
        by=person,
        by_words="" if person else (by_words or THE_SYSTEM)[:200],
        on_behalf_of=on_behalf_of or (now.person() if person else None),
        area=area,
        area_slug=area.slug if area else "",
        detail=json.loads(json.dumps(detail or {}, default=str)),
        request_id=structlog.contextvars.get_contextvars().get("request_id", "")[:64],
        **_words_of(object),
    )


def read(**facts: Any) -> AuditRow:
    """Add a row about personal data that somebody is shown or hands out; opens a transaction where none is open.

    Takes what `record` takes; the action was registered as a READ or an EXPORT, or WrongKind is raised.
    """
    if kind_of(facts["action"]) not in (Kind.READ, Kind.EXPORT):
        raise WrongKind(facts["action"])
    with transaction.atomic():
        return record(**facts)


def _words_of(thing: models.Model | None) -> dict[str, str]:
    """The thing's type, id and words as text: a generic foreign key would cross schemas. A person has no words here."""
    if thing is None:
        return {}
    public_id = getattr(thing, "public_id", None) or thing.pk
    return {
        "object_type": thing._meta.label_lower,
        "object_id": str(public_id)[:80],
        "object_words": words_of_thing(thing)[:300],
    }
