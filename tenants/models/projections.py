"""Projections per 1,000 people that somebody kept, with the rates they rest on."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class Projection(models.Model):
    """How many people each stage of the programme may reach, by rates that can be changed.

    `rates`: {key of `tenants.programme.projection.STAGES`: share of the population in 0.01%: 5% is 500}.
    """

    name = models.CharField("name", max_length=120)
    area = models.ForeignKey("tenants.Area", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    population = models.PositiveIntegerField("people living there")
    population_source = models.CharField("where the population comes from", max_length=300)
    rates = models.JSONField("rates in 0.01%")
    note = models.CharField("why these rates", max_length=500, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_on = models.DateField("made on")
    at = models.DateTimeField("when", auto_now_add=True)

    class Meta:
        verbose_name = "projection"
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(population__gt=0),
                name="projection_has_a_population",
                violation_error_message="Give the number of people who live there.",
            )
        ]

    def __str__(self) -> str:
        return self.name
