"""A made-up week: who is on the rota and comes or doesn't, who reports what when, how slowly moderators decide."""

import datetime
import random
from dataclasses import dataclass, field
from typing import Any

from notify.models import Notification
from peer_network.models import Act, Alarm, DutyShift, OnCall, Post, QueueItem, Report
from peer_network.moderation import claims, deciding, duty, matters, offers, reporting, subjects, tasks
from tests.peer_network.moderation.obvious_queue import MINUTE, ObviousQueue, Said

REASONS = ["danger", "hurt", "details", "unkind", "unkind", "unkind", "sells", "other"]
URGENT = ("danger", "hurt")
SILENCE = 0.01  # how likely it is, in a minute, that the schedule falls silent for some


@dataclass
class Week:
    """What happens, minute by minute, by the real code and in the obvious queue alike. `log` is what was done."""

    chance: random.Random
    moderators: list[Any]
    known: list[Any]
    new: list[Any]
    posts: list[Any]
    clock: Any
    obvious: ObviousQueue = field(default_factory=ObviousQueue)
    busy: dict[Any, tuple[QueueItem, datetime.datetime]] = field(default_factory=dict)
    unacknowledged: list[Any] = field(default_factory=list)
    missed_beats: int = 0
    made: int = 0
    now: datetime.datetime = datetime.datetime.min
    here: Any = None

    def run(self, start: datetime.datetime, minutes: int, reports: int) -> None:
        """The whole of it: so many reports at random minutes, the schedule's task each minute but those it misses."""
        at = sorted(self.chance.choices(range(minutes - 60), k=reports))
        silent_until = 0
        for minute in range(minutes):
            self.now = start + minute * MINUTE
            self.clock.move_to(self.now, tick=False)
            self.here = duty.now(self.now)
            while at and at[0] == minute:
                at.pop(0)
                self.somebody_reports()
            if self.chance.random() < SILENCE:
                silent_until = minute + self.chance.randint(1, 12)
            if minute >= silent_until:
                tasks.watch_the_queue()
                self.obvious.beat(self.now, **self.who_is_there())
            else:
                self.missed_beats += 1
            self.moderators_look()

    def who_is_there(self) -> dict[str, bool]:
        """Whether a moderator is on duty, and whether anybody can be called."""
        return {
            "is_staffed": self.here.is_staffed,
            "is_anybody_there": bool(self.here.moderators or self.here.on_call),
        }

    def somebody_reports(self) -> None:
        """A member, a new account or a visitor reports a post that is shown; now and then many new accounts at once."""
        to_be_seen = set(Post.objects.shown().values_list("pk", flat=True))
        shown = [post for post in self.posts if post.pk in to_be_seen]
        popular = shown[: max(3, len(shown) // 6)]  # what people dislike, many dislike
        about = self.chance.choice(popular if self.chance.random() < 0.6 else shown)
        if self.chance.random() < 0.03:
            for by in self.chance.sample(self.new, 8):
                self.report(about, by, "unkind")
            return
        by = self.chance.choice([self.chance.choice(self.known), self.chance.choice(self.new), None])
        self.report(about, by, self.chance.choice(REASONS))

    def report(self, about: Any, by: Any, reason: str) -> None:
        """One report by the real action, and whether it was acknowledged within the minute."""
        made = reporting.report(subject=subjects.of_kind("post"), row=about, reason=reason, by=by)
        self.made += 1
        counts = by is not None and by in self.known
        said = Said(("post", about.public_id), about.author.public_id, by and by.pk, counts, reason in URGENT)
        self.obvious.report(self.now, said, **self.who_is_there())
        told = by is None or Notification.objects.filter(to=by.user, key=f"report-{made.public_id}").exists()
        if not told or made.acknowledged_at - made.made_at > MINUTE:
            self.unacknowledged.append(made.pk)

    def moderators_look(self) -> None:
        """Who is on duty and there takes something up, or decides what they took up; some are slow, some never come."""
        for moderator in self.moderators:
            if moderator in self.busy and self.busy[moderator][1] <= self.now:
                self.decide(moderator, self.busy.pop(moderator)[0])
            elif moderator not in self.busy and moderator in self.here.moderators and self.comes(moderator):
                self.take_up(moderator)

    def comes(self, moderator: Any) -> bool:
        """One moderator in three is ill; who is there looks every ten minutes or so."""
        is_ill = (self.moderators.index(moderator) + self.now.day) % 3 == 2
        return not is_ill and self.chance.random() < 0.12

    def take_up(self, moderator: Any) -> None:
        """The first that is free, for 1 to 50 minutes: what takes over half an hour lapses."""
        item = QueueItem.objects.open_now().filter(claimed_by__isnull=True).select_related("about").first()
        if item is not None:
            claims.claim(item=item, by=moderator)
            self.obvious.claim(self.now, (item.subject_kind, item.subject_id))
            self.busy[moderator] = (item, self.now + self.chance.randint(1, 50) * MINUTE)

    def decide(self, moderator: Any, item: QueueItem) -> None:
        """Decide, where it is still theirs."""
        item = QueueItem.objects.select_related("about").get(pk=item.pk)
        if item.claimed_by_id != moderator.pk or item.closed_at is not None:
            return
        matter = matters.of_item(item)
        can = [kind for kind in offers.for_item(item, matter).decides if kind not in ("pause", "closing", "remove")]
        deciding.decide(item=item, kind=self.chance.choice(can), reason="other", words="Kind words", by=moderator)
        self.obvious.decide((item.subject_kind, item.subject_id))


def plan(start: datetime.datetime, days: int, moderators: list[Any], lead: Any) -> None:
    """On duty from 8 to 21, two a day in turn; a lead on call each night but the third."""
    for day in range(-1, days + 1):
        morning = start.replace(hour=8) + datetime.timedelta(days=day)
        for place, (begins, hours) in enumerate(((0, 7), (7, 6))):
            moderator = moderators[(2 * day + place) % len(moderators)]
            at = morning + datetime.timedelta(hours=begins)
            DutyShift.objects.create(moderator=moderator, starts_at=at, ends_at=at + datetime.timedelta(hours=hours))
        if day != 2:
            evening = morning + datetime.timedelta(hours=13)
            OnCall.objects.create(person=lead, starts_at=evening, ends_at=evening + datetime.timedelta(hours=11))


def alarms_raised() -> list[Any]:
    """(moment, what, subject) of every alarm that was raised."""
    rows = Alarm.objects.order_by("at", "pk").values_list("at", "kind", "item__subject_kind", "item__subject_id")
    return [(at, kind, (subject, public_id)) for at, kind, subject, public_id in rows]


def acts_of_the_system() -> list[Any]:
    """(moment, what, subject) of every decision that nobody took."""
    rows = Act.objects.filter(by__isnull=True).order_by("at", "pk")
    return [(act.at, act.kind, (act.subject_kind, act.subject_id)) for act in rows]


def reports_kept() -> int:
    """How many reports there are."""
    return Report.objects.count()
