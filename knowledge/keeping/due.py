"""Which resources are to be reviewed, and by whom."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from accounts.access import Access
from accounts.models import User
from accounts.permissions import Permission
from tenants.telling import leads_of, people_who_may

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
    """The author; where they have left, the leads of the area that keeps it right; else the knowledge editors.

    An author has left when their account is closed, or none of their roles is live.
    """
    author = resource.author
    if author is not None and author.is_active and Access(author).memberships:
        return Keepers("Its author", (author,))
    area = resource.owner_area
    leads = leads_of(area) if area is not None and area.is_active else []
    if leads:
        return Keepers(f"The lead of {area.name}", tuple(leads))
    return Keepers("The knowledge editors", tuple(people_who_may(Permission.CMS_EDIT)))


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
