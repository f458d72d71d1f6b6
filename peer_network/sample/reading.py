"""The sample's files, and the rows that were made from them, by the keys that the files use."""

import datetime
import functools
import tomllib
import uuid
from pathlib import Path
from typing import Any

from django.utils import timezone

from config.today import moment, today
from peer_network.models import Member, QueueItem, Topic

FOLDER = Path(__file__).parent
# Which of the sample's members the demo's people are.
DEMO = {"purple-wheels": "budget-holder", "three-hoovers": "carer", "heron": "peer-supporter"}


@functools.cache
def read(name: str) -> dict[str, Any]:
    """A file of the sample: `read("people")`."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text())


def day(days_ago: int) -> datetime.date:
    """So many days before the demo's today."""
    return today() - datetime.timedelta(days=days_ago)


def at(days_ago: int, time: str) -> datetime.datetime:
    """A day and a time ("08:40") of the sample, in London."""
    return timezone.make_aware(datetime.datetime.combine(day(days_ago), datetime.time.fromisoformat(time)))


def email_of(key: str) -> str:
    """The address of the account behind a member: the demo's person's, or one that leads nowhere."""
    if key in DEMO:
        return f"{DEMO[key]}@demo.example"
    number = [each["key"] for each in read("people")["members"]].index(key) + 1
    return f"sample-{number}@demo.example"


def members() -> dict[str, Member]:
    """Key -> member of the sample. Empty before it was made."""
    keys = {email_of(each["key"]): each["key"] for each in read("people")["members"]}
    found = Member.objects.filter(user__email__in=keys).select_related("user")
    return {keys[member.user.email]: member for member in found}


def topic(key: str) -> Topic:
    """The topic of this key. Raises StopIteration for a key that isn't in the file, Topic.DoesNotExist."""
    title = next(each["title"] for each in read("conversations")["topics"] if each.get("key") == key)
    return Topic.objects.get(is_sample=True, title=title)


def looked_at(subject_kind: str, subject_id: uuid.UUID) -> None:
    """A moderator has looked at it and shown it, on the same day."""
    waiting = QueueItem.objects.filter(subject_kind=subject_kind, subject_id=subject_id, closed_at__isnull=True)
    waiting.update(closed_at=moment(), outcome="show")
