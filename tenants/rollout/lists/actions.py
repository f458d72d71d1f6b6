"""Adding, changing and removing a row of a list, in the area's schema. The database keeps each step by itself."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.text import slugify

import audit
from accounts.models import User
from tenants.models import Area, Organisation
from tenants.rollout.lists.kinds import Kind


class NothingChanged(ValueError):
    """Nothing differs from what is stored."""

    def __init__(self) -> None:
        super().__init__("Nothing has changed. Change a field first, or leave the page.")


@transaction.atomic
def add(kind: Kind, *, area: Area, values: dict[str, Any], by: User | None) -> models.Model:
    """A new row; raises ValidationError where it is in the list already.

    `new_name` and `new_kind` among the values stand for an organisation that the network doesn't know yet.
    """
    facts = dict(values)
    name, kind_of_new = facts.pop("new_name", ""), facts.pop("new_kind", "")
    if name:
        facts["organisation"] = organisation_called(name=name, kind=kind_of_new, area=area, by=by)
    row = kind.model(**facts)
    row.full_clean()
    row.save()
    audit.record(action=f"{kind.action}.add", by=by, area=area, detail={"number": row.pk})
    return row


@transaction.atomic
def change(kind: Kind, *, area: Area, number: int, values: dict[str, Any], by: User) -> models.Model:
    """Change what differs; raises NothingChanged, and ValidationError where another row is like it."""
    row = kind.model.objects.select_for_update().get(pk=number)
    changed = [name for name, value in values.items() if getattr(row, name) != value]
    if not changed:
        raise NothingChanged
    for name in changed:
        setattr(row, name, values[name])
    row.full_clean()
    row.save()
    audit.record(action=f"{kind.action}.change", by=by, area=area, detail={"number": row.pk, "fields": changed})
    return row


@transaction.atomic
def remove(kind: Kind, *, area: Area, number: int, by: User) -> None:
    """Take a row off the list; its history stays."""
    kind.model.objects.get(pk=number).delete()
    audit.record(action=f"{kind.action}.remove", by=by, area=area, detail={"number": number})


@transaction.atomic
def organisation_called(*, name: str, kind: str, area: Area, by: User | None) -> Organisation:
    """The organisation of this name in any case, which all areas share; made where there is none."""
    known = Organisation.objects.filter(name__iexact=name.strip()).first()
    if known is not None:
        return known
    made = Organisation(slug=_free_slug(name), name=name.strip(), kind=kind)
    made.full_clean()
    made.save()
    audit.record(action="organisation.add", by=by, area=area, object=made)
    return made


def faults_of(error: ValidationError) -> list[str]:
    """The sentences of a refusal, without the names of fields."""
    return list(dict.fromkeys(error.messages))


def _free_slug(name: str) -> str:
    stem = slugify(name)[:70] or "organisation"
    taken = set(Organisation.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    slug, number = stem, 2
    while slug in taken:
        slug, number = f"{stem}-{number}", number + 1
    return slug
