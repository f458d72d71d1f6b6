"""Which resources are to be reviewed, and by whom."""

import datetime
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from accounts.models import User
from accounts.permissions import Permission
from tenants.models import Membership
from tenants.telling import leads_of, leads_of_each, people_who_may

SOON = datetime.timedelta(days=30)
# So long after its day an area's lead is told too, also while the author is there.
LEAD_IS_TOLD_AFTER = datetime.timedelta(days=56)


@dataclass(frozen=True)
class Keepers:
    """Who is asked to review a resource: the people, and what they are to it in words."""

    words: str
    people: tuple[User, ...]


def due(day: datetime.date) -> Any:
    """Published resources whose review is over its day or within the next 30 days, the longest overdue first."""
    from knowledge.models import Resource

    found = Resource.objects.live().filter(review_on__lte=day + SOON)
    return found.select_related("author", "owner_area", "content_type").defer("body").order_by("review_on", "title")


def keepers(resource: Any) -> Keepers:
    """Who looks after one resource; see `keepers_of`."""
    return keepers_of([resource])[resource.pk]


def keepers_of(resources: Collection[Any]) -> dict[int, Keepers]:
    """By the number of each: the author; where they have left, the leads of the area that keeps it; else the editors.

    An author has left when their account is closed, or none of their roles is live. Three queries, however many.
    """
    here = _still_here(each.author for each in resources if each.author_id)
    leads = leads_of_each({each.owner_area for each in resources if each.owner_area and each.owner_area.is_active})
    editors = Keepers("The knowledge editors", tuple(people_who_may(Permission.CMS_EDIT)))
    found = {}
    for each in resources:
        if each.author_id in here:
            found[each.pk] = Keepers("Its author", (each.author,))
        elif each.owner_area_id in leads:
            found[each.pk] = Keepers(f"The lead of {each.owner_area.name}", tuple(leads[each.owner_area_id]))
        else:
            found[each.pk] = editors
    return found


def _still_here(people: Iterable[User]) -> set[int]:
    """The numbers of those whose account is open, with a role that counts as `Access` counts it."""
    rows = Membership.objects.live().filter(user__in={person.pk for person in people if person.is_active})
    return {row.user_id for row in rows.select_related("area") if row.area is None or row.area.is_active}


def told(resource: Any, day: datetime.date) -> list[User]:
    """Whoever is reminded now: the keepers, and once it is eight weeks late the area's leads too."""
    people = list(keepers(resource).people)
    area = resource.owner_area
    if area is not None and area.is_active and resource.review_on + LEAD_IS_TOLD_AFTER <= day:
        people += leads_of(area)
    return people


def answered_by(user: Any, access: Any) -> Any:
    """The resources whose review this person may answer: their own, those of areas they lead, all for editors."""
    from knowledge.models import Resource

    found = Resource.objects.live()
    if access.can(Permission.CMS_EDIT):
        return found
    led = [row.area_id for row in access.memberships if row.area and Permission.PLAN_EDIT in access.rights_of(row)]
    return found.filter(Q(author=user) | Q(owner_area__in=led))
