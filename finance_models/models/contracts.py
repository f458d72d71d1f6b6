"""The register of an area's contracts, and how each changes: intention, variation, signed."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q

# What of a contract a signed change may alter, in the order of the form.
TERMS = ("kind", "yearly_pence", "ends_on", "notice_months", "has_clauses", "in_budgets_from")


class Contract(models.Model):
    """A contract with a provider, as signed. `finance_models.contracts.actions` writes it.

    `has_clauses`: it has clauses for personalised care. `in_budgets_from`: the day from which its services can be in a
    personal budget; None while nobody has agreed one.
    """

    class Kind(models.TextChoices):
        BLOCK = "block", "Block"
        TARIFF = "tariff", "Tariff"
        SPOT = "spot", "Spot purchase"
        GRANT = "grant", "Grant"

    provider = models.CharField("provider", max_length=200)
    services = models.CharField("what it is for", max_length=300)
    kind = models.CharField("kind", max_length=10, choices=Kind)
    yearly_pence = models.BigIntegerField("yearly value in pence")
    ends_on = models.DateField("last day", null=True, blank=True)
    notice_months = models.PositiveSmallIntegerField("months of notice")
    has_clauses = models.BooleanField("has clauses for personalised care", default=False)
    in_budgets_from = models.DateField("in personal budgets from", null=True, blank=True)
    is_sample = models.BooleanField("made up for a demonstration", default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField("when", auto_now_add=True)

    class Meta:
        verbose_name = "contract"
        ordering = ["provider", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(yearly_pence__gte=0) & Q(notice_months__lte=60),
                name="contract_terms_possible",
                violation_error_message="The yearly value can't be below zero, nor the notice above 60 months.",
            ),
        ]
        triggers = [pgtrigger.Protect(name="stays", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.provider}: {self.services}"


class ContractChange(models.Model):
    """A change of a contract on its way: an intention, then a variation, then signed, by which the contract changes.

    `terms` is {term: new value}; dates are ISO text. `before` is the same as it stood when it was signed.
    """

    class Stage(models.TextChoices):
        INTENTION = "intention", "Intention"
        VARIATION = "variation", "Variation"
        SIGNED = "signed", "Signed"
        DROPPED = "dropped", "Dropped"

    contract = models.ForeignKey(Contract, on_delete=models.PROTECT, related_name="changes")
    terms = models.JSONField("new terms", default=dict, blank=True)
    before = models.JSONField("terms before", default=dict, blank=True)
    reason = models.CharField("why", max_length=500)
    stage = models.CharField("stage", max_length=10, choices=Stage, default=Stage.INTENTION)
    intended_on = models.DateField("intention on")
    varied_on = models.DateField("variation on", null=True, blank=True)
    ended_on = models.DateField("signed or dropped on", null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField("when", auto_now_add=True)

    class Meta:
        verbose_name = "change of a contract"
        verbose_name_plural = "changes of contracts"
        ordering = ["contract", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(stage="intention", varied_on__isnull=True, ended_on__isnull=True)
                | Q(stage="variation", varied_on__isnull=False, ended_on__isnull=True)
                | Q(stage="signed", varied_on__isnull=False, ended_on__isnull=False)
                | Q(stage="dropped", ended_on__isnull=False),
                name="contract_change_step_by_step",
                violation_error_message="A change is intended first, then varied, then signed.",
            ),
            models.CheckConstraint(
                condition=(Q(varied_on__isnull=True) | Q(varied_on__gte=F("intended_on")))
                & (Q(ended_on__isnull=True) | Q(ended_on__gte=F("intended_on"))),
                name="contract_change_in_time",
                violation_error_message="A step can't lie before the one before it.",
            ),
            models.CheckConstraint(
                condition=~Q(terms={}) & ~Q(reason=""),
                name="contract_change_says_why",
                violation_error_message="Change at least one term, and say why.",
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="signed_stays",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__stage__in=["signed", "dropped"]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_stage_display()} of {self.intended_on}"
