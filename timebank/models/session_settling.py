"""What happened to a session, step by step, and disputes about its minutes."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from audit.append_only import AppendOnly
from config.today import moment, today
from timebank.models.accounts import Account
from timebank.models.sessions import PERSON, Session, in_quarters


class Dispute(models.Model):
    """Somebody does not agree: everything is held until the network manager settles it, with a reason."""

    class Outcome(models.TextChoices):
        OPEN = "", "Open"
        MINUTES = "minutes", "Settled with minutes"
        NOTHING = "nothing", "Settled: no minutes"
        TAKEN_BACK = "taken_back", "Taken back"

    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="disputes", verbose_name="session")
    account = models.ForeignKey(
        Account, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="raised for"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name="who raised it", **PERSON)
    reason = models.CharField("what is not agreed", max_length=1000)
    opened_on = models.DateField("raised on", default=today)
    outcome = models.CharField("outcome", max_length=10, choices=Outcome, blank=True)
    minutes = models.PositiveIntegerField("minutes settled", null=True)
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name="who settled it", **PERSON)
    settled_on = models.DateField("settled on", null=True)
    settled_reason = models.CharField("why it was settled so", max_length=1000, blank=True)

    class Meta:
        verbose_name = "dispute"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["session"],
                condition=Q(outcome=""),
                name="timebank_dispute_one_open",
                violation_error_message="There is a dispute about this session already.",
            ),
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="timebank_dispute_reason",
                violation_error_message="Say what you do not agree with.",
            ),
            models.CheckConstraint(
                condition=Q(outcome="", settled_on__isnull=True, minutes__isnull=True)
                | Q(outcome="minutes", settled_on__isnull=False, minutes__gt=0) & in_quarters("minutes")
                | Q(outcome__in=["nothing", "taken_back"], settled_on__isnull=False, minutes__isnull=True),
                name="timebank_dispute_outcome",
                violation_error_message="A dispute is settled with minutes, or with none.",
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=["", "taken_back"]) | ~Q(settled_reason=""),
                name="timebank_dispute_settled_why",
                violation_error_message="Say why you settle it so.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.session}, {self.opened_on}"


class SessionStep(models.Model):
    """One thing that happened to a session. Added and never changed; people stand in it by number alone.

    Reasons are not kept here but where they belong, so that a name in one can be taken out.
    """

    class Kind(models.TextChoices):
        BEGUN = "begun", "Began to look for a date"
        RECORDED = "recorded", "Recorded afterwards"
        PROPOSED = "proposed", "Proposed a date"
        CAN = "can", "Can on a date"
        CAN_NOT = "can_not", "Can’t on a date"
        BOOKED = "booked", "Booked; minutes reserved"
        MOVED = "moved", "Moved to another date"
        CHANGED = "changed", "Changed what it is, or where"
        HOURS_ASKED = "hours_ask", "Proposed other hours"
        HOURS_YES = "hours_yes", "Agreed to other hours"
        HOURS_NO = "hours_no", "Did not agree to other hours"
        HOURS_SET = "hours_set", "Other hours planned; what is reserved follows"
        SAID = "said", "Said how long it was"
        CONFIRMED = "confirmed", "Confirmed the minutes"
        ON_BEHALF = "on_behalf", "Confirmed on an account’s behalf"
        SILENCE = "silence", "Confirmed by silence"
        NOTICE = "notice", "Reminded of the minutes"
        DISPUTED = "disputed", "Raised a dispute"
        TAKEN_BACK = "taken_back", "Took a dispute back"
        SETTLED = "settled", "Settled a dispute"
        POSTED = "posted", "Posted to the ledger"
        CANCELLED = "cancelled", "Cancelled; reserved minutes released"
        MENTOR = "mentor", "Named a mentor"
        MENTOR_OUT = "mentor_out", "Took a mentor off"
        TOOK_PART = "took_part", "A mentor said that they took part"
        NOT_THERE = "not_there", "A mentor said that they did not take part"
        FEEDBACK = "feedback", "Gave feedback"
        LESSON = "lesson", "Wrote down a lesson for others"

    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="steps", verbose_name="session")
    kind = models.CharField("what", max_length=10, choices=Kind)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="account")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        null=True,
        related_name="+",
        verbose_name="person",
    )
    on = models.DateField("on", default=today)
    at = models.DateTimeField("when", default=moment)
    minutes = models.PositiveIntegerField("minutes", null=True)
    starts_at = models.DateTimeField("date of the session", null=True)

    class Meta:
        verbose_name = "step of a session"
        verbose_name_plural = "steps of sessions"
        ordering = ["pk"]
        triggers = [AppendOnly(name="append_only")]

    def __str__(self) -> str:
        return str(self.get_kind_display())
