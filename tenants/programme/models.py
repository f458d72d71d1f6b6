"""Board packs that were made: a PDF and a workbook with the same numbers, kept as they were handed out."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q


class BoardPack(models.Model):
    """A pack of all views as at a day. The files are private; whoever reads the board may fetch them.

    `without_pdf` says why there is no PDF, where a server can't make one.
    """

    public_id = models.UUIDField("number in addresses", default=uuid.uuid4, unique=True, editable=False)
    as_at = models.DateField("as at")
    quarter = models.CharField("past quarter", max_length=6, blank=True)
    made_at = models.DateTimeField("made", auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    pdf = models.CharField("PDF file", max_length=200, blank=True)
    without_pdf = models.CharField("why there is no PDF", max_length=300, blank=True)
    workbook = models.CharField("workbook", max_length=200)
    checksum = models.CharField("checksum of the numbers", max_length=64)
    is_sample = models.BooleanField("holds made-up figures", default=False)

    class Meta:
        verbose_name = "board pack"
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(pdf="") | ~Q(without_pdf=""),
                name="board_pack_pdf_or_reason",
                violation_error_message="A pack has a PDF, or says why not.",
            )
        ]

    def __str__(self) -> str:
        return f"Board pack as at {self.as_at.day} {self.as_at:%B %Y}"
