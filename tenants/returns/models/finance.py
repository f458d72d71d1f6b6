"""What areas release of their finance models, by which terms of the network, and what the region makes of it.

Sums of many people, never a row about one: the database itself refuses a released band of fewer than ten people.
"""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import BooleanField, F, Func, Q

from tenants.returns.models.base import Published, append_only, latest_index

LEAST_PEOPLE = 10


class _SmallBand(Func):
    """Whether a release has a band of fewer people than may leave."""

    template = f"jsonb_path_exists(%(expressions)s, '$.bands[*].sums.people ? (@ < {LEAST_PEOPLE})'::jsonpath)"
    output_field: Any = BooleanField()


class FinanceTerms(models.Model):
    """By which window, bands and truncation areas release, and by which uplift the region makes its rates.

    The newest counts. `window_end` is the day after the last; edges are lower edges; shares are 0.021 for 2.1%.
    """

    number = models.PositiveSmallIntegerField("version", unique=True)
    window_start = models.DateField("first day of the base year")
    window_end = models.DateField("day after the base year")
    age_edges = models.JSONField("lower edges of ages")
    ltc_edges = models.JSONField("lower edges of numbers of long-term conditions")
    truncation_pence = models.BigIntegerField("truncation in pence")
    inflation = models.DecimalField("inflation", max_digits=7, decimal_places=6, default=0)
    growth = models.DecimalField("growth", max_digits=7, decimal_places=6, default=0)
    efficiency = models.DecimalField("efficiency", max_digits=7, decimal_places=6, default=0)
    reason = models.CharField("why they are so", max_length=500)
    set_on = models.DateField("set on")
    is_sample = models.BooleanField("made up for a demonstration", default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField("when", auto_now_add=True)

    class Meta:
        verbose_name = "terms of the network for finance releases"
        verbose_name_plural = "terms of the network for finance releases"
        ordering = ["-number"]
        triggers = append_only()
        constraints = [
            models.CheckConstraint(
                condition=Q(window_end__gt=F("window_start")) & Q(truncation_pence__gt=0) & ~Q(reason=""),
                name="finance_terms_make_sense",
                violation_error_message="The year ends after it starts, the truncation is above 0, and there is a why.",
            )
        ]

    def __str__(self) -> str:
        return f"Network terms {self.number}"


class PublishedFinance(Published):
    """One release of an area: exact sums by band and setting, as `finance_models.calc.regional` writes them.

    The newest row of an area counts. One that `is_withdrawn` has no sums, and says in `reason` why.
    """

    number = models.PositiveIntegerField("number of the release")
    terms = models.ForeignKey(FinanceTerms, on_delete=models.PROTECT, related_name="releases")
    document = models.JSONField("sums")
    checksum = models.CharField("checksum of the sums", max_length=64)
    code_version = models.CharField("version of the code", max_length=64)
    is_withdrawn = models.BooleanField("withdrawn", default=False)

    class Meta:
        verbose_name = "published finance release"
        ordering = ["-as_at", "-pk"]
        triggers = append_only()
        indexes = [latest_index("published_finance_latest")]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "number", "is_withdrawn"],
                name="published_finance_once",
                violation_error_message="This release is published, or withdrawn, already.",
            ),
            models.CheckConstraint(
                condition=~Q(_SmallBand("document")),
                name="published_finance_no_small_band",
                violation_error_message="A band of fewer than ten people may not leave the area.",
            ),
            models.CheckConstraint(
                condition=Q(is_withdrawn=False) | (Q(document={}) & ~Q(reason="")),
                name="published_finance_withdrawn_says_why",
                violation_error_message="Say why the release is withdrawn.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.area}, release {self.number}"


class RegionFigures(models.Model):
    """Rates, benchmarks, quality and activity from the newest releases by the same terms. Append-only.

    `releases`: [[area's slug, number]]. `result` is exact, for the network's finance group. `shown` is what everybody
    else who reads the board sees: rounded by the rule of disclosure and checked, or {"refused": why nothing is shown}.
    """

    number = models.PositiveIntegerField("number", unique=True)
    terms = models.ForeignKey(FinanceTerms, on_delete=models.PROTECT, related_name="figures")
    releases = models.JSONField("releases")
    result = models.JSONField("exact figures")
    shown = models.JSONField("figures as shown to the board", default=dict)
    code_version = models.CharField("version of the code", max_length=64)
    as_at = models.DateField("as at")
    made_at = models.DateTimeField("made", auto_now_add=True)
    is_sample = models.BooleanField("holds made-up figures", default=False)

    class Meta:
        verbose_name = "figures of the region"
        verbose_name_plural = "figures of the region"
        ordering = ["-number"]
        triggers = append_only()

    def __str__(self) -> str:
        return f"Region's figures {self.number}"

    @property
    def is_shown(self) -> bool:
        """Whether there is something that the board may see."""
        return bool(self.shown) and "refused" not in self.shown
