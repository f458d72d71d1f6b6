"""The moderators' queue a second time, in plain Python and the slow way: what should have been called, hidden, paused.

It is told what happens (somebody reports, takes up, decides; a beat of the schedule) and keeps what follows, written
from `trust.md` and not from the code that it is compared with.
"""

import datetime
from dataclasses import dataclass, field
from typing import Any

MINUTE = datetime.timedelta(minutes=1)
URGENT_LOOK, OTHER_LOOK = 30 * MINUTE, 24 * 60 * MINUTE
ESCALATES, LAPSES = 15 * MINUTE, 30 * MINUTE
HIDES, PAUSES = 3, 5

Subject = tuple[str, Any]


@dataclass
class Item:
    """One thing that waits."""

    subject: Subject
    came: datetime.datetime
    is_urgent: bool
    look_by: datetime.datetime
    held_since: datetime.datetime | None = None
    paged: datetime.datetime | None = None
    escalated: datetime.datetime | None = None
    is_late: bool = False
    was_acted_on: bool = False  # hidden or paused by the system


@dataclass
class Said:
    """One report that isn't settled."""

    subject: Subject
    author: Any
    reporter: Any
    counts: bool
    is_urgent: bool


@dataclass
class ObviousQueue:
    """`alarms` are (moment, what, subject), `acts` (moment, what, subject) of the system."""

    waiting: dict[Subject, Item] = field(default_factory=dict)
    reports: list[Said] = field(default_factory=list)
    paused: set[Any] = field(default_factory=set)
    alarms: list[tuple[datetime.datetime, str, Subject]] = field(default_factory=list)
    acts: list[tuple[datetime.datetime, str, Subject]] = field(default_factory=list)

    def report(self, at: datetime.datetime, said: Said, *, is_staffed: bool, is_anybody_there: bool) -> None:
        """Somebody reports; the same again is the same report."""
        for other in self.reports:
            if said.reporter is not None and (other.reporter, other.subject) == (said.reporter, said.subject):
                if said.is_urgent and not other.is_urgent:
                    other.is_urgent = True
                    self._open(at, said.subject, True, is_anybody_there)
                return
        self._open(at, said.subject, said.is_urgent, is_anybody_there)
        self.reports.append(said)
        if not is_staffed:
            self._night(at, self.waiting[said.subject], is_anybody_there)

    def claim(self, at: datetime.datetime, subject: Subject) -> None:
        """A moderator takes it up."""
        self.waiting[subject].held_since = at

    def decide(self, subject: Subject) -> None:
        """It is decided, and what was reported of it is settled; a member who was paused is let go."""
        del self.waiting[subject]
        self.reports = [said for said in self.reports if said.subject != subject]
        if subject[0] == "member":
            self.paused.discard(subject[1])

    def beat(self, at: datetime.datetime, *, is_staffed: bool, is_anybody_there: bool) -> None:
        """The schedule's task runs."""
        for item in self.waiting.values():
            if item.held_since is not None and item.held_since <= at - LAPSES:
                item.held_since = None
                if item.is_urgent:
                    item.paged = item.escalated = None
        for item in list(self.waiting.values()):
            if item.held_since is None:
                self._call(at, item, is_anybody_there)
        if not is_staffed:
            for item in list(self.waiting.values()):
                self._night(at, item, is_anybody_there)

    def _call(self, at: datetime.datetime, item: Item, is_anybody_there: bool) -> None:
        if item.is_urgent and item.paged is None:
            self._page(at, item, is_anybody_there)
        if item.is_urgent and item.escalated is None and item.paged is not None and at - item.paged >= ESCALATES:
            item.escalated = at
            self.alarms.append((at, "escalated", item.subject))
        if not item.is_late and at >= item.look_by:
            item.is_late = True
            self.alarms.append((at, "late", item.subject))

    def _open(self, at: datetime.datetime, subject: Subject, is_urgent: bool, is_anybody_there: bool) -> Item:
        item = self.waiting.get(subject)
        if item is None:
            item = Item(subject, at, False, at + OTHER_LOOK)
            self.waiting[subject] = item
        if is_urgent and not item.is_urgent:
            item.is_urgent, item.look_by = True, min(item.look_by, at + URGENT_LOOK)
            self._page(at, item, is_anybody_there)
        return item

    def _page(self, at: datetime.datetime, item: Item, is_anybody_there: bool) -> None:
        if item.held_since is not None or item.paged is not None:
            return
        item.paged = at
        self.alarms.append((at, "paged", item.subject))
        if not is_anybody_there:
            item.escalated = at
            self.alarms.append((at, "escalated", item.subject))

    def _night(self, at: datetime.datetime, item: Item, is_anybody_there: bool) -> None:
        """Three who count hide it; five who count pause its author, whatever they reported of them."""
        authors = {said.author for said in self.reports if said.subject == item.subject}
        who = {said.reporter for said in self.reports if said.subject == item.subject and said.counts}
        if item.subject[0] == "post" and len(who) >= HIDES and not item.was_acted_on:
            item.was_acted_on = True
            self._open(at, item.subject, True, is_anybody_there)
            self.acts.append((at, "hide", item.subject))
        for author in authors:
            against = {said.reporter for said in self.reports if said.author == author and said.counts}
            if len(against) >= PAUSES and author not in self.paused:
                about = self._open(at, ("member", author), True, is_anybody_there)
                self.paused.add(author)
                about.was_acted_on = True
                self.acts.append((at, "pause", about.subject))
