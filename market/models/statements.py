"""Market position statements: one a year for an area, in versions; a published version is kept as it was shown."""

import uuid

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from config.today import moment, today
from tenants.history import no_truncate

LONGEST_PART = 6_000  # characters
BY = {"on_delete": models.PROTECT, "null": True, "blank": True, "related_name": "+"}


class Statement(models.Model):
    """What an area's commissioner says of its market in one year. Everything that is said is in its versions."""

    area = models.ForeignKey(settings.TENANT_MODEL, on_delete=models.PROTECT, related_name="market_statements")
    year = models.PositiveSmallIntegerField("year")
    began_on = models.DateField("began on", default=today)
    is_sample = models.BooleanField("sample", default=False)

    class Meta:
        verbose_name = "market position statement"
        ordering = ["-year", "area__position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "year"],
                name="market_statement_one_a_year",
                violation_error_message="There is a statement of this area for this year already.",
            ),
            models.CheckConstraint(
                condition=Q(year__range=(2014, 2100)),
                name="market_statement_year",
                violation_error_message="Write the year with four digits.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.area} {self.year}"


class StatementVersion(models.Model):
    """One version of a statement: the commissioner's words in four parts, and the tables as they were shown.

    `tables` is what `market.statements.freezing` makes of them: counts of people are in it as they were published, and
    never otherwise. Empty while a version is a draft. `counted_to` is the last day whose unmet need is counted.
    """

    class State(models.TextChoices):
        DRAFT = "draft", "Being written"
        PUBLISHED = "published", "Published"

    PARTS = ("see", "missing", "buy", "work")

    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="versions")
    public_id = models.UUIDField("id in feeds", default=uuid.uuid4, unique=True, editable=False)
    number = models.PositiveSmallIntegerField("version")
    state = models.CharField("state", max_length=9, choices=State, default=State.DRAFT)
    title = models.CharField("title", max_length=200)
    see = models.TextField("what we see", max_length=LONGEST_PART, blank=True)
    missing = models.TextField("what is missing", max_length=LONGEST_PART, blank=True)
    buy = models.TextField("what we will buy", max_length=LONGEST_PART, blank=True)
    work = models.TextField("how to work with us", max_length=LONGEST_PART, blank=True)
    reason = models.CharField("why it was changed", max_length=500, blank=True)
    tables = models.JSONField("tables as shown", default=dict, blank=True)
    counted_to = models.DateField("people counted up to", null=True, blank=True)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, **BY)
    changed_at = models.DateTimeField("last changed", default=moment)
    published_on = models.DateField("published on", null=True, blank=True)
    published_at = models.DateTimeField("published", null=True, blank=True)
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, **BY)

    class Meta:
        verbose_name = "version of a market position statement"
        verbose_name_plural = "versions of market position statements"
        ordering = ["statement", "-number"]
        indexes = [models.Index(fields=["-published_at"], name="market_statement_newest")]
        triggers = [
            pgtrigger.Protect(
                name="published_stays",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__state="published"),
            ),
            no_truncate(),
        ]
        constraints = [
            models.UniqueConstraint(fields=["statement", "number"], name="market_statement_version_once"),
            models.UniqueConstraint(
                fields=["statement"],
                condition=Q(state="draft"),
                name="market_statement_one_draft",
                violation_error_message="There is a draft of this statement already. Go on with that one.",
            ),
            models.CheckConstraint(
                condition=Q(state="draft")
                | Q(published_on__isnull=False, published_at__isnull=False, counted_to__isnull=False)
                & ~Q(see="")
                & ~Q(missing="")
                & ~Q(buy="")
                & ~Q(work="")
                & ~Q(tables={}),
                name="market_statement_whole",
                violation_error_message="A statement is published with all four parts and its tables.",
            ),
            models.CheckConstraint(
                condition=Q(state="draft") | Q(number=1) | ~Q(reason=""),
                name="market_statement_reason",
                violation_error_message="Say why the statement is changed.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}, version {self.number}"
