"""Sessions: help that one or several accounts give to one or several others, from the first date to the transfer.

Written through `timebank.sessions` only. The database holds what makes a session whole (`session_rules`): what is given
is what is had, and a session is confirmed exactly where its transfer is in the ledger.
"""

import datetime
import uuid
from typing import Any

from django.conf import settings
from django.core.validators import URLValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Mod
from django.utils import timezone

from config.today import today
from tenants import groups
from timebank.calc.sessions.clocks import Clock
from timebank.models import session_rules
from timebank.models.accounts import Account
from timebank.models.exchange import How, Offer, Request
from timebank.models.matching import Proposal
from timebank.topics import Topic

MINUTES_STEP = 15
PERSON: dict[str, Any] = {"on_delete": models.PROTECT, "null": True, "related_name": "+"}


def in_quarters(field: str) -> Q:
    """The field holds a multiple of 15 minutes."""
    return Q(**{field: F(field) - Mod(F(field), MINUTES_STEP)})


class Session(models.Model):
    """One meeting, or one piece of help. `minutes` is what is to be given in all, by all who give together.

    `reference` names its holds and its transfer in the ledger: it is the public id.
    """

    class State(models.TextChoices):
        DATES = "dates", "Finding a date"
        BOOKED = "booked", "Booked"
        DELIVERED = "delivered", "Waits for confirmation"
        DISPUTED = "disputed", "Disputed"
        CONFIRMED = "confirmed", "Confirmed"
        CANCELLED = "cancelled", "Cancelled"

    class Origin(models.TextChoices):
        PROPOSAL = "proposal", "From a proposal that both agreed to"
        DIRECT = "direct", "Agreed directly"
        AFTERWARDS = "afterwards", "Recorded afterwards"

    public_id = models.UUIDField("id in addresses", default=uuid.uuid4, unique=True, editable=False)
    title = models.CharField("title", max_length=120)
    topic = models.CharField("topic", max_length=30, choices=Topic)
    group = models.CharField("group", max_length=30, choices=groups.CHOICES, blank=True)
    details = models.TextField("what it is about", max_length=1000, blank=True)
    origin = models.CharField("how it came about", max_length=10, choices=Origin)
    proposal = models.ForeignKey(Proposal, on_delete=models.PROTECT, null=True, related_name="+")
    request = models.ForeignKey(Request, on_delete=models.PROTECT, null=True, related_name="sessions")
    offer = models.ForeignKey(Offer, on_delete=models.PROTECT, null=True, related_name="sessions")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name="who began it", **PERSON)
    made_on = models.DateField("begun on", default=today)
    minutes = models.PositiveIntegerField("minutes to be given in all")
    state = models.CharField("state", max_length=9, choices=State, default=State.DATES)
    starts_at = models.DateTimeField("starts", null=True)
    how = models.CharField("how", max_length=8, choices=How, default=How.EITHER)
    place = models.CharField("place", max_length=200, blank=True)
    link = models.CharField("link for joining", max_length=300, blank=True, validators=[URLValidator(["https"])])
    # Grows with every change that a calendar shows.
    version = models.PositiveIntegerField("version in calendars", default=0)
    changed_at = models.DateTimeField("changed", auto_now=True)
    waits_since = models.DateField("waits for confirmation since", null=True)
    told = models.PositiveSmallIntegerField("last notice of silence", default=0)
    told_on = models.DateField("last notice given on", null=True)
    minutes_confirmed = models.PositiveIntegerField("minutes confirmed", null=True)
    confirmed_on = models.DateField("confirmed on", null=True)
    reason = models.CharField("why it was cancelled", max_length=500, blank=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name="who cancelled it", **PERSON)
    ended_on = models.DateField("cancelled on", null=True)
    is_sample = models.BooleanField("sample", default=False)

    class Meta:
        verbose_name = "session"
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["state", "starts_at"], name="timebank_session_when"),
            models.Index(fields=["waits_since"], condition=Q(state="delivered"), name="timebank_session_waiting"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(minutes__gt=0) & in_quarters("minutes"),
                name="timebank_session_minutes",
                violation_error_message="Give the time in quarters of an hour.",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["dates", "cancelled"]) | Q(starts_at__isnull=False),
                name="timebank_session_has_date",
                violation_error_message="A session that is booked has a date.",
            ),
            models.CheckConstraint(
                condition=~Q(state="delivered") | Q(waits_since__isnull=False),
                name="timebank_session_clock",
                violation_error_message="A session that waits says since when.",
            ),
            models.CheckConstraint(
                condition=Q(state="confirmed", minutes_confirmed__gt=0, confirmed_on__isnull=False)
                | ~Q(state="confirmed") & Q(minutes_confirmed__isnull=True, confirmed_on__isnull=True),
                name="timebank_session_confirmed",
                violation_error_message="A session is confirmed with minutes and a day.",
            ),
            models.CheckConstraint(
                condition=Q(state="cancelled", ended_on__isnull=False) & ~Q(reason="")
                | ~Q(state="cancelled") & Q(ended_on__isnull=True, reason=""),
                name="timebank_session_cancelled_why",
                violation_error_message="Say why the session is cancelled.",
            ),
            models.UniqueConstraint(
                fields=["proposal"],
                condition=Q(proposal__isnull=False) & ~Q(state="cancelled"),
                name="timebank_session_of_proposal",
                violation_error_message="There is a session for this proposal already.",
            ),
        ]
        triggers = [session_rules.SESSION_WHOLE, session_rules.NOT_DELETED, session_rules.STAYS_CONFIRMED]

    def __str__(self) -> str:
        return self.title

    @property
    def reference(self) -> uuid.UUID:
        """What the ledger knows it by."""
        return self.public_id

    @property
    def is_open(self) -> bool:
        """Whether anything may still happen to it."""
        return self.state not in (self.State.CONFIRMED, self.State.CANCELLED)

    @property
    def starts_on(self) -> datetime.date | None:
        """The day in London on which it starts."""
        return timezone.localdate(self.starts_at) if self.starts_at else None

    @property
    def clock(self) -> Clock | None:
        """Where its clock of silence stands today; None where none runs."""
        if self.state != self.State.DELIVERED or self.waits_since is None:
            return None
        return Clock(self.waits_since, today(), self.told, self.told_on)


class SessionPart(models.Model):
    """One account's part of a session: that it gives or receives, what it says of it, and that it confirms.

    `minutes` are its planned share. `minutes_said` are all minutes of the session as this account says: all accounts
    speak of the same number, and each one's share follows from it.
    """

    class Side(models.TextChoices):
        GIVES = "gives", "Gives"
        RECEIVES = "receives", "Receives"

    class Confirmed(models.TextChoices):
        NOT_YET = "", "Not yet"
        PERSON = "person", "By the account's own people"
        ON_BEHALF = "on_behalf", "On its behalf, by the network manager"
        SILENCE = "silence", "By silence"

    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="parts", verbose_name="session")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+", verbose_name="account")
    side = models.CharField("side", max_length=8, choices=Side)
    minutes = models.PositiveIntegerField("planned minutes of its own")
    minutes_reserved = models.PositiveIntegerField("minutes reserved", default=0)
    minutes_said = models.PositiveIntegerField("minutes of the session, as it says", null=True)
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name="who said so", **PERSON)
    said_on = models.DateField("said on", null=True)
    confirmed_how = models.CharField("confirmed", max_length=9, choices=Confirmed, blank=True)
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name="who confirmed", **PERSON)
    confirmed_on = models.DateField("confirmed on", null=True)
    on_behalf_reason = models.CharField("why on its behalf", max_length=500, blank=True)
    minutes_posted = models.PositiveIntegerField("minutes posted", null=True)

    class Meta:
        verbose_name = "part of a session"
        verbose_name_plural = "parts of sessions"
        ordering = ["side", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["session", "account"], name="timebank_part_account_once"),
            models.CheckConstraint(
                condition=Q(minutes__gt=0) & in_quarters("minutes"),
                name="timebank_part_minutes",
                violation_error_message="Every area's share is a quarter of an hour at least.",
            ),
            models.CheckConstraint(
                condition=Q(minutes_said__isnull=True) | Q(minutes_said__gt=0) & in_quarters("minutes_said"),
                name="timebank_part_minutes_said",
                violation_error_message="Give the time in quarters of an hour.",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_how="", confirmed_on__isnull=True)
                | ~Q(confirmed_how="") & Q(confirmed_on__isnull=False, minutes_said__isnull=False),
                name="timebank_part_confirmed",
                violation_error_message="Say the minutes before you confirm them.",
            ),
            models.CheckConstraint(
                condition=~Q(confirmed_how="on_behalf") | ~Q(on_behalf_reason=""),
                name="timebank_part_on_behalf_why",
                violation_error_message="Say why you confirm on their behalf.",
            ),
        ]
        triggers = [session_rules.PART_WHOLE]

    def __str__(self) -> str:
        return f"{self.account} {self.get_side_display().lower()}"

    @property
    def is_confirmed(self) -> bool:
        """Whether this account has confirmed what it says."""
        return bool(self.confirmed_how)
