"""Conversations of two members, which nobody else reads."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Greatest, Least

from config.today import moment
from peer_network.models.private_rules import ENDED_STAYS, MESSAGE_IN_OPEN

LONGEST_MESSAGE = 3_000  # characters
LIVE = ("asked", "open", "paused")


class Conversation(models.Model):
    """Two members who both agreed to write to each other.

    With `about_group`, one asks to come to a local group and the other keeps it: it `is_unnamed`, and neither ever sees
    the other's display name, since the group says where its people live. `agreed_again_by`: who of the two wants to go
    on after a pause.
    """

    class State(models.TextChoices):
        ASKED = "asked", "Waits for an answer"
        OPEN = "open", "Open"
        PAUSED = "paused", "Paused"
        DECLINED = "declined", "Not just now"
        ENDED = "ended", "Ended"

    public_id = models.UUIDField("id in addresses", default=uuid.uuid4, unique=True, editable=False)
    asker = models.ForeignKey(
        "peer_network.Member", related_name="conversations_asked", on_delete=models.SET_NULL, null=True, blank=True
    )
    other = models.ForeignKey(
        "peer_network.Member", related_name="conversations_had", on_delete=models.SET_NULL, null=True, blank=True
    )
    about_group = models.ForeignKey(
        "peer_network.LocalGroup", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    is_unnamed = models.BooleanField("neither sees the other's name", default=False)
    state = models.CharField("state", max_length=8, choices=State, default=State.ASKED)
    asked_at = models.DateTimeField("asked", default=moment)
    answered_at = models.DateTimeField("answered", null=True, blank=True)
    changed_at = models.DateTimeField("last message or change", default=moment)
    paused_by = models.ForeignKey(
        "peer_network.Member", related_name="+", on_delete=models.SET_NULL, null=True, blank=True
    )
    agreed_again_by = models.ForeignKey(
        "peer_network.Member", related_name="+", on_delete=models.SET_NULL, null=True, blank=True
    )
    last_position = models.PositiveIntegerField("place of the newest message", default=0)
    asker_read = models.PositiveIntegerField("read by who asked, up to", default=0)
    other_read = models.PositiveIntegerField("read by the other, up to", default=0)
    is_sample = models.BooleanField("sample", default=False)

    class Meta:
        verbose_name = "conversation"
        ordering = ["-changed_at", "-pk"]
        triggers = [ENDED_STAYS]
        constraints = [
            models.CheckConstraint(
                condition=Q(asker__isnull=True) | Q(other__isnull=True) | ~Q(asker=F("other")),
                name="peers_conversation_of_two",
                violation_error_message="You can't write to yourself.",
            ),
            models.UniqueConstraint(
                Least("asker", "other"),
                Greatest("asker", "other"),
                "about_group",
                condition=Q(state__in=LIVE, asker__isnull=False, other__isnull=False),
                nulls_distinct=False,
                name="peers_conversation_once",
                violation_error_message="You two have a conversation already.",
            ),
            models.CheckConstraint(
                condition=Q(about_group__isnull=True) | Q(is_unnamed=True),
                name="peers_conversation_unnamed",
                violation_error_message="Who keeps a group, and who asks to come, are not named to each other.",
            ),
            models.CheckConstraint(
                condition=Q(state="asked") | Q(answered_at__isnull=False),
                name="peers_conversation_answered",
                violation_error_message="What was answered was answered at some time.",
            ),
            models.CheckConstraint(
                condition=Q(state="paused") | Q(agreed_again_by__isnull=True, paused_by__isnull=True),
                name="peers_conversation_paused",
                violation_error_message="Only a paused conversation waits to go on.",
            ),
        ]

    def __str__(self) -> str:
        return f"Conversation {self.pk}"


class Message(models.Model):
    """One message. `position` counts from 1 in its conversation and is given when the other may first read it."""

    class State(models.TextChoices):
        WAITING = "waiting", "Waits for a moderator"
        SHOWN = "shown", "Shown"
        HIDDEN = "hidden", "Hidden"
        REMOVED = "removed", "Removed by a moderator"

    public_id = models.UUIDField("id in addresses", default=uuid.uuid4, unique=True, editable=False)
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="messages")
    writer = models.ForeignKey(
        "peer_network.Member", related_name="messages", on_delete=models.SET_NULL, null=True, blank=True
    )
    body = models.TextField("text", max_length=LONGEST_MESSAGE)
    state = models.CharField("state", max_length=8, choices=State, default=State.SHOWN)
    position = models.PositiveIntegerField("place in the conversation", null=True, blank=True)
    written_at = models.DateTimeField("written", default=moment)
    around_may_be_read = models.BooleanField("a moderator may read the messages around it", default=False)
    is_sample = models.BooleanField("sample", default=False)

    class Meta:
        verbose_name = "message"
        ordering = ["conversation", "position", "pk"]
        triggers = [MESSAGE_IN_OPEN]
        indexes = [models.Index(fields=["writer", "-written_at"], name="peers_message_by_writer")]
        constraints = [
            models.UniqueConstraint(
                fields=["conversation", "position"],
                name="peers_message_position_once",
                violation_error_message="There is a message at this place already.",
            ),
            models.CheckConstraint(
                condition=~Q(state="shown") | Q(position__gt=0),
                name="peers_message_shown_has_a_place",
                violation_error_message="A message that is shown has a place in its conversation.",
            ),
            models.CheckConstraint(
                condition=~Q(state="waiting") | Q(position__isnull=True),
                name="peers_message_waiting_was_never_shown",
                violation_error_message="A message that was shown is hidden, and doesn't wait.",
            ),
        ]

    def __str__(self) -> str:
        return f"Message {self.pk}"
