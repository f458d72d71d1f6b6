"""Erasing a person from these tables. Their name in texts of others goes by `data_rights.mentions`."""

from collections.abc import Iterable
from typing import Any

import pgtrigger

from data_rights import mentions, rows
from tenants import memberships
from tenants.data_part import rows_of
from tenants.data_part.areas import areas
from tenants.models import Membership
from tenants.rollout.models import GroupPersonEvent

ERASED_WORDS = "[deleted: its writer asked to be erased]"


def erase(user: Any, by: Any) -> Iterable[str]:
    """End roles, forget what they follow, what they said of being refused, and their name in lists of people."""
    live = list(Membership.objects.live().filter(user=user).select_related("user", "area", "organisation"))
    own = rows_of.areas_of(user)
    for membership in live:
        memberships.end(membership=membership, by=by)
    if live:
        yield f"Ended {rows.counted(len(live), 'roles')}."
    followed = rows_of.follows(user).delete()[0]
    if followed:
        yield f"Deleted {rows.counted(followed, 'pages that they followed')}."
    for area in areas():
        # The report itself stays as a count: the area's lead dealt with it, and the board counts it.
        said = rows_of.refusals(user).update(contact="", words=ERASED_WORDS, asked_for=ERASED_WORDS)
        if said:
            yield f"Took the words out of {rows.counted(said, 'reports of being refused')} in {area.name}."
        if area.pk in own and (named := _forget_person(user)):
            yield f"Took the name out of {rows.counted(named, 'people for groups')} in {area.name}."


def _forget_person(user: Any) -> int:
    """In an area's schema: the rows go; the list's history keeps that there was somebody."""
    numbers = list(rows_of.named_for_groups(user).values_list("pk", flat=True))
    rows_of.named_for_groups(user).delete()
    with pgtrigger.ignore("rollout.GroupPersonEvent:append_only"):
        GroupPersonEvent.objects.filter(pgh_obj_id__in=numbers).update(name=mentions.REMOVED)
    return len(numbers)
