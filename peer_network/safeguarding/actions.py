"""Opening a case, by a moderator, a member or a lead.

Audit rows name a case by its reference alone: no words, no member. What a member tells is not in the audit with
their name (design of the room: nothing leads from a pseudonym to a person).
"""

import secrets
import uuid
from typing import Any

from django.db import transaction

import audit
from config.today import moment
from peer_network.models import Case, CaseEntry, Member, QueueItem
from peer_network.moderation import subjects
from peer_network.safeguarding import notices, sealing
from peer_network.safeguarding.errors import CaseRefused

# No letters that look like a number or another letter: the reference is read out on the telephone.
LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 8
LONGEST = 5_000  # characters of what worries
A_MEMBER = "A member of the peer network"


def refer(*, item: QueueItem, by: Any, words: str) -> Case:
    """A moderator refers an item of the queue: what it is about, whose it is, and why. Raises CaseRefused.

    Where a case about the same thing goes on, the words are added to it. The moderator may know that it was referred
    (`was_referred`), and nothing else of the case.
    """
    urgent = item.urgency == QueueItem.Urgency.URGENT
    return open_case(
        origin=Case.Origin.MODERATOR,
        words=words,
        urgency=Case.Urgency.DANGER if urgent else Case.Urgency.TODAY,
        by=by,
        about=item.about,
        subject=(item.subject_kind, item.subject_id),
        is_sample=item.is_sample,
    )


def tell(*, member: Member, words: str, urgency: int = Case.Urgency.TODAY) -> Case:
    """A member tells the safeguarding leads of a worry. Raises CaseRefused."""
    return open_case(origin=Case.Origin.MEMBER, words=words, urgency=urgency, by=None, told_by=member)


@transaction.atomic
def open_case(
    *,
    origin: str,
    words: str,
    urgency: int,
    by: Any,
    about: Member | None = None,
    about_words: str = "",
    told_by: Member | None = None,
    subject: tuple[str, uuid.UUID] | None = None,
    is_sample: bool = False,
) -> Case:
    """A new case, or one more entry of the case about the same thing that goes on. Raises CaseRefused without words.

    `subject` is a kind of `moderation.subjects` and the public id. All leads are told at once.
    """
    words = words.strip()
    if not words:
        raise CaseRefused("Say what worries you.")
    if subject and (found := _going_on(*subject)):
        return _again(found, words, urgency, by)
    facts: dict[str, Any] = {"words": words, "about_words": about_words.strip()}
    facts |= {"about": str(about.public_id)} if about else {}
    facts |= {"told_by": str(told_by.public_id)} if told_by else {}
    facts |= {"subject": [subject[0], str(subject[1])], "written": _written(*subject)} if subject else {}
    case = Case(
        reference=_reference(),
        origin=origin,
        urgency=urgency,
        opened_by=by,
        lead=by if origin == Case.Origin.LEAD else None,
        opened_at=moment(),
        sealed_key=sealing.new_key(),
        about_mark=sealing.mark("member", about.public_id) if about else "",
        subject_mark=sealing.mark(*subject) if subject else "",
        is_sample=is_sample,
    )
    case.sealed = sealing.seal(case, facts)
    case.save()
    add_entry(case=case, kind=CaseEntry.Kind.OPENED, words=case.get_origin_display(), by=by)
    audit.record(action="safeguarding.open", by=by, by_words=A_MEMBER, object=case)
    notices.opened(case, by=by)
    return case


def add_entry(
    *, case: Case, kind: str, words: str, by: Any, step: str = "", happened_at: Any = None, **facts: Any
) -> CaseEntry:
    """One line of the chronology, in the caller's transaction. `facts` are sealed beside the words."""
    now = moment()
    sealed = sealing.seal(case, {"words": words, **facts})
    return CaseEntry.objects.create(
        case=case, kind=kind, step=step, happened_at=happened_at or now, by=by, at=now, sealed=sealed
    )


def was_referred(kind: str, public_id: uuid.UUID) -> bool:
    """Whether a case about this thing was opened: all that a moderator may know of it."""
    return Case.objects.filter(subject_mark__in=sealing.marks(kind, public_id)).exists()


def _written(kind: str, public_id: uuid.UUID) -> list[tuple[str, str]]:
    """What it says now, kept with the case: it may be changed, removed or erased afterwards."""
    try:
        found = subjects.of_kind(kind)
    except subjects.UnknownSubject:
        return []
    row = found.find(public_id)
    return found.words(row) if row is not None else []


def _going_on(kind: str, public_id: uuid.UUID) -> Case | None:
    found = Case.objects.going_on().filter(subject_mark__in=sealing.marks(kind, public_id))
    return found.select_for_update().first()


def _again(case: Case, words: str, urgency: int, by: Any) -> Case:
    add_entry(case=case, kind=CaseEntry.Kind.REFERRED, words=words, by=by)
    if urgency < case.urgency:
        case.urgency = urgency
        case.save(update_fields=["urgency"])
    audit.record(action="safeguarding.refer_again", by=by, by_words=A_MEMBER, object=case)
    notices.opened(case, by=by, again=True)
    return case


def _reference() -> str:
    """Drawn by lot: 30 letters in 8 places make a number that is in use already too rare to meet."""
    drawn = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
    return f"SG-{drawn[:4]}{drawn[4:]}"
