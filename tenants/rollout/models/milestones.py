"""What an area says of each milestone: of the national set, and of its own."""

from django.db import models
from django.db.models import Q

from tenants import groups
from tenants.rollout.rag import OVERRIDES


class Milestone(models.Model):
    """A milestone in one area. A national one (`national_key`) takes its words and due date from the national set.

    A row of a national milestone is made when the area first says something of it. Red, amber and green are computed
    by `tenants.rollout.rag`; `override` stands in their place, and needs its reason. Written through
    `tenants.rollout.milestones.actions` only, which keeps every change of a date (slippage) and publishes.
    """

    national_key = models.SlugField("national milestone", max_length=60, blank=True)
    title = models.CharField("milestone", max_length=200, blank=True)
    group = models.CharField("group", max_length=30, choices=groups.CHOICES, blank=True)
    due = models.DateField("due", null=True, blank=True)
    forecast = models.DateField("forecast", null=True, blank=True)
    done_on = models.DateField("done on", null=True, blank=True)
    evidence = models.CharField("evidence", max_length=500, blank=True)
    comment = models.CharField("comment", max_length=500, blank=True)
    owner = models.CharField("who is responsible", max_length=120, blank=True)
    override = models.CharField("status set by hand", max_length=5, choices=OVERRIDES, blank=True)
    override_reason = models.CharField("why the status is set by hand", max_length=500, blank=True)
    withdrawn_on = models.DateField("taken off the plan on", null=True, blank=True)
    is_sample = models.BooleanField("made up for a demonstration", default=False)

    class Meta:
        verbose_name = "milestone"
        ordering = ["due", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["national_key"],
                condition=~Q(national_key=""),
                name="milestone_national_once",
                violation_error_message="This national milestone is in the plan already.",
            ),
            models.CheckConstraint(
                condition=~Q(national_key="") | (~Q(title="") & Q(due__isnull=False)),
                name="milestone_local_has_title_and_due",
                violation_error_message="A milestone of the area's own has a name and a date by which it is due.",
            ),
            models.CheckConstraint(
                condition=Q(override="") | ~Q(override_reason=""),
                name="milestone_override_has_reason",
                violation_error_message="Say why the status is set by hand.",
            ),
            models.CheckConstraint(
                condition=Q(national_key="") | Q(withdrawn_on__isnull=True),
                name="milestone_national_stays",
                violation_error_message="A national milestone can't be taken off the plan.",
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.national_key
