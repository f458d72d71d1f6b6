"""Inviting everybody of a checked list."""

from collections.abc import Sequence

from django.core import signing
from django.db import transaction

from accounts import invitations
from accounts.models import User
from tenants.models import Area
from tenants.team_list.checking import Person, Preview, sort_out

SALT = "tenants.team_list"
HOLDS_SECONDS = 60 * 60


class ListTooOld(Exception):
    """The checked list that was sent back is over an hour old, another's, or not as we gave it out."""

    def __init__(self) -> None:
        super().__init__("This list was checked over an hour ago, or by somebody else. Upload it again.")


@transaction.atomic
def invite_all(*, people: Sequence[Person], area: Area, by: User) -> Preview:
    """Invite all who are still new to the team, all of them or nobody; returns who was what.

    E-mails are recorded in the same transaction. Raises AccountDisabled of `accounts.errors`.
    """
    Area.objects.select_for_update().get(pk=area.pk)  # the same list sent twice at once invites once
    preview = sort_out(list(people), area=area)
    for person in preview.to_invite:
        invitations.invite(email=person.email, role=person.role, name=person.name, area=area, by=by)
    return preview


def held(people: Sequence[Person], *, area: Area, by: User) -> str:
    """The checked people for the page's own form: signed, for this person and area, so that nothing is stored yet."""
    rows = [[person.email, person.role, person.name] for person in people]
    return signing.dumps({"area": area.slug, "by": by.pk, "people": rows}, salt=SALT, compress=True)


def released(text: str, *, area: Area, by: User) -> list[Person]:
    """What `held` gave out; raises ListTooOld."""
    try:
        found = signing.loads(text, salt=SALT, max_age=HOLDS_SECONDS)
    except signing.BadSignature as error:
        raise ListTooOld from error
    if (found["area"], found["by"]) != (area.slug, by.pk):
        raise ListTooOld
    return [Person(*row) for row in found["people"]]
