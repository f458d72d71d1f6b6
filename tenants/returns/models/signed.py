"""Signed quarterly returns: true figures of an area, as its lead signed them. Others see what `released` holds."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from tenants.returns.models.base import append_only

QUARTER_SHAPE = r"^20[0-9]{2}Q[1-4]$"


class SignedReturn(models.Model):
    """One signed version of one area's return for a quarter. Append-only; a correction is a new version.

    `figures`: {cell key of `tenants.returns.shape`: whole number}, money in whole pence; true counts, which leave by
    `tenants.returns.releases` only. The latest version signed on or before a day is the return "as at" that day.
    """

    area = models.ForeignKey("tenants.Area", on_delete=models.PROTECT, related_name="signed_returns")
    quarter = models.CharField("quarter", max_length=6)
    version = models.PositiveSmallIntegerField("version")
    figures = models.JSONField("figures")
    notes = models.JSONField("notes", default=dict)
    reason = models.CharField("why it was corrected", max_length=500, blank=True)
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    signed_name = models.CharField("signed by", max_length=150)
    signed_on = models.DateField("signed on")  # the field's date
    signed_at = models.DateTimeField("signed at", auto_now_add=True)
    checksum = models.CharField("checksum of the figures", max_length=64)
    is_sample = models.BooleanField("made up for a demonstration", default=False)

    class Meta:
        verbose_name = "signed return"
        ordering = ["-quarter", "area__position", "-version"]
        triggers = append_only()
        indexes = [models.Index(fields=["quarter", "area", "-version"], name="signed_return_latest")]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "quarter", "version"],
                name="signed_return_version_once",
                violation_error_message="This version has been signed already.",
            ),
            models.CheckConstraint(
                condition=Q(quarter__regex=QUARTER_SHAPE),
                name="signed_return_quarter_shape",
                violation_error_message="Write a quarter as 2015Q1.",
            ),
            models.CheckConstraint(
                condition=Q(version=1) | ~Q(reason=""),
                name="signed_return_correction_has_reason",
                violation_error_message="Say why the return is corrected.",
            ),
            models.CheckConstraint(
                condition=Q(version__gte=1),
                name="signed_return_version_from_1",
                violation_error_message="Versions are counted from 1.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.area}, {self.quarter}, version {self.version}"


class ReturnDispute(models.Model):
    """That the network questions a signed version, and how it was settled. The figures stand meanwhile."""

    signed_return = models.ForeignKey(SignedReturn, on_delete=models.PROTECT, related_name="disputes")
    reason = models.CharField("what is in dispute", max_length=500)
    raised_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    raised_on = models.DateField("raised on")
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    settled_on = models.DateField("settled on", null=True, blank=True)
    outcome = models.CharField("how it was settled", max_length=500, blank=True)

    class Meta:
        verbose_name = "dispute about a return"
        verbose_name_plural = "disputes about returns"
        ordering = ["-raised_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(settled_on__isnull=True) | ~Q(outcome=""),
                name="return_dispute_settled_with_words",
                violation_error_message="Say how it was settled.",
            ),
            models.UniqueConstraint(
                fields=["signed_return"],
                condition=Q(settled_on__isnull=True),
                name="return_dispute_one_open",
                violation_error_message="This version is in dispute already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.signed_return}: {self.reason}"
