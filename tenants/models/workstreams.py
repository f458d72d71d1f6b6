"""The network's workstreams: what all areas work on together, with an owner and outputs."""

from django.db import models
from django.db.models import Q

from tenants.history import tracked


@tracked
class Workstream(models.Model):
    """A piece of the systems change programme. The network manager keeps it; everybody with the board reads it."""

    class Status(models.TextChoices):
        PLANNED = "planned", "Planned"
        UNDER_WAY = "under_way", "Under way"
        DONE = "done", "Done"
        STOPPED = "stopped", "Stopped"

    key = models.SlugField("name in addresses", max_length=60, unique=True)
    name = models.CharField("name", max_length=120)
    purpose = models.CharField("what it is for", max_length=500, blank=True)
    owner = models.CharField("owner", max_length=120, blank=True)
    status = models.CharField("status", max_length=9, choices=Status, default=Status.PLANNED)
    starts = models.DateField("starts", null=True, blank=True)
    source = models.CharField("source", max_length=300, blank=True)
    position = models.PositiveSmallIntegerField("place in lists", default=0)

    class Meta:
        verbose_name = "workstream"
        ordering = ["position", "name"]

    def __str__(self) -> str:
        return self.name


@tracked
class WorkstreamOutput(models.Model):
    """Something that a workstream is to deliver."""

    workstream = models.ForeignKey(Workstream, on_delete=models.PROTECT, related_name="outputs")
    title = models.CharField("output", max_length=200)
    due = models.DateField("due", null=True, blank=True)
    done_on = models.DateField("done on", null=True, blank=True)
    address = models.URLField("where to find it", max_length=300, blank=True)

    class Meta:
        verbose_name = "output of a workstream"
        verbose_name_plural = "outputs of workstreams"
        ordering = ["due", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["workstream", "title"],
                name="workstream_output_once",
                violation_error_message="This output is in the list already.",
            ),
            models.CheckConstraint(
                condition=~Q(title=""), name="workstream_output_named", violation_error_message="Name the output."
            ),
        ]

    def __str__(self) -> str:
        return self.title
