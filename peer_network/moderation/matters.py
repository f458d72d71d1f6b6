"""What an item of the queue is about, whichever part of the room it belongs to."""

from dataclasses import dataclass, field
from typing import Any

from peer_network.models import Act, Appeal, Member, QueueItem, Report, SpaceEntry
from peer_network.moderation import subjects
from peer_network.moderation.subjects import Subject, UnknownSubject

GONE = [("It is no longer there", "It was taken away since.")]


@dataclass(frozen=True)
class Matter:
    """`noun` stands in sentences; `words` are what a moderator reads; `row` is None where it is gone."""

    noun: str
    words: list[tuple[str, str]]
    row: Any = None
    address: str = ""
    subject: Subject | None = None
    acts: list[Act] = field(default_factory=list)

    @property
    def can_be_hidden(self) -> bool:
        """Whether it is something that members see."""
        return self.subject is not None and self.subject.kind not in (MEMBER.kind, REPORT.kind)

    @property
    def can_be_changed(self) -> bool:
        """Whether its writer can be asked to change it."""
        return self.subject is not None and self.subject.ask_change is not None


def of_item(item: QueueItem) -> Matter:
    """What the item is about."""
    if item.kind == QueueItem.Kind.APPEAL:
        return _of_appeal(item)
    if item.kind == QueueItem.Kind.CLOSING:
        return _of_closing(item)
    if item.kind == QueueItem.Kind.ENTRY:
        return _of_entry(item)
    return of_subject(item.subject_kind, item.subject_id)


def of_subject(kind: str, public_id: Any) -> Matter:
    """What a kind and an id name; without words where it is gone or its part isn't installed."""
    try:
        subject = subjects.of_kind(kind)
    except UnknownSubject:
        return Matter(kind, GONE)
    row = subject.find(public_id)
    if row is None:
        return Matter(subject.noun, GONE, subject=subject)
    return Matter(subject.noun, subject.words(row), row, subject.address(row), subject)


def _of_appeal(item: QueueItem) -> Matter:
    appeal = Appeal.objects.select_related("act__letter").filter(public_id=item.subject_id).first()
    if appeal is None:
        return Matter("appeal", GONE)
    act = appeal.act
    about = of_subject(act.subject_kind, act.subject_id)
    decided = f"{act.get_kind_display()}. {act.get_reason_display()}."
    words = [("The member writes", appeal.words), ("What was decided", decided), *_letter(act), *about.words]
    return Matter("appeal", words, appeal, about.address)


def _of_closing(item: QueueItem) -> Matter:
    act = Act.objects.select_related("letter").filter(public_id=item.subject_id).first()
    if act is None:
        return Matter("membership", GONE)
    member = Member.objects.filter(public_id=act.about).first()
    named = [("The member", member.display_name)] if member else GONE
    words = [*named, ("Why it should be closed", act.get_reason_display()), *_letter(act)]
    return Matter("membership", words, member and act)


def _of_entry(item: QueueItem) -> Matter:
    entry = SpaceEntry.objects.select_related("space", "member").filter(public_id=item.subject_id).first()
    if entry is None:
        return Matter("space", GONE)
    words = [("The space", entry.space.title), ("The member", entry.member.display_name)]
    return Matter("space", [*words, *([("They say", entry.words)] if entry.words else [])], entry)


def _letter(act: Act) -> list[tuple[str, str]]:
    letter = getattr(act, "letter", None)
    found = [("Message to the member", letter.words)] if letter and letter.words else []
    return found + ([("Note for moderators", letter.note)] if letter and letter.note else [])


def _nothing(row: Any) -> None:
    """A member and a visitor's words are not hidden as such: what is done about members are acts of their own."""


MEMBER = Subject(
    kind="member",
    noun="membership",
    find=lambda public_id: Member.objects.filter(public_id=public_id).first(),
    words=lambda member: [("Display name", member.display_name)],
    author=lambda member: member,
    address=lambda member: "",
    show=_nothing,
    hide=_nothing,
    remove=_nothing,
)
REPORT = Subject(
    kind="report",
    noun="something that a reporter describes",
    find=lambda public_id: Report.objects.filter(public_id=public_id).first(),
    words=lambda report: [("Where it is", report.place)],
    author=lambda report: None,
    address=lambda report: "",
    show=_nothing,
    hide=_nothing,
    remove=_nothing,
    can_be_reported=lambda report, member: False,
)
