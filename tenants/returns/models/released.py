"""What the board and everybody outside an area sees of signed returns: figures after disclosure control."""

from django.db import models

from tenants.returns.models.base import append_only


class ReleasedQuarter(models.Model):
    """A quarter's figures of all areas as released together after a signing. Append-only; the latest one stands.

    `shown`: {"areas": {area's slug: {cell key: number, or None where hidden}}, "network": {cell key: …}}; a cell that
    is not there was left out so that no hidden one can be worked out, and `left_out` says which and why.
    `returns`: ids of the signed returns that it was made from. Numbers are rounded by `rule` ([7, 5]); money is whole.
    """

    quarter = models.CharField("quarter", max_length=6)
    number = models.PositiveIntegerField("number of the release")
    shown = models.JSONField("figures as shown")
    left_out = models.JSONField("figures left out", default=list)
    returns = models.JSONField("signed returns")
    rule = models.JSONField("rule")
    as_at = models.DateField("as at")  # the field's date
    released_at = models.DateTimeField("released", auto_now_add=True)
    is_sample = models.BooleanField("holds made-up figures", default=False)

    class Meta:
        verbose_name = "released quarter"
        ordering = ["-quarter", "-number"]
        triggers = append_only()
        indexes = [models.Index(fields=["quarter", "-as_at", "-number"], name="released_quarter_latest")]
        constraints = [
            models.UniqueConstraint(
                fields=["quarter", "number"],
                name="released_quarter_number_once",
                violation_error_message="There is a release of this number already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.quarter}, release {self.number}"
