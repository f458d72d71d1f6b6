"""Notifications, what people choose to hear of, and the record of every e-mail. All in the shared schema."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.urls import reverse

from notify import registry

CHOICES = [(way.value, way.value) for way in registry.Way]


class Notification(models.Model):
    """Something new for one person. Written through `notify.actions` only.

    `title`, `body` and `url` are for the page. An area's news is shown to its members of today only.
    """

    public_id = models.UUIDField("id in addresses", default=uuid.uuid4, unique=True, editable=False)
    to = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notifications")
    kind = models.CharField("kind", max_length=60)
    title = models.CharField("title", max_length=200)
    body = models.TextField("text", blank=True)
    url = models.CharField("address", max_length=500, blank=True)
    area_slug = models.CharField("area", max_length=40, blank=True)
    key = models.CharField("key of the event", max_length=200, null=True, blank=True)  # noqa: DJ001 - NULLs are distinct
    created_at = models.DateTimeField("when", db_default=Now())
    read_at = models.DateTimeField("read", null=True, blank=True)
    waits_for = models.CharField("summary that it waits for", max_length=10, blank=True)
    mail = models.ForeignKey(
        "notify.Mail", on_delete=models.SET_NULL, null=True, blank=True, related_name="notifications"
    )

    class Meta:
        verbose_name = "notification"
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["to", "kind", "key"],
                name="notification_once_an_event",
                violation_error_message="This person was told of this already.",
            ),
            models.CheckConstraint(
                condition=Q(url="") | (Q(url__startswith="/") & ~Q(url__startswith="//") & ~Q(url__contains="\\")),
                name="notification_leads_into_this_site",
                violation_error_message="A notification leads to a page of this site.",
            ),
            models.CheckConstraint(
                condition=Q(waits_for__in=["", *registry.DIGESTS]),
                name="notification_waits_for_a_digest",
                violation_error_message="A notification waits for the daily or the weekly summary, or for none.",
            ),
        ]
        indexes = [
            models.Index(fields=["to", "-created_at", "-id"], name="notification_of_person"),
            models.Index(fields=["to", "area_slug"], condition=Q(read_at__isnull=True), name="notification_unread"),
            models.Index(fields=["waits_for", "created_at"], condition=~Q(waits_for=""), name="notification_waiting"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The address that leads on to `url`; it tells nothing, so it is what mails link to."""
        return reverse("notify:go", args=[self.public_id])


class Preference(models.Model):
    """How one person wants to hear of one kind, where that is not the kind's default.

    The kind `digest` with the way "page" says: no summary of any kind, later kinds included.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField("kind", max_length=60)
    way = models.CharField("how", max_length=10, choices=CHOICES)
    changed_at = models.DateTimeField("changed", auto_now=True)

    class Meta:
        verbose_name = "choice of notifications"
        verbose_name_plural = "choices of notifications"
        constraints = [
            models.UniqueConstraint(
                fields=["user", "kind"],
                name="preference_once_a_kind",
                violation_error_message="There is a choice for this kind already.",
            ),
            models.CheckConstraint(
                condition=Q(way__in=[way.value for way in registry.Way]),
                name="preference_way_known",
                violation_error_message="Choose one of the ways.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.way}"


class Mail(models.Model):
    """One e-mail to one address: recorded with its cause, sent by a worker from here, and what became of it.

    Its text is sealed while it waits, since it may hold a one-time link, and wiped when it has gone. Written through
    `notify.mails` only. All times are the database's clock.
    """

    class State(models.TextChoices):
        QUEUED = "queued", "Waiting to be sent"
        SENDING = "sending", "Being sent"
        SENT = "sent", "Sent"
        FAILED = "failed", "Not sent"
        UNSURE = "unsure", "Perhaps sent"
        DROPPED = "dropped", "No longer needed"

    WAITING = (State.QUEUED, State.SENDING)

    public_id = models.UUIDField("id in the e-mail", default=uuid.uuid4, unique=True, editable=False)
    to = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    address = models.EmailField("to", max_length=254)
    kind = models.CharField("kind", max_length=60, blank=True)
    subject = models.CharField("subject", max_length=300)
    sealed = models.TextField("sealed text", blank=True)
    key = models.CharField("key of its cause", max_length=200, unique=True, null=True, blank=True)  # noqa: DJ001
    state = models.CharField("state", max_length=10, choices=State, default=State.QUEUED)
    tries = models.PositiveSmallIntegerField("times tried", default=0)
    created_at = models.DateTimeField("recorded", db_default=Now())
    due_at = models.DateTimeField("to be sent from", db_default=Now())
    claimed_at = models.DateTimeField("last taken up", null=True, blank=True)
    ended_at = models.DateTimeField("ended", null=True, blank=True)
    last_error = models.CharField("last error", max_length=300, blank=True)

    class Meta:
        verbose_name = "e-mail"
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["queued", "sending", "sent", "failed", "unsure", "dropped"]),
                name="mail_state_known",
                violation_error_message="An e-mail waits, is being sent, or has ended in one of four ways.",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["queued", "sending"], ended_at__isnull=True)
                | Q(state__in=["sent", "failed", "unsure", "dropped"], ended_at__isnull=False, sealed=""),
                name="mail_ended_has_time_and_no_text",
                violation_error_message="An e-mail that has ended says when, and its text is wiped.",
            ),
        ]
        indexes = [
            models.Index(fields=["due_at"], condition=Q(state="queued"), name="mail_due"),
            models.Index(fields=["claimed_at"], condition=Q(state="sending"), name="mail_being_sent"),
        ]

    def __str__(self) -> str:
        return f"{self.subject} ({self.get_state_display()})"
