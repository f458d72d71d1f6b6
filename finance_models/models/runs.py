"""What was calculated: each figure on a page leads back to its run, and by it to data, prices, assumptions and code."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q


class Run(models.Model):
    """One calculation and its result. Append-only.

    `result` holds sums of many people and counts, never a row about one. `inputs` says what else went in, such as how
    many people were left out because they objected. `checksum` is the data version's: a deleted one is still known.
    """

    class Kind(models.TextChoices):
        COST = "cost", "Costing"
        CAPITATE = "capitate", "Capitation"
        COMPLEXITY = "complexity", "Complexity-adjusted model"
        COHORT = "cohort", "Finance cohort"
        RELEASE = "release", "Release to the region"

    kind = models.CharField("what", max_length=20, choices=Kind)
    version = models.ForeignKey("finance_models.DataVersion", on_delete=models.PROTECT, related_name="runs")
    checksum = models.CharField("checksum of the data", max_length=64)
    unit_costs = models.ForeignKey(
        "finance_models.PriceTable", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    providers = models.ForeignKey(
        "finance_models.PriceTable", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    assumptions = models.ForeignKey(
        "finance_models.AssumptionSet", on_delete=models.PROTECT, null=True, blank=True, related_name="runs"
    )
    cohort = models.ForeignKey(
        "finance_models.CohortDefinition", on_delete=models.PROTECT, null=True, blank=True, related_name="runs"
    )
    code_version = models.CharField("version of the code", max_length=64)
    inputs = models.JSONField("inputs", default=dict, blank=True)
    result = models.JSONField("result", default=dict, blank=True)
    made_on = models.DateField("made on")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField("when", auto_now_add=True)

    class Meta:
        verbose_name = "run"
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="cohort", cohort__isnull=False) | (~Q(kind="cohort") & Q(cohort__isnull=True)),
                name="run_counts_a_cohort",
                violation_error_message="A count names its cohort, and nothing else does.",
            ),
        ]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.pk}"
