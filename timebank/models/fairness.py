"""The rule of fair shares, version by version, and what sites pledged at the beginning."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Mod

from audit.append_only import AppendOnly
from config.today import today
from timebank.calc.fairness.shares import RULES
from timebank.models.exchange import IN_QUARTERS, MINUTES_STEP


class FairShareRule(models.Model):
    """A version of the rule by which areas are entitled to help; the newest is in force. Never changed."""

    rule = models.CharField("rule", max_length=12, choices=list(RULES.items()))
    weights = models.JSONField("the board's weights, by account", default=dict, blank=True)
    reason = models.CharField("why", max_length=500)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        db_index=False,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="person",
    )
    made_on = models.DateField("in force from", default=today)

    class Meta:
        verbose_name = "rule of fair shares"
        ordering = ["-made_on", "-pk"]
        triggers = [AppendOnly(name="append_only")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="timebank_fair_share_reason",
                violation_error_message="Say why the rule changes.",
            ),
            models.CheckConstraint(
                condition=Q(rule="board") & ~Q(weights={}) | ~Q(rule="board") & Q(weights={}),
                name="timebank_fair_share_weights",
                violation_error_message="The board's own rule has a weight for each area; the others have none.",
            ),
        ]

    def __str__(self) -> str:
        return RULES[self.rule]


class Pledge(models.Model):
    """Time that a first-phase site or its area agreed to bank for later sites, before anything was given."""

    account = models.ForeignKey(
        "timebank.Account", on_delete=models.PROTECT, related_name="pledges", verbose_name="account"
    )
    site = models.ForeignKey(
        "tenants.Site", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="site"
    )
    minutes = models.PositiveIntegerField("minutes")
    made_on = models.DateField("agreed on")
    words = models.CharField("what was agreed", max_length=500)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    is_sample = models.BooleanField("sample", default=False)

    class Meta:
        verbose_name = "pledge"
        ordering = ["made_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(minutes__gt=0) & Q(minutes=F("minutes") - Mod(F("minutes"), MINUTES_STEP)),
                name="timebank_pledge_minutes",
                violation_error_message=IN_QUARTERS,
            )
        ]

    def __str__(self) -> str:
        return f"{self.account}: {self.minutes} minutes"
