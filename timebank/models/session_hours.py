"""Other planned hours that one side of a session proposes, and who has agreed to them."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from config.today import today
from timebank.models.accounts import Account
from timebank.models.sessions import PERSON, Session, in_quarters


class ProposedHours(models.Model):
    """Hours that an account proposes in place of those planned. Once every account has agreed, they are the plan."""

    class Outcome(models.TextChoices):
        OPEN = "", "Waits for an answer"
        AGREED = "agreed", "Agreed by all"
        REFUSED = "refused", "Not agreed"
        TAKEN_BACK = "taken_back", "Taken back"

    session = models.ForeignKey(
        Session, on_delete=models.CASCADE, related_name="proposed_hours", verbose_name="session"
    )
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+", verbose_name="proposed for")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name="who proposed them", **PERSON)
    minutes = models.PositiveIntegerField("minutes to be given in all")
    made_on = models.DateField("proposed on", default=today)
    agreed = models.ManyToManyField(Account, related_name="+", verbose_name="who has agreed")
    outcome = models.CharField("outcome", max_length=10, choices=Outcome, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name="who gave the last answer", **PERSON)
    answered_on = models.DateField("answered on", null=True)

    class Meta:
        verbose_name = "proposed hours"
        verbose_name_plural = "proposed hours"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["session"],
                condition=Q(outcome=""),
                name="timebank_hours_one_open",
                violation_error_message="Other hours are proposed already.",
            ),
            models.CheckConstraint(
                condition=Q(minutes__gt=0) & in_quarters("minutes"),
                name="timebank_hours_minutes",
                violation_error_message="Give the time in quarters of an hour.",
            ),
            models.CheckConstraint(
                condition=Q(outcome="", answered_on__isnull=True) | ~Q(outcome="") & Q(answered_on__isnull=False),
                name="timebank_hours_answered",
                violation_error_message="Hours that were answered say when.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.session}: {self.minutes} minutes"
