"""Keeping the area's word on one thing: who, when and why, and the row that the board reads."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction

import audit
from accounts.models import User
from config.today import today
from tenants.models import Area
from tenants.returns.publishing import publish
from tenants.rollout import changes
from tenants.rollout.progress.kinds import Item, Kind


class Unchanged(ValueError):
    """Nothing differs from what is stored, so there is nothing to keep a reason for."""

    def __init__(self) -> None:
        super().__init__("Nothing has changed. Change a field first, or leave the page.")


@dataclass(frozen=True)
class Saved:
    """The row, and the names of the fields that differ from before."""

    row: Any
    fields: tuple[str, ...]


@transaction.atomic
def save(
    *, area: Area, kind: Kind, item: Item, values: dict[str, Any], reason: str, by: User | None, is_sample: bool = False
) -> Saved:
    """Say where the area stands with a thing, in the area's schema; publishes a new row.

    The first word on a thing needs no reason. Raises Unchanged; ValueError without a reason or for a field that is
    not one of the kind's; ValidationError where the values contradict one another.
    """
    if unknown := set(values) - set(kind.fields):
        raise ValueError(f"These fields are not the area's to change: {', '.join(sorted(unknown))}.")
    Area.objects.select_for_update().get(pk=area.pk)  # two first words at once would be two rows
    found = kind.model._default_manager.filter(**{kind.lookup: item.value}).first()
    if found is not None and not reason.strip():
        raise ValueError("Say why it changes.")
    row = found or kind.model(**{kind.lookup: item.value})
    differs = changes.apply(row, values)
    if not differs:
        raise Unchanged
    if kind.dated:
        setattr(row, kind.dated, today())
    row.full_clean()
    row.save()
    changes.keep(kind.thing, row, differs, reason=reason.strip(), by=by)
    facts = {name: getattr(row, name) for name in kind.published_fields}
    publish(kind.published, area=area, reason=reason.strip(), is_sample=is_sample, **facts)
    names = tuple(name for name, _, _ in differs)
    audit.record(action=kind.action, by=by, area=area, object=row, detail={"what": item.key, "fields": list(names)})
    return Saved(row, names)
