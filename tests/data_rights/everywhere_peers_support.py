"""A person's rows in finding support and among shared files, with their name in every text of them."""

import datetime
import io
from typing import Any

from django.utils import timezone

from files import private
from peer_network.models import (
    Conversation,
    EventComer,
    FileThanks,
    GroupEvent,
    LocalGroup,
    Member,
    Message,
    SharedFile,
    SupporterProfile,
    WritingConsent,
)
from peer_network.sharing import files


def make(user: Any, other: Any) -> None:
    """What the person offered, asked, wrote, proposed and shared; `other` writes of them too."""
    me, them = Member.objects.get(user=user), Member.objects.get(user=other)
    named, now = f"Ask {user.name}", timezone.now()
    SupporterProfile.objects.create(member=me, about=named, can_help=named)
    talk = Conversation.objects.create(asker=me, other=them)
    Message.objects.create(conversation=talk, writer=me, body=named, position=1)
    Conversation.objects.update(state="open", answered_at=now, last_position=2)
    Message.objects.create(conversation=talk, writer=them, body=named, position=2)
    words = {"title": named, "about": named, "coming": named, "kind": "group", "place": "online"}
    mine, theirs = (LocalGroup.objects.create(proposed_by=each, **words) for each in (me, them))
    starts = now + datetime.timedelta(days=3)
    times = {"starts_at": starts, "ends_at": starts + datetime.timedelta(hours=1)}
    told = {"title": named, "words": named, "accessibility": named, "place": named}
    GroupEvent.objects.create(group=mine, proposed_by=me, **told, **times)
    event = GroupEvent.objects.create(group=theirs, proposed_by=them, **told, **times)
    EventComer.objects.create(event=event, member=me)
    WritingConsent.objects.create(member=me, supporter=them, until=starts.date())
    WritingConsent.objects.create(member=them, supporter=me, until=starts.date())
    for state in ("draft", "shown"):
        _file(me, state, named)
    FileThanks.objects.create(file=_file(them, "shown", named), member=me)


def _file(member: Member, state: str, named: str) -> SharedFile:
    kept = private.keep(io.BytesIO(b"x"), area=None, purpose=files.PURPOSE, limit_bytes=10)
    facts = {"title": named, "purpose": named, "kind": "rota", "ending": ".png", "size_bytes": 1, "kept": kept}
    return SharedFile.objects.create(member=member, state=state, shown_at=timezone.now(), **facts)
