"""What peer supporters do with their profile."""

from typing import Any

from django.db import transaction

from peer_network.models import Member, QueueItem, SupporterProfile
from peer_network.support import listings
from peer_network.support.errors import SupportRefused

KIND = "profile"
WORDS = ("about", "can_help", "groups", "experience")


@transaction.atomic
def write(*, member: Member, values: dict[str, Any], found: Any = (), is_crisis: bool = False) -> SupporterProfile:
    """Write or change one's profile; a moderator reads it before others do. Raises SupportRefused for a removed one."""
    row = SupporterProfile.objects.select_for_update().filter(member=member).first()
    row = row or SupporterProfile(member=member, is_sample=member.is_sample)
    if row.state not in listings.CHANGEABLE and row.pk:
        raise SupportRefused("A moderator took your page out of sight. You can ask a second moderator to look again.")
    for name in WORDS:
        setattr(row, name, values[name])
    listings.send(row, kind=QueueItem.Kind.PROFILE, subject=KIND, about=member, found=found, is_urgent=is_crisis)
    return row


@transaction.atomic
def switch(*, member: Member, is_listed: bool, takes_new: bool) -> None:
    """Whether one is in the directory, and takes new people: at once, without a moderator."""
    SupporterProfile.objects.filter(member=member).update(is_listed=is_listed, takes_new=takes_new)
