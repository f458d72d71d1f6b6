"""The demo's rota and reports. The rota stands in the real clock's weeks, because posting is open by it."""

import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from config.today import sample_day
from peer_network.models import DutyShift, OnCall, Report
from peer_network.moderation import claims, deciding, reporting, subjects
from peer_network.sample import reading

WEEKS, FORTNIGHTS = 12, 26
MORNING, EVENING = 8, 21  # hours
LOOKED_AT = ("hello", 2)  # a topic and a place: reported, and left as it is
FORTNIGHT = datetime.timedelta(days=14)


@transaction.atomic
def make() -> None:
    """Add what is missing; run again, nothing changes."""
    people = {user.email.split("@")[0]: user for user in User.objects.filter(email__endswith="@demo.example")}
    moderators = [people[name] for name in ("moderator", "moderator-second") if name in people]
    if moderators and not DutyShift.objects.exists():
        _rota(moderators, people.get("safeguarding-lead"))
    if moderators and not Report.objects.filter(is_sample=True).exists():
        _reports(moderators[0])


def _rota(moderators: list[User], lead: User | None) -> None:
    """Each day from 8 to 21, the two in turn, for twelve weeks; somebody on call for a year."""
    today = timezone.localdate()
    for number in range(WEEKS * 7):
        day = today + datetime.timedelta(days=number)
        starts, ends = (_at(day, hour) for hour in (MORNING, EVENING))
        moderator = moderators[number % len(moderators)]
        DutyShift.objects.create(moderator=moderator, starts_at=starts, ends_at=ends, is_sample=True)
    # Counted in UTC: over the night on which the clocks go back, a fortnight of London has an hour more than may be.
    first = _at(today, 0).astimezone(datetime.UTC)
    for number in range(FORTNIGHTS if lead else 0):
        starts = first + FORTNIGHT * number
        OnCall.objects.create(person=lead, starts_at=starts, ends_at=starts + FORTNIGHT, is_sample=True)


def _at(day: datetime.date, hour: int) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(hour)))


def _reports(moderator: User) -> None:
    """Those of the sample's file, which wait; and one of last week that was looked at."""
    members = reading.members()
    if not members:
        return
    for facts in reading.read("board_and_queue").get("reports", ()):
        with sample_day(reading.day(facts["hours_ago"] // 24)):
            _report(facts["topic"], facts["post"], facts["reason"], facts["words"], members.get(facts["by"]))
    with sample_day(reading.day(7)):
        made = _report(*LOOKED_AT, "other", "Is this meant for me? I’m not sure.", members.get("tea-and-toast"))
        if made is not None:
            claims.claim(item=made.item, by=moderator)
            deciding.decide(item=made.item, kind="no_action", reason="kind", by=moderator)


def _report(topic: str, place: int, reason: str, words: str, by: Any) -> Report | None:
    post = reading.topic(topic).posts.filter(position=place).first()
    if post is None:
        return None
    facts = {"reason": reason, "words": words, "by": by, "is_sample": True}
    return reporting.report(subject=subjects.of_kind("post"), row=post, **facts)
