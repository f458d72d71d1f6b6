"""The information governance register: by what right an area holds data about people, and the clocks of the law."""

import datetime

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q

# Tables with rows about people. Unit costs and providers have none, so they need no entry.
PERSON_TABLES = (
    ("people", "People"),
    ("activity", "Activity"),
    ("budgets", "Budgets"),
    ("outcomes", "Outcomes"),
)


class GovernanceEntry(models.Model):
    """One source of data, and the right to hold it. Written through `finance_models.governance.actions` only.

    An entry never changes but to be withdrawn: a renewal is an entry of its own that names the one before, so that
    each data version leads to the entry as it stood when it was loaded.
    """

    source = models.CharField("source", max_length=120)
    tables = models.JSONField("tables that it covers", default=list, blank=True)
    controller = models.CharField("controller", max_length=200)
    processor = models.CharField("processor", max_length=200)
    legal_basis = models.CharField("legal basis", max_length=500)
    agreement = models.CharField("sharing agreement", max_length=200)
    agreement_ends = models.DateField("last day of the sharing agreement")
    assessment = models.CharField("impact assessment", max_length=200)
    assessment_ends = models.DateField("last day of the impact assessment")
    replaces = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="renewals")
    withdrawn_on = models.DateField("withdrawn on", null=True, blank=True)
    withdrawn_why = models.CharField("why it was withdrawn", max_length=500, blank=True)
    is_sample = models.BooleanField("made up for a demonstration", default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField("when", auto_now_add=True)

    class Meta:
        verbose_name = "entry of the information governance register"
        verbose_name_plural = "entries of the information governance register"
        ordering = ["source", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(tables=[]) & ~Q(source=""),
                name="governance_entry_covers_something",
                violation_error_message="Name the source, and choose at least one table that it covers.",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on__isnull=True, withdrawn_why="")
                | (Q(withdrawn_on__isnull=False) & ~Q(withdrawn_why="")),
                name="governance_entry_withdrawn_says_why",
                violation_error_message="Say why it is withdrawn.",
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(name="only_withdrawn", exclude=["withdrawn_on", "withdrawn_why"]),
            pgtrigger.Protect(name="stays", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return self.source

    @property
    def ends_on(self) -> datetime.date:
        """Its last day: that of the agreement or of the assessment, whichever comes first."""
        return min(self.agreement_ends, self.assessment_ends)

    def is_valid(self, on: datetime.date) -> bool:
        """Whether data may be loaded from this source on a day."""
        return self.withdrawn_on is None and on <= self.ends_on


class Objection(models.Model):
    """A person's objection, by pseudonym: takes them out of every later run. No version is rewritten for it."""

    pseudonym = models.CharField("pseudonym", max_length=64)
    received_on = models.DateField("received on")
    lifted_on = models.DateField("taken back on", null=True, blank=True)
    is_sample = models.BooleanField("made up for a demonstration", default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField("when", auto_now_add=True)

    class Meta:
        verbose_name = "objection"
        ordering = ["-received_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["pseudonym"],
                condition=Q(lifted_on__isnull=True),
                name="objection_once",
                violation_error_message="This objection is on the list already.",
            ),
            models.CheckConstraint(
                condition=Q(lifted_on__isnull=True) | Q(lifted_on__gte=F("received_on")),
                name="objection_lifted_after_received",
                violation_error_message="It can't be taken back before it was received.",
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(name="only_lifted", exclude=["lifted_on"]),
            pgtrigger.Protect(name="stays", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"Objection {self.pk}"


class GovernanceClock(models.Model):
    """Something that the law gives a time for: a person's request to see their data, or a breach."""

    class Kind(models.TextChoices):
        ACCESS_REQUEST = "access_request", "Request to see one's data"
        BREACH = "breach", "Breach of personal data"

    kind = models.CharField("what", max_length=20, choices=Kind)
    words = models.CharField("in words", max_length=1000)
    opened_at = models.DateTimeField("known since")
    due_at = models.DateTimeField("to be done by")
    closed_at = models.DateTimeField("done", null=True, blank=True)
    outcome = models.CharField("what was done", max_length=1000, blank=True)
    is_sample = models.BooleanField("made up for a demonstration", default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = "clock"
        ordering = [F("closed_at").desc(nulls_first=True), "due_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(due_at__gt=F("opened_at")),
                name="clock_due_after_opened",
                violation_error_message="It can't be due before it is known.",
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True, outcome="") | (Q(closed_at__gte=F("opened_at")) & ~Q(outcome="")),
                name="clock_closed_with_words",
                violation_error_message="Say what was done. It can't be done before it was known.",
            ),
        ]
        triggers = [pgtrigger.Protect(name="stays", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.pk}"
