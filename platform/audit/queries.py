"""Reading audit rows."""

import datetime
import uuid
from collections.abc import Iterable
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from django_tenants.utils import get_tenant_model

from audit import registry
from audit.models import AuditRow


def rows(
    *,
    area: Any = None,
    kind: str = "",
    action: str = "",
    person: str = "",
    thing: str = "",
    first_day: datetime.date | None = None,
    last_day: datetime.date | None = None,
) -> QuerySet[AuditRow]:
    """Audit rows, newest first, with their people: of one area or of all, narrowed by what is given.

    Days are London's, both included. `person` is part of a name or an e-mail address of whoever did it, or for whom;
    `thing` part of the thing's words, its whole id, or part of the name of a person it was done to.
    """
    found = AuditRow.objects.select_related("by", "on_behalf_of")
    if area is not None:
        found = found.filter(area=area.pk)
    if kind:
        found = found.filter(action__in=registry.actions_of(kind))
    if action:
        found = found.filter(action=action)
    if person:
        people = list(_people_called(person).values_list("pk", flat=True))
        found = found.filter(Q(by_words__icontains=person) | Q(by__in=people) | Q(on_behalf_of__in=people))
    if thing:
        ids = [str(each) for each in _people_called(thing).values_list("public_id", flat=True)]
        found = found.filter(Q(object_words__icontains=thing) | Q(object_id__in=[thing, *ids]))
    if first_day:
        found = found.filter(at__date__gte=first_day)
    if last_day:
        found = found.filter(at__date__lte=last_day)
    return found


def words_now(shown: Iterable[AuditRow]) -> dict[tuple[str, str], str]:
    """(type, id) -> what it is called now, of people and of things with looked-up words. One query for each type."""
    ids: dict[str, list[str]] = {}
    for row in shown:
        ids.setdefault(row.object_type, []).append(row.object_id)
    finders = {get_user_model()._meta.label_lower: _names_of_people, **registry.lookups()}
    return {
        (label, each): words
        for label, find in finders.items()
        if label in ids
        for each, words in find(ids[label]).items()
    }


def area_names(shown: Iterable[AuditRow]) -> dict[str, str]:
    """Slug -> name, of the areas that these rows name and that are still there. One query."""
    slugs = {row.area_slug for row in shown if row.area_slug}
    return dict(get_tenant_model().objects.filter(slug__in=slugs).values_list("slug", "name")) if slugs else {}


def _names_of_people(ids: list[str]) -> dict[str, str]:
    wanted = [each for each in set(ids) if _is_public_id(each)]
    return {str(user.public_id): str(user) for user in get_user_model().objects.filter(public_id__in=wanted)}


def _people_called(words: str) -> QuerySet[Any]:
    return get_user_model().objects.filter(Q(name__icontains=words) | Q(email__icontains=words))


def _is_public_id(words: str) -> bool:
    try:
        uuid.UUID(words)
    except ValueError:
        return False
    return True
