"""A person's rows in moderating: reports and appeals of theirs, decisions about them and by them, hours of a rota."""

import datetime
from typing import Any

from django.utils import timezone

from peer_network.models import (
    Act,
    Appeal,
    DutyShift,
    ItemStep,
    Letter,
    Member,
    OnCall,
    PhraseEdition,
    QueueItem,
    ReadyMessage,
    Report,
)


def make(user: Any, other: Any) -> None:
    """`user` is a member already, and so is `other`; each wrote a post, and `other`'s waits in the queue."""
    me, item = Member.objects.get(user=user), QueueItem.objects.latest("pk")
    subject = {"subject_kind": item.subject_kind, "subject_id": item.subject_id}
    words = f"{user.name} saw it"
    Report.objects.create(**subject, reporter=me, reason="unkind", words=words, place=words, item=item)
    about = {"subject_kind": "member", "subject_id": me.public_id, "about": me.public_id, "reason": "unkind"}
    warned = Act.objects.create(kind="warn", by=other, **about)
    Letter.objects.create(act=warned, words=f"Dear {user.name}", note=f"About {user.name}")
    Appeal.objects.create(act=warned, member=me, words=f"I am {user.name}")
    Act.objects.create(kind="hide", by=user, reason="unkind", **subject)
    ItemStep.objects.create(item=item, kind="claimed", by=user, words=f"{user.name} looks at it")
    ReadyMessage.objects.create(key="zebra", act="warn", title=user.name, body=f"{user.name} writes", changed_by=user)
    PhraseEdition.objects.create(list="unkind", pattern="get lost", why="Missed", by=user)
    now = timezone.now()
    hours = {"starts_at": now, "ends_at": now + datetime.timedelta(hours=2)}
    DutyShift.objects.create(moderator=user, **hours)
    OnCall.objects.create(person=user, **hours)
