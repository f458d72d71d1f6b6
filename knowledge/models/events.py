"""What happens next in the network, as the front page says it."""

import datetime

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable


class EventQuerySet(models.QuerySet["Event"]):
    """Events by their day."""

    def still_to_come(self, day: datetime.date) -> "EventQuerySet":
        """Those that aren't over on this day, the next one first."""
        return self.filter(models.Q(on__gte=day) | models.Q(until__gte=day)).order_by("on", "pk")


class Event(Orderable):
    """A day or days to which people are invited. Kept with the front page, so that it is published with it."""

    page = ParentalKey("knowledge.FrontPage", related_name="events", on_delete=models.CASCADE)
    name = models.CharField("what it is", max_length=100)
    on = models.DateField("day")
    until = models.DateField("last day", null=True, blank=True, help_text="Only where it takes more than one day.")
    where = models.CharField(
        "where and when", max_length=120, blank=True, help_text="“Online, 10am to noon”, or a town and a building."
    )
    link = models.URLField("where people can read more", blank=True)

    objects = EventQuerySet.as_manager()
    panels = [FieldPanel("name"), FieldPanel("on"), FieldPanel("until"), FieldPanel("where"), FieldPanel("link")]

    class Meta(Orderable.Meta):
        verbose_name = "event"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(until__isnull=True) | models.Q(until__gt=models.F("on")),
                name="event_ends_after_it_begins",
                violation_error_message="The last day comes after the first. Leave it empty for one day.",
            )
        ]

    def __str__(self) -> str:
        return self.name
