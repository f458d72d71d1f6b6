"""How far below zero an account may be: the network's rule, version by version."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from audit.append_only import AppendOnly
from timebank.ledger import triggers


class LimitRule(models.Model):
    """A version of the rule; the newest is in force. Written by `timebank.ledger.limits` only, and never changed.

    An account may be `base` minutes below zero, and more by `growth_percent` of what it has given, up to `growth_cap`
    minutes more. Somebody is warned once `warning_percent` of all that is used.
    """

    base = models.PositiveIntegerField("minutes that an account may be below zero")
    warning_percent = models.PositiveSmallIntegerField("warn when this share of the limit is used, in per cent")
    growth_percent = models.PositiveSmallIntegerField("grows by this share of minutes given, in per cent")
    growth_cap = models.PositiveIntegerField("grows by no more than these minutes")
    reason = models.CharField("why", max_length=500)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        db_index=False,
        null=True,
        related_name="+",
        verbose_name="person",
    )
    made_at = models.DateTimeField("in force from", db_default=Now(), editable=False)

    class Meta:
        verbose_name = "rule of limits"
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(warning_percent__gte=1, warning_percent__lte=100),
                name="timebank_limit_warning_percent",
                violation_error_message="The warning comes at 1 to 100 per cent of the limit.",
            ),
            models.CheckConstraint(
                condition=Q(growth_percent__lte=100),
                name="timebank_limit_growth_percent",
                violation_error_message="A limit grows by 0 to 100 per cent of what an account has given.",
            ),
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="timebank_limit_reason",
                violation_error_message="Say why the rule changes.",
            ),
        ]
        triggers = [
            AppendOnly(name="append_only"),
            triggers.RunsAfter("sets_floors", "timebank_limit_rule_set", "insert"),
        ]

    def __str__(self) -> str:
        return f"{self.base} minutes, {self.growth_percent}% of minutes given up to {self.growth_cap}"
