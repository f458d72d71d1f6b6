"""Matching runs, what they propose, and what people decided about a pair."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Mod

from config.today import today
from timebank.calc import hours
from timebank.models.exchange import MINUTES_STEP, PERSON, Offer, Request
from timebank.models.fairness import FairShareRule


class MatchingRun(models.Model):
    """One run of the matching: the rule it went by, and its figures as they were then (`timebank.matching.kept`)."""

    public_id = models.UUIDField("id in addresses", default=uuid.uuid4, unique=True, editable=False)
    made_on = models.DateField("made on", default=today)
    made_at = models.DateTimeField("made at", auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name="person", **PERSON)
    rule = models.ForeignKey(FairShareRule, on_delete=models.PROTECT, related_name="+", verbose_name="rule")
    settings = models.JSONField("caps and weights", default=dict)
    figures = models.JSONField("figures", default=dict)
    is_sample = models.BooleanField("sample", default=False)

    class Meta:
        verbose_name = "matching run"
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"Matching of {self.made_on}"


class Proposal(models.Model):
    """That an offer helps a request. Both accounts answer; once both say yes, it is agreed and can be booked."""

    class State(models.TextChoices):
        PROPOSED = "proposed", "Waits for an answer"
        AGREED = "agreed", "Agreed"
        DECLINED = "declined", "Declined"
        LAPSED = "lapsed", "Lapsed"

    class Answer(models.TextChoices):
        NONE = "", "No answer yet"
        YES = "yes", "Yes"
        NO = "no", "No"

    public_id = models.UUIDField("id in addresses", default=uuid.uuid4, unique=True, editable=False)
    run = models.ForeignKey(MatchingRun, on_delete=models.PROTECT, related_name="proposals", verbose_name="run")
    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="proposals", verbose_name="request")
    offer = models.ForeignKey(Offer, on_delete=models.PROTECT, related_name="proposals", verbose_name="offer")
    minutes = models.PositiveIntegerField("minutes")
    months = models.JSONField("minutes by month", default=dict)  # {"2015-07": 120}
    fit = models.PositiveSmallIntegerField("fit, of 100")
    score = models.PositiveSmallIntegerField("score, of 300")
    reasons = models.JSONField("reasons", default=list)
    is_pinned = models.BooleanField("pinned", default=False)
    state = models.CharField("state", max_length=8, choices=State, default=State.PROPOSED)
    asker_answer = models.CharField("answer of who asked", max_length=3, choices=Answer, blank=True)
    giver_answer = models.CharField("answer of who offers", max_length=3, choices=Answer, blank=True)
    reason = models.CharField("why it was declined", max_length=500, blank=True)
    session_ref = models.UUIDField("session", null=True, blank=True)

    class Meta:
        verbose_name = "proposal"
        ordering = ["run", "-score", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["request", "offer"],
                condition=Q(state="proposed"),
                name="timebank_proposal_once_at_a_time",
                violation_error_message="This pair is proposed already.",
            ),
            models.CheckConstraint(
                condition=Q(minutes__gt=0) & Q(minutes=F("minutes") - Mod(F("minutes"), MINUTES_STEP)),
                name="timebank_proposal_minutes",
            ),
            models.CheckConstraint(
                condition=~Q(state="agreed") | Q(asker_answer="yes", giver_answer="yes"),
                name="timebank_proposal_agreed_by_both",
                violation_error_message="A proposal is agreed once both sides say yes.",
            ),
            models.CheckConstraint(
                condition=~Q(state="declined") | ~Q(reason=""),
                name="timebank_proposal_declined_why",
                violation_error_message="Say why not.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.offer} for {self.request}"

    @property
    def hours_words(self) -> str:
        """`2 hours 30 minutes`."""
        return hours.in_words(self.minutes)


class PairDecision(models.Model):
    """What the coordinator, or an area, decided about a request and an offer: pinned, or not to be proposed again."""

    class Kind(models.TextChoices):
        PIN = "pin", "Pinned"
        REFUSE = "refuse", "Not to be proposed"

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="decisions", verbose_name="request")
    offer = models.ForeignKey(Offer, on_delete=models.PROTECT, related_name="decisions", verbose_name="offer")
    kind = models.CharField("what was decided", max_length=6, choices=Kind)
    reason = models.CharField("why", max_length=500)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name="person", **PERSON)
    made_on = models.DateField("decided on", default=today)
    ended_on = models.DateField("taken back on", null=True, blank=True)

    class Meta:
        verbose_name = "decision about a pair"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["request", "offer"],
                condition=Q(ended_on__isnull=True),
                name="timebank_decision_one_in_force",
                violation_error_message="There is a decision about this pair. Take it back first.",
            ),
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="timebank_decision_reason",
                violation_error_message="Say why.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.offer} for {self.request}"
