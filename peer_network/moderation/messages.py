"""Ready-written messages: those of `messages.toml` and `replies.toml`, and what moderators made of them.

A row of the table stands in the place of a file's message with the same key, so that a newer file reaches a network
that has changed some of them.
"""

import functools
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.text import slugify

import audit
from config.today import moment
from peer_network.models import Act, ReadyMessage

FOLDER = Path(__file__).parents[1] / "words"
WRITERS = ("writer", "member")
# What the room itself says, without a moderator who chooses it.
OF_THE_ROOM = ("waits", "appeal-received")


@dataclass(frozen=True)
class Message:
    """One message. `act` is empty where nobody but a reporter, or the room itself, uses it."""

    key: str
    act: str
    title: str
    body: str
    is_active: bool = True

    @property
    def for_what(self) -> str:
        """For which decision, in words."""
        return str(Act.Kind(self.act).label) if self.act else "Sent by itself"


def all_messages() -> list[Message]:
    """Every message, by what it is for; one query."""
    found = {message.key: message for message in _of_the_files()}
    for row in ReadyMessage.objects.all():
        found[row.key] = Message(row.key, row.act, row.title, row.body, row.is_active)
    return sorted(found.values(), key=lambda message: (not message.act, message.for_what, message.title))


def offered(kind: str) -> list[Message]:
    """The messages that a moderator can choose for this kind of decision."""
    return [message for message in all_messages() if message.act == kind and message.is_active]


def find(key: str) -> Message | None:
    """The message of this key."""
    return next((message for message in all_messages() if message.key == key), None)


def body(key: str) -> str:
    """The words of a message that the room itself sends; raises LookupError where it has none of this key."""
    found = find(key)
    if found is None:
        raise LookupError(key)
    return found.body


@transaction.atomic
def write(*, key: str, act: str, title: str, body: str, is_active: bool = True, by: Any) -> ReadyMessage:
    """Change the message of this key, or add one where the key is empty."""
    facts = {"act": act, "title": title.strip(), "body": body.strip(), "is_active": is_active}
    kept, _ = ReadyMessage.objects.update_or_create(
        key=key or _free_key(title), defaults={**facts, "changed_by": by, "changed_at": moment()}
    )
    audit.record(action="peers_messages.change", by=by, object=kept, detail={"for": act, "offered": is_active})
    return kept


@functools.cache
def _of_the_files() -> tuple[Message, ...]:
    """Those that go with a decision, and those that go without; raises ValueError for a decision that there is not."""
    decisions = tomllib.loads((FOLDER / "messages.toml").read_text())["messages"]
    if unknown := {row["act"] for row in decisions} - set(Act.Kind.values):
        raise ValueError(f"messages.toml: there are no decisions {sorted(unknown)}.")
    replies = tomllib.loads((FOLDER / "replies.toml").read_text())["replies"]
    return tuple(
        Message(row["key"], row.get("act") or _without_decision(row), row["title"], _unwrapped(row["body"]))
        for row in [*decisions, *replies]
    )


def _without_decision(row: dict[str, Any]) -> str:
    """A reply to a member is written to them; reporters' replies, and the room's own, are sent by themselves."""
    return Act.Kind.WRITE if row["to"] in WRITERS and row["key"] not in OF_THE_ROOM else ""


def _unwrapped(text: str) -> str:
    """Paragraphs stay; a line break within one is the file's."""
    return "\n\n".join(" ".join(part.split()) for part in text.strip().split("\n\n"))


def _free_key(title: str) -> str:
    base = slugify(title)[:50] or "message"
    taken = {message.key for message in all_messages()}
    return next(key for key in (base, *(f"{base}-{number}" for number in range(2, 10_000))) if key not in taken)
