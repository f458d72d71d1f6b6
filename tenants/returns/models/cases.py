"""What areas release of their case baseline: sums of many cases, never a row about one."""

from typing import Any

from django.db import models
from django.db.models import BooleanField, Func, Q

from tenants.returns.models.base import Published, append_only, latest_index

LEAST_PEOPLE = 10


class _SmallCell(Func):
    """Whether a release has a cell of fewer people than may leave: the first number of each cell counts people."""

    template = f"jsonb_path_exists(%(expressions)s, '$.*[*].sums[0] ? (@ < {LEAST_PEOPLE})'::jsonpath)"
    output_field: Any = BooleanField()


class PublishedCases(Published):
    """One release of an area's cases. The newest row of an area counts; one that `is_withdrawn` has no sums."""

    number = models.PositiveIntegerField("number of the release")
    sums = models.JSONField("sums", blank=True, default=dict)
    code_version = models.CharField("version of the code", max_length=64)
    is_withdrawn = models.BooleanField("withdrawn", default=False)

    class Meta:
        verbose_name = "published case baseline"
        verbose_name_plural = "published case baselines"
        ordering = ["-as_at", "-pk"]
        triggers = append_only()
        indexes = [latest_index("published_cases_latest")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(_SmallCell("sums")),
                name="published_cases_no_small_cell",
                violation_error_message="Sums of fewer than ten people may not leave the area.",
            ),
            models.CheckConstraint(
                condition=Q(is_withdrawn=False) | (Q(sums={}) & ~Q(reason="")),
                name="published_cases_withdrawn_says_why",
                violation_error_message="Say why the release is withdrawn.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.area}, release of cases {self.number}"
