"""Dates that are proposed for a session, and the answers of its accounts."""

from django.conf import settings
from django.db import models

from config.today import today
from timebank.models.accounts import Account
from timebank.models.sessions import PERSON, Session


class ProposedDate(models.Model):
    """A date that an account proposes. Once every account of the session says yes to it, the session is booked."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="dates", verbose_name="session")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+", verbose_name="proposed for")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name="who proposed it", **PERSON)
    starts_at = models.DateTimeField("starts")
    made_on = models.DateField("proposed on", default=today)
    is_over = models.BooleanField("no longer asked", default=False)

    class Meta:
        verbose_name = "proposed date"
        ordering = ["starts_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "starts_at"],
                condition=models.Q(is_over=False),
                name="timebank_date_once",
                violation_error_message="This date is proposed already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.session}: {self.starts_at:%Y-%m-%d %H:%M}"


class DateAnswer(models.Model):
    """Whether one account can on a proposed date. Whoever proposed it can."""

    date = models.ForeignKey(ProposedDate, on_delete=models.CASCADE, related_name="answers", verbose_name="date")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+", verbose_name="account")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name="who answered", **PERSON)
    can = models.BooleanField("can on this date")
    made_on = models.DateField("answered on", default=today)

    class Meta:
        verbose_name = "answer to a date"
        verbose_name_plural = "answers to dates"
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["date", "account"], name="timebank_date_answer_once")]

    def __str__(self) -> str:
        return f"{self.account}: {'yes' if self.can else 'no'}"
