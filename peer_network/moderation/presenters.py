"""The queue, an item, decisions and alarms as pages show them and files hold them."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from config.today import today
from files.people import NO_PEOPLE
from files.tables import Table, numeric
from peer_network.models import Act, Alarm, ItemStep, Member, QueueItem, Report
from peer_network.moderation import clocks, subjects
from ui import formats

Kind = Act.Kind
SOURCE = "The moderators’ queue of the peer network"
# What a moderator presses, and what it does.
ACTS = {
    Kind.SHOW: ("Show it", "Members can read it. Its writer hears that it is shown."),
    Kind.RESTORE: ("Show it again", "It comes back at its old place."),
    Kind.NO_ACTION: ("Leave it as it is", "Nothing changes, and nobody but the reporter hears of it."),
    Kind.ASK_CHANGE: ("Ask for a change", "It is out of sight until its writer has changed it and you have read it."),
    Kind.HIDE: ("Hide it", "It is out of sight. It can be shown again."),
    Kind.REMOVE: ("Remove it", "It is taken away. Its writer can ask a second moderator to look again."),
    Kind.WRITE: ("Write to the member", "A kind word, or a question. Nothing changes."),
    Kind.WARN: ("Write a warning", "The member reads your words. Nothing else changes."),
    Kind.PAUSE: ("Pause the member", "They can read, but not write for some days."),
    Kind.UNPAUSE: ("End the pause", "They can write again."),
    Kind.CLOSING: ("Propose to close the account", "Another moderator decides it."),
    Kind.CLOSE: ("Close the account", "They can’t come in any more. They can ask for another look."),
    Kind.NOT_CLOSED: ("Don’t close it", "The account stays as it is."),
    Kind.STANDING: ("Change how long they are known", "New members’ posts wait. Trusted members have wider limits."),
    Kind.LET_IN: ("Let them in", "They can read and write in the space."),
    Kind.NOT_LET_IN: ("Don’t let them in", "They hear it in your words."),
}
URGENCIES = {"peers_late": "Late", "peers_urgent": "Urgent", "peers_soon": "Within a day"}
WARNINGS = (Kind.REMOVE, Kind.CLOSE, Kind.CLOSING)


def noun_of(item: QueueItem) -> str:
    """What it is about, in one word."""
    try:
        return subjects.of_kind(item.subject_kind).noun.capitalize()
    except subjects.UnknownSubject:
        return {"appeal": "Appeal", "closing": "Membership"}.get(item.subject_kind, "Entry")


def urgency(item: QueueItem) -> str:
    """The tag of its urgency and lateness."""
    if clocks.is_late(item):
        return "peers_late"
    return "peers_urgent" if item.urgency == QueueItem.Urgency.URGENT else "peers_soon"


def queue_table(items: Iterable[QueueItem], me: Any) -> Table:
    """The queue."""
    head = ("What", "How soon", "Time", "Who", numeric("Reports"))
    rows = tuple([_what(item), _how_soon(item), clocks.words(item), _who(item, me), item.reported] for item in items)  # type: ignore[attr-defined]
    return Table("queue", "What waits", head, rows, as_at=today(), source=SOURCE, people=NO_PEOPLE)


def _what(item: QueueItem) -> dict[str, Any]:
    sample = " (sample)" if item.is_sample else ""
    return {
        "text": f"{item.get_kind_display()}: {noun_of(item).lower()}{sample}",
        "href": reverse("peers:item", args=[item.public_id]),
    }


def _how_soon(item: QueueItem) -> dict[str, Any]:
    status = urgency(item)
    return {"status": status, "text": URGENCIES[status]}


def _who(item: QueueItem, me: Any) -> Any:
    if item.claimed_by_id is None:
        return {"status": "peers_free", "text": "Free"}
    if item.claimed_by_id == me.pk:
        return {"status": "peers_mine", "text": "You look at it"}
    return f"{item.claimed_by} looks at it"


def reports(found: Iterable[Report]) -> list[dict[str, str]]:
    """What was reported, by a member or a visitor, whose name stands nowhere."""
    return [
        {
            "reason": report.get_reason_display(),
            "words": report.words,
            "whose": f"{report.whose}, {formats.date_and_time(report.made_at)}",
        }
        for report in found
    ]


def steps(found: Iterable[ItemStep]) -> list[str]:
    """What happened with an item, without who opened distressing words: that is theirs to know."""
    return [
        f"{formats.date_and_time(step.at)}: {step.get_kind_display().lower()}"
        f"{f' by {step.by}' if step.by else ''}{f': {step.words}' if step.words else ''}"
        for step in found
        if step.kind != ItemStep.Kind.OPENED
    ]


def member_facts(member: Member) -> list[tuple[str, str]]:
    """What a moderator knows of a member: nothing that leads to a person."""
    facts = [("Display name", member.display_name), ("How known", member.get_standing_display())]
    state = member.get_state_display()
    if member.paused_until:
        state = f"{state} until {formats.date_and_time(member.paused_until)}"
    return [*facts, ("Membership", state)]


def acts_table(
    found: Iterable[Act], key: str = "decisions", caption: str = "Decisions", *, links: bool = True
) -> Table:
    """Decisions with who decided: for moderators alone."""
    head = ("When", "Decision", "Why", "About", "By")
    rows = tuple(
        [
            formats.date_and_time(act.at),
            {"text": act.get_kind_display(), "href": reverse("peers:act", args=[act.public_id])}
            if links
            else act.get_kind_display(),
            act.get_reason_display(),
            _about(act),
            str(act.by) if act.by else "The system",
        ]
        for act in found
    )
    return Table(key, caption, head, rows, as_at=today(), source=SOURCE, people=NO_PEOPLE)


def _about(act: Act) -> str:
    try:
        return subjects.of_kind(act.subject_kind).noun.capitalize()
    except subjects.UnknownSubject:
        return "Entry"


def alarms_table(found: Iterable[Alarm]) -> Table:
    """Who was called when, by how many."""
    head = ("When", "Alarm", "About", numeric("People called"), "Looked at first")
    rows = tuple(
        [
            formats.date_and_time(alarm.at),
            alarm.get_kind_display(),
            {"text": alarm.item.get_kind_display(), "href": reverse("peers:item", args=[alarm.item.public_id])},
            alarm.told,
            formats.date_and_time(alarm.item.first_claimed_at) or "Not yet",
        ]
        for alarm in found
    )
    return Table("alarms", "Alarms", head, rows, as_at=today(), source=SOURCE, people=NO_PEOPLE)
