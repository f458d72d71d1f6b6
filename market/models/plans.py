"""A year that somebody plans: what they would buy, and what it costs. Theirs alone."""

import uuid
from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import Q

from config.today import moment, today


class YearPlan(models.Model):
    """One way to spend a year's budget; somebody may make several and choose. Money in whole pence."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="year_plans")
    public_id = models.UUIDField("id in addresses", default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField("name", max_length=80)
    begins_on = models.DateField("begins on", default=today)
    budget_pence = models.BigIntegerField("budget for the year in pence", null=True, blank=True)
    made_at = models.DateTimeField("made", default=moment)
    changed_at = models.DateTimeField("last changed", default=moment)
    is_sample = models.BooleanField("sample", default=False)

    class Meta:
        verbose_name = "plan of a year"
        verbose_name_plural = "plans of a year"
        ordering = ["-changed_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(budget_pence__isnull=True) | Q(budget_pence__gte=0),
                name="market_plan_budget",
                violation_error_message="A budget is not below nothing.",
            )
        ]

    def __str__(self) -> str:
        return f"Plan {self.pk}"


class PlanLine(models.Model):
    """One thing in a plan: an offer, something in own words, or a personal assistant whom one employs.

    `words` and `price_pence` of an offer are as they were when it was put in. What an assistant costs is worked out
    by `market.planning.calc` from what is agreed with them; `insurance_pence` and `payroll_pence` are for a year.
    """

    class Kind(models.TextChoices):
        OFFER = "offer", "An offer"
        OWN = "own", "Something else"
        ASSISTANT = "assistant", "A personal assistant"

    class Per(models.TextChoices):
        WEEK = "week", "Each week"
        MONTH = "month", "Each month"
        YEAR = "year", "Each year"
        ONCE = "once", "Once"

    plan = models.ForeignKey(YearPlan, on_delete=models.CASCADE, related_name="lines")
    public_id = models.UUIDField("id in addresses", default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField("kind", max_length=9, choices=Kind)
    offer = models.ForeignKey("market.Offer", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    words = models.CharField("what it is", max_length=120)
    unit = models.CharField("the price is for", max_length=8, blank=True)
    price_pence = models.BigIntegerField("price in pence", null=True, blank=True)
    quantity = models.DecimalField("how many", max_digits=7, decimal_places=2, null=True, blank=True)
    per = models.CharField("how often", max_length=5, choices=Per, blank=True)
    hours_a_week = models.DecimalField("hours a week", max_digits=5, decimal_places=2, null=True, blank=True)
    rate_pence = models.BigIntegerField("pay for an hour in pence", null=True, blank=True)
    weeks = models.DecimalField("weeks in the year", max_digits=4, decimal_places=2, default=Decimal(52))
    is_under_21 = models.BooleanField("the assistant is under 21", default=False)
    claims_allowance = models.BooleanField("claims the Employment Allowance", default=True)
    pension_percent = models.DecimalField("pension in percent", max_digits=5, decimal_places=2, default=Decimal(1))
    insurance_pence = models.BigIntegerField("insurance in pence", default=0)
    payroll_pence = models.BigIntegerField("payroll in pence", default=0)
    contingency_percent = models.DecimalField(
        "contingency in percent", max_digits=5, decimal_places=2, default=Decimal(0)
    )

    class Meta:
        verbose_name = "line of a plan"
        verbose_name_plural = "lines of plans"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="assistant", hours_a_week__gt=0, rate_pence__gt=0, weeks__gt=0, weeks__lte=52)
                | (~Q(kind="assistant") & Q(price_pence__gte=0, quantity__gt=0) & ~Q(per="")),
                name="market_plan_line_whole",
                violation_error_message="Say how much of it, how often, and at what price.",
            ),
            models.CheckConstraint(
                condition=Q(insurance_pence__gte=0, payroll_pence__gte=0)
                & Q(pension_percent__range=(0, 100), contingency_percent__range=(0, 100)),
                name="market_plan_line_costs",
                violation_error_message="Costs are not below nothing, and percentages are from 0 to 100.",
            ),
        ]

    def __str__(self) -> str:
        return f"Line {self.pk} of a plan"
