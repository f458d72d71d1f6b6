"""The case baseline: single cases before and after their plan, for areas that have no linked data set yet."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from tenants import groups

# Yearly costs of a case, in the order of the form and of the template; the same for all areas, so that cases pool.
COSTS = (
    ("nhs", "NHS care"),
    ("social_care", "Social care"),
    ("medication", "Medication"),
    ("equipment", "Equipment"),
    ("hospital", "Hospital"),
    ("appointments", "General practice and community appointments"),
)


def _money(words: str) -> models.BigIntegerField:
    return models.BigIntegerField(f"{words}, pence a year", null=True, blank=True)


class Case(models.Model):
    """One person's case, by pseudonym. Costs are pence a year; None is "not known".

    Written through `finance_models.cases.actions` only.
    """

    pseudonym = models.CharField("pseudonym", max_length=64, unique=True)
    site = models.CharField("site", max_length=120)
    group = models.CharField("group", max_length=30, choices=groups.CHOICES)
    has_consent = models.BooleanField("consents to evaluation", default=False)
    before_nhs = _money("NHS care before")
    before_social_care = _money("social care before")
    before_medication = _money("medication before")
    before_equipment = _money("equipment before")
    before_hospital = _money("hospital before")
    before_appointments = _money("general practice and community appointments before")
    after_nhs = _money("NHS care after")
    after_social_care = _money("social care after")
    after_medication = _money("medication after")
    after_equipment = _money("equipment after")
    after_hospital = _money("hospital after")
    after_appointments = _money("general practice and community appointments after")
    recorded_on = models.DateField("recorded on")
    is_sample = models.BooleanField("made up for a demonstration", default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField("when", auto_now=True)

    class Meta:
        verbose_name = "case"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(
                    *(
                        Q(**{f"{when}_{key}__isnull": True}) | Q(**{f"{when}_{key}__gte": 0})
                        for when in ("before", "after")
                        for key, _ in COSTS
                    )
                ),
                name="case_costs_not_negative",
                violation_error_message="A yearly cost can't be below zero.",
            ),
        ]

    def __str__(self) -> str:
        return f"Case {self.pk}"

    def total(self, when: str) -> int | None:
        """Pence a year `before` or `after`; None where nothing is known."""
        known = [value for key, _ in COSTS if (value := getattr(self, f"{when}_{key}")) is not None]
        return sum(known) if known else None


class CaseLine(models.Model):
    """One line of a case's plan: what it buys, and for how much a year."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="lines")
    what = models.CharField("what", max_length=200)
    pence = models.BigIntegerField("pence a year")

    class Meta:
        verbose_name = "line of a case's plan"
        verbose_name_plural = "lines of cases' plans"
        ordering = ["case", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(pence__gte=0) & ~Q(what=""),
                name="case_line_not_negative",
                violation_error_message="Say what the line buys; its cost can't be below zero.",
            ),
        ]

    def __str__(self) -> str:
        return self.what
