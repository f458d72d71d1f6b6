"""Who gives the time of a session, what they are paid, and what people say of it afterwards."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from config.today import today
from timebank.models.accounts import Account
from timebank.models.exchange import Offer
from timebank.models.sessions import PERSON, Session, SessionPart


class SessionMentor(models.Model):
    """Somebody who gives the time of a session for an account: with a budget, a carer, a peer supporter, or staff.

    An involvement payment and expenses stand beside the hours, in whole pence: an hour stays an hour, whoever gives it.
    They are seen by the lead of the mentor's own area and by the mentor.
    """

    Kind = Offer.MentorKind

    part = models.ForeignKey(SessionPart, on_delete=models.PROTECT, related_name="mentors", verbose_name="part")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="mentor"
    )
    kind = models.CharField("who helps", max_length=14, choices=Offer.MentorKind)
    named_by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name="who named them", **PERSON)
    named_on = models.DateField("named on", default=today)
    took_part = models.BooleanField("took part", null=True)
    answered_on = models.DateField("said so on", null=True)
    payment_pence = models.PositiveBigIntegerField("involvement payment in pence", null=True)
    expenses_pence = models.PositiveBigIntegerField("expenses in pence", null=True)
    paid_on = models.DateField("paid on", null=True)
    payment_note = models.CharField("note on the payment", max_length=200, blank=True)

    class Meta:
        verbose_name = "mentor of a session"
        verbose_name_plural = "mentors of sessions"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["part", "person"],
                name="timebank_mentor_once",
                violation_error_message="This person is named already.",
            ),
            models.CheckConstraint(
                condition=Q(took_part__isnull=True, answered_on__isnull=True)
                | Q(took_part__isnull=False, answered_on__isnull=False),
                name="timebank_mentor_answer",
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_kind_display())


class Feedback(models.Model):
    """What an account says of a session: how useful it was to whoever was helped, what whoever gave has learnt."""

    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="feedback", verbose_name="session")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+", verbose_name="account")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name="who wrote it", **PERSON)
    made_on = models.DateField("written on", default=today)
    useful = models.PositiveSmallIntegerField("how useful, 1 to 5", null=True)
    words = models.TextField("in words", max_length=1000, blank=True)

    class Meta:
        verbose_name = "feedback"
        verbose_name_plural = "feedback"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["session", "account"], name="timebank_feedback_once"),
            models.CheckConstraint(
                condition=Q(useful__isnull=True) | Q(useful__range=(1, 5)),
                name="timebank_feedback_useful",
                violation_error_message="Choose 1 to 5.",
            ),
            models.CheckConstraint(
                condition=Q(useful__isnull=False) | ~Q(words=""),
                name="timebank_feedback_says_something",
                violation_error_message="Write a few words.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.account} on {self.session}"


class Lesson(models.Model):
    """What others can learn from a session, kept until the knowledge room takes it (`timebank.lessons`)."""

    public_id = models.UUIDField("id in addresses", default=uuid.uuid4, unique=True, editable=False)
    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="lessons", verbose_name="session")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+", verbose_name="account")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name="who wrote it", **PERSON)
    made_on = models.DateField("written on", default=today)
    title = models.CharField("title", max_length=120)
    words = models.TextField("what others can learn", max_length=2000)

    class Meta:
        verbose_name = "lesson"
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(title="") & ~Q(words=""),
                name="timebank_lesson_says_something",
                violation_error_message="Give the lesson a title and some words.",
            )
        ]

    def __str__(self) -> str:
        return self.title
