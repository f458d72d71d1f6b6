"""The programme's own facts, as its application and the national timetable state them."""

from django.db import models
from django.db.models import Q

from tenants import groups
from tenants.models import cascade


class ImplementationCohort(models.Model):
    """A half-yearly intake of sites, across the network."""

    number = models.PositiveSmallIntegerField("number", unique=True)
    starts = models.DateField("starts")
    note = models.CharField("note", max_length=300, blank=True)

    class Meta:
        verbose_name = "implementation cohort"
        ordering = ["number"]
        triggers = [cascade.COHORT]

    def __str__(self) -> str:
        return f"Implementation cohort {self.number}"


class NationalMilestone(models.Model):
    """One step of the national timetable. With `precision` month, `due` is the last day of the month."""

    class Precision(models.TextChoices):
        DAY = "day", "Day"
        MONTH = "month", "Month"

    key = models.SlugField("key", max_length=60, unique=True)
    activity = models.CharField("activity", max_length=120)
    deliverable = models.CharField("what is to be in place", max_length=300)
    due = models.DateField("due")
    precision = models.CharField("how exact the date is", max_length=5, choices=Precision)
    stage = models.CharField("stage", max_length=60)

    class Meta:
        verbose_name = "national milestone"
        ordering = ["due", "pk"]

    def __str__(self) -> str:
        return f"{self.activity}: {self.deliverable}"


class Promise(models.Model):
    """What the application promises. A share is kept in hundredths of a percent: 2% is 200."""

    key = models.SlugField("key", max_length=60, unique=True)
    statement = models.CharField("statement", max_length=300)
    target_number = models.PositiveIntegerField("number promised", null=True, blank=True)
    target_share = models.PositiveIntegerField("share promised, in 0.01%", null=True, blank=True)
    by = models.DateField("by")
    position = models.PositiveSmallIntegerField("place in lists", default=0)

    class Meta:
        verbose_name = "promise"
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(target_number__isnull=True) | Q(target_share__isnull=True),
                name="promise_number_or_share",
                violation_error_message="A promise has a number or a share, not both.",
            )
        ]

    def __str__(self) -> str:
        return self.statement

    @property
    def target_words(self) -> str:
        """The target as the source writes it: `1,000`, `2%`, or nothing where it has no number."""
        if self.target_share is not None:
            return f"{self.target_share / 100:g}%"
        return f"{self.target_number:,}" if self.target_number is not None else ""


class BudgetBaseline(models.Model):
    """People with a personal health budget when the programme began: a public figure, shown as published."""

    area = models.OneToOneField("tenants.Area", on_delete=models.PROTECT, related_name="budget_baseline")
    in_place = models.PositiveIntegerField("personal health budgets in place")
    # None where the source says nothing, which is not the same as none.
    in_pipeline = models.PositiveIntegerField("in the pipeline", null=True, blank=True)
    pipeline_note = models.CharField("note on the pipeline", max_length=200, blank=True)
    as_at = models.DateField("as at")
    source = models.CharField("source", max_length=300)

    class Meta:
        verbose_name = "budget baseline"
        ordering = ["area__position"]

    def __str__(self) -> str:
        return f"{self.area}: {self.in_place}"


class EligiblePool(models.Model):
    """People whom an area had already identified as perhaps eligible: a public figure, shown as published."""

    class Qualifier(models.TextChoices):
        UP_TO = "up to", "up to"
        OVER = "over", "over"
        ABOUT = "about", "about"

    area = models.ForeignKey("tenants.Area", on_delete=models.PROTECT, related_name="eligible_pools")
    group = models.CharField("group", max_length=30, choices=groups.CHOICES)
    people = models.PositiveIntegerField("people")
    qualifier = models.CharField("exactness", max_length=10, choices=Qualifier, blank=True)
    what = models.CharField("who they are", max_length=300)
    source = models.CharField("source", max_length=300)

    class Meta:
        verbose_name = "eligible pool"
        ordering = ["area__position", "group"]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "group", "what"],
                name="eligible_pool_once",
                violation_error_message="This pool of people is in the list already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.qualifier} {self.people:,} {self.what}".strip()


class SitesReported(models.Model):
    """Sites reported by the application, by group. The register of sites itself begins with the roll-out."""

    group = models.CharField("group", max_length=30, choices=groups.CHOICES, unique=True)
    sites = models.PositiveIntegerField("sites")
    as_at = models.DateField("as at")
    source = models.CharField("source", max_length=300)

    class Meta:
        verbose_name = "sites reported"
        verbose_name_plural = "sites reported"

    def __str__(self) -> str:
        return f"{self.get_group_display()}: {self.sites}"
