"""What areas publish of their roll-out, row by row: milestones, shared risks, promises, maturity, trajectories.

Nothing here counts people who have anything; plans of how many are to be reached are no such counts.
"""

from django.db import models
from django.db.models import Q

from tenants import groups
from tenants.returns.models.base import Published, append_only, latest_index


class PublishedMilestone(Published):
    """A milestone as the area sees it. `key`: of the national set, or `local-<number>`. Status is worked out later."""

    key = models.CharField("milestone", max_length=60)
    is_national = models.BooleanField("of the national set", default=True)
    title = models.CharField("name", max_length=200, blank=True)
    group = models.CharField("group", max_length=30, choices=groups.CHOICES, blank=True)
    due = models.DateField("due")
    forecast = models.DateField("forecast", null=True)
    done_on = models.DateField("done on", null=True)
    has_evidence = models.BooleanField("has evidence", default=False)
    comment = models.CharField("comment", max_length=500, blank=True)
    override = models.CharField("status set by hand", max_length=5, blank=True)
    override_reason = models.CharField("why it is set by hand", max_length=500, blank=True)
    is_withdrawn = models.BooleanField("taken off the plan", default=False)

    class Meta:
        verbose_name = "published milestone"
        ordering = ["-as_at", "-pk"]
        triggers = append_only()
        indexes = [latest_index("published_milestone_latest", "key")]
        constraints = [
            models.CheckConstraint(
                condition=Q(override="") | ~Q(override_reason=""),
                name="published_override_has_reason",
                violation_error_message="Say why the status is set by hand.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.area}: {self.title or self.key}"


class PublishedRisk(Published):
    """A risk or issue that the area shares. `number`: its number in the area. Not shared any more: `is_withdrawn`."""

    number = models.PositiveIntegerField("number")
    kind = models.CharField("risk or issue", max_length=5)
    title = models.CharField("what could happen", max_length=200)
    description = models.TextField("cause and effect", blank=True)
    group = models.CharField("group", max_length=30, choices=groups.CHOICES, blank=True)
    likelihood_before = models.PositiveSmallIntegerField("likelihood before mitigation")
    impact_before = models.PositiveSmallIntegerField("impact before mitigation")
    mitigation = models.TextField("what is done about it", blank=True)
    likelihood_after = models.PositiveSmallIntegerField("likelihood after mitigation")
    impact_after = models.PositiveSmallIntegerField("impact after mitigation")
    owner = models.CharField("owner", max_length=120, blank=True)
    review_on = models.DateField("review by")
    closed_on = models.DateField("closed on", null=True)
    is_withdrawn = models.BooleanField("not shared any more", default=False)

    class Meta:
        verbose_name = "published risk"
        ordering = ["-as_at", "-pk"]
        triggers = append_only()
        indexes = [latest_index("published_risk_latest", "number")]

    def __str__(self) -> str:
        return f"{self.area}: {self.title}"


class PublishedPromise(Published):
    """Where an area stands with a promise of the application."""

    key = models.SlugField("promise", max_length=60)
    status = models.CharField("status", max_length=12)
    where_it_stands = models.CharField("where it stands", max_length=500)
    expected_by = models.DateField("expected by", null=True)

    class Meta:
        verbose_name = "published standing of a promise"
        verbose_name_plural = "published standings of promises"
        ordering = ["-as_at", "-pk"]
        triggers = append_only()
        indexes = [latest_index("published_promise_latest", "key")]

    def __str__(self) -> str:
        return f"{self.area}: {self.key}"


class PublishedMaturity(Published):
    """On which level a service component stands in an area."""

    component = models.CharField("service component", max_length=2)
    level = models.PositiveSmallIntegerField("level")

    class Meta:
        verbose_name = "published maturity"
        verbose_name_plural = "published maturity"
        ordering = ["-as_at", "-pk"]
        triggers = append_only()
        indexes = [latest_index("published_maturity_latest", "component")]
        constraints = [
            models.CheckConstraint(
                condition=Q(level__range=(1, 4)),
                name="published_maturity_1_to_4",
                violation_error_message="The level is 1, 2, 3 or 4.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.area}, {self.component}: level {self.level}"


class PublishedKeyAction(Published):
    """Where an area stands with a key action of the handbook."""

    number = models.PositiveSmallIntegerField("key action")
    state = models.CharField("state", max_length=12)
    planned_by = models.DateField("planned by", null=True)
    done_on = models.DateField("done on", null=True)
    share_done = models.PositiveSmallIntegerField("share done so far, in %", null=True)

    class Meta:
        verbose_name = "published key action"
        ordering = ["-as_at", "-pk"]
        triggers = append_only()
        indexes = [latest_index("published_key_action_latest", "number")]

    def __str__(self) -> str:
        return f"{self.area}: key action {self.number}"


class PublishedTrajectory(Published):
    """A revision of an area's trajectory, whole. `points`: {measure: {group: {quarter: people planned}}}."""

    revision = models.PositiveSmallIntegerField("revision")
    points = models.JSONField("people planned")

    class Meta:
        verbose_name = "published trajectory"
        verbose_name_plural = "published trajectories"
        ordering = ["-as_at", "-pk"]
        triggers = append_only()
        indexes = [latest_index("published_trajectory_latest")]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "revision"],
                name="published_trajectory_once",
                violation_error_message="This revision is published already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.area}, revision {self.revision}"


class PublishedAssessment(Published):
    """That an equality impact assessment of a group's plan or of a finance cohort stands, and until when."""

    subject = models.CharField("what is assessed", max_length=14)
    group = models.CharField("group", max_length=30, choices=groups.CHOICES, blank=True)
    finance_cohort = models.CharField("finance cohort", max_length=120, blank=True)
    state = models.CharField("state", max_length=6)
    agreed_on = models.DateField("agreed on", null=True)
    review_on = models.DateField("review by", null=True)
    actions = models.TextField("what will be done", blank=True)

    class Meta:
        verbose_name = "published equality impact assessment"
        ordering = ["-as_at", "-pk"]
        triggers = append_only()
        indexes = [latest_index("published_assessment_latest", "subject", "group")]

    def __str__(self) -> str:
        return f"{self.area}: {self.finance_cohort or self.get_group_display()}"


class ReportedRefusal(models.Model):
    """That somebody said "I asked and was refused": the area, the group and the day, nothing else. Append-only."""

    area = models.ForeignKey("tenants.Area", on_delete=models.PROTECT, related_name="+")
    group = models.CharField("group", max_length=30, choices=groups.CHOICES)
    said_on = models.DateField("said on")
    is_sample = models.BooleanField("made up for a demonstration", default=False)

    class Meta:
        verbose_name = "reported refusal"
        ordering = ["-said_on", "-pk"]
        triggers = append_only()
        indexes = [models.Index(fields=["said_on"], name="reported_refusal_said_on")]

    def __str__(self) -> str:
        return f"{self.area}, {self.said_on}"
