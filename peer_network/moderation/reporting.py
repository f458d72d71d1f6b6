"""Reports: what somebody says is not right. Acknowledged at once, and never a way to the reporter."""

import re
import uuid
from typing import Any
from urllib.parse import unquote

from django.db import transaction

from config.today import moment
from peer_network.models import Member, QueueItem, Report, Topic
from peer_network.moderation import night, notices, subjects
from peer_network.moderation.opening import put_before_moderators
from peer_network.moderation.subjects import Subject

URGENT = (Report.Reason.DANGER, Report.Reason.HURT)
A_UUID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", re.IGNORECASE)
A_POST = re.compile(r"#post-(\d{1,9})")


@transaction.atomic
def report(
    *,
    subject: Subject,
    row: Any,
    reason: str,
    words: str = "",
    place: str = "",
    by: Member | None,
    is_sample: bool = False,
) -> Report:
    """Keep a report and put it before the moderators; the same again by the same member is the same report.

    `by` None is somebody who isn't signed in. The reporter is thanked in the same transaction.
    """
    public_id = row.public_id
    if by is not None:
        # One at a time for each member, so that pressing twice makes one.
        Member.objects.select_for_update().get(pk=by.pk)
        open_ones = Report.objects.filter(settled_at__isnull=True, reporter=by)
        if made := open_ones.filter(subject_kind=subject.kind, subject_id=public_id).first():
            return _again(made, reason, words)
    item = put_before_moderators(
        kind=QueueItem.Kind.REPORT,
        subject_kind=subject.kind,
        subject_id=public_id,
        about=subject.author(row),
        is_urgent=reason in URGENT,
        is_sample=is_sample,
    )
    facts = {"subject_kind": subject.kind, "subject_id": public_id, "reporter": by, "item": item}
    return _keep(facts, reason=reason, words=words, place=place, is_sample=is_sample)


@transaction.atomic
def report_elsewhere(*, place: str, reason: str, words: str = "", by: Member | None = None) -> Report:
    """Keep a report of somebody who says in words, or by an address, where it is.

    Where the address leads to something, it is about that; else a moderator reads the words. The answer is the same
    either way: nobody learns whether an address exists.
    """
    if found := _at(place):
        subject, row = found
        return report(subject=subject, row=row, reason=reason, words=words, place=place, by=by)
    public_id = uuid.uuid4()
    item = put_before_moderators(
        kind=QueueItem.Kind.REPORT,
        subject_kind="report",
        subject_id=public_id,
        about=None,
        is_urgent=reason in URGENT,
    )
    facts = {"public_id": public_id, "subject_kind": "report", "subject_id": public_id, "reporter": by, "item": item}
    return _keep(facts, reason=reason, words=words, place=place)


def _keep(facts: dict[str, Any], *, reason: str, **said: Any) -> Report:
    now = moment()
    made = Report.objects.create(
        reason=reason, is_urgent=reason in URGENT, made_at=now, acknowledged_at=now, **facts, **said
    )
    notices.report_received(made)
    night.look_at(made.item)
    return made


def _again(made: Report, reason: str, words: str) -> Report:
    """The same report: what is said now is added, and danger makes it urgent."""
    if words and words not in made.words:
        made.words = f"{made.words}\n{words}".strip()[:1000]
    if reason in URGENT and not made.is_urgent:
        made.reason, made.is_urgent = reason, True
        put_before_moderators(
            kind=QueueItem.Kind.REPORT,
            subject_kind=made.subject_kind,
            subject_id=made.subject_id,
            about=made.item.about,
            is_urgent=True,
        )
    made.save(update_fields=["words", "reason", "is_urgent"])
    return made


def _at(place: str) -> tuple[Subject, Any] | None:
    """What an address of the room leads to."""
    text = unquote(place)
    for found in A_UUID.findall(text)[:2]:
        public_id = uuid.UUID(found)
        for subject in subjects.all_kinds():
            if subject.kind != "report" and (row := subject.find(public_id)) is not None:
                return subject, row
        if answer := _post_of_topic(public_id, text):
            return answer
    return None


def _post_of_topic(public_id: uuid.UUID, text: str) -> tuple[Subject, Any] | None:
    """A topic's address means the post that it names, or the first."""
    topic = Topic.objects.filter(public_id=public_id).first()
    if topic is None or "post" not in {subject.kind for subject in subjects.all_kinds()}:
        return None
    place = A_POST.search(text)
    post = topic.posts.filter(position=int(place[1]) if place else 1).first() or topic.posts.order_by("pk").first()
    return (subjects.of_kind("post"), post) if post else None
