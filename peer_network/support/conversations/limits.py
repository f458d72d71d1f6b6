"""How many people a member may ask to write with. Each limit says itself in words."""

import datetime
from dataclasses import dataclass

from config.today import moment
from peer_network.models import Conversation, Member
from peer_network.support.errors import SupportRefused

WEEK = datetime.timedelta(days=7)
# Requests in a week, and requests that wait for an answer at once.
IN_A_WEEK = {Member.Standing.NEW: 3, Member.Standing.KNOWN: 10, Member.Standing.TRUSTED: 20}
WAITING_AT_ONCE = 5
# After a no, the same person isn't asked again for so long.
AFTER_A_NO = datetime.timedelta(days=30)


@dataclass(frozen=True)
class Asked:
    """What a member asked lately."""

    in_a_week: int
    waiting: int


def asked_lately(member: Member) -> Asked:
    """How many requests they made in the last seven days, and how many of all of theirs wait."""
    mine = Conversation.objects.filter(asker=member)
    return Asked(mine.filter(asked_at__gt=moment() - WEEK).count(), mine.filter(state=Conversation.State.ASKED).count())


def check(member: Member) -> None:
    """Raises SupportRefused where the member asked as many as they may."""
    asked, most = asked_lately(member), IN_A_WEEK[Member.Standing(member.standing)]
    if asked.waiting >= WAITING_AT_ONCE:
        raise SupportRefused(
            f"You asked {asked.waiting} people and wait for their answer. Please wait until one of them answers."
        )
    if asked.in_a_week >= most:
        more = " You can ask more people when you have been here for longer." if most < 20 else ""
        raise SupportRefused(f"You can ask {most} people in a week. Please try again in a few days.{more}")


def check_not_refused(asker: Member, other: Member) -> None:
    """Raises SupportRefused where the other said no within the last 30 days."""
    lately = Conversation.objects.filter(
        asker=asker, other=other, state=Conversation.State.DECLINED, answered_at__gt=moment() - AFTER_A_NO
    )
    if lately.exists():
        raise SupportRefused(
            "They couldn’t write with you when you asked. You can ask them again after 30 days, "
            "or write to somebody else."
        )
