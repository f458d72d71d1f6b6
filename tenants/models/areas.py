"""An area: a clinical commissioning group with its councils and voluntary sector, and a schema of its own."""

from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django_tenants.models import DomainMixin, TenantMixin

from tenants.history import tracked

SLUG_SHAPE = r"^[a-z0-9-]{2,40}$"
# Words that are, or may become, addresses beside the areas'.
RESERVED_SLUGS = ("new", "network", "public", "template")
SCHEMA_PREFIX = "area_"


def schema_for(slug: str) -> str:
    """The area's schema: `area_` and the slug with underscores. `bath-north-east-somerset` → 45 letters at most."""
    return SCHEMA_PREFIX + slug.replace("-", "_")


class AreaQuerySet(models.QuerySet["Area"]):
    def active(self) -> "AreaQuerySet":
        """Areas that people can work in."""
        return self.filter(status=Area.Status.ACTIVE)

    def in_use(self) -> "AreaQuerySet":
        """Areas that the network's pages show: all but the archived."""
        return self.exclude(status=Area.Status.ARCHIVED)


@tracked
class Area(TenantMixin):
    """One area of the network. Its slug is in addresses, exports and file names, and never changes."""

    class Status(models.TextChoices):
        ACTIVE = "active", "Active"
        SUSPENDED = "suspended", "Suspended"
        ARCHIVED = "archived", "Archived"

    auto_create_schema = False  # `tenants.area_schemas.create` makes it, inside the caller's transaction

    slug = models.CharField(
        "name in addresses",
        max_length=40,
        unique=True,
        validators=[RegexValidator(SLUG_SHAPE, "Use 2 to 40 small letters, numbers and hyphens.")],
    )
    name = models.CharField("name", max_length=120, unique=True)
    short_name = models.CharField("short name", max_length=60)
    ods_code = models.CharField("ODS code", max_length=10, blank=True)
    ons_code = models.CharField("ONS code", max_length=9, blank=True)
    local_authorities = models.JSONField("local authorities", default=list, blank=True)
    approx_population_2014 = models.PositiveIntegerField(
        "people living here in 2014, approximately", null=True, blank=True
    )
    status = models.CharField("status", max_length=10, choices=Status, default=Status.ACTIVE)
    position = models.PositiveSmallIntegerField("place in lists", default=0)
    created_at = models.DateTimeField("made on", auto_now_add=True)

    objects = AreaQuerySet.as_manager()

    class Meta:
        verbose_name = "area"
        ordering = ["position", "name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(slug__regex=SLUG_SHAPE),
                name="area_slug_shape",
                violation_error_message="Use 2 to 40 small letters, numbers and hyphens.",
            ),
            models.CheckConstraint(
                condition=~Q(slug__in=RESERVED_SLUGS),
                name="area_slug_not_reserved",
                violation_error_message="This name in addresses is kept for the site's own pages. Choose another.",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["active", "suspended", "archived"]),
                name="area_status_known",
                violation_error_message="The status is active, suspended or archived.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Names the schema after the slug at the first save."""
        if not self.schema_name:
            self.schema_name = schema_for(self.slug)
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        """The area's workspace."""
        return reverse("areas:overview", args=[self.slug])

    @property
    def is_active(self) -> bool:
        """False for a suspended or archived area, whose workspace answers 404."""
        return self.status == self.Status.ACTIVE


class Domain(DomainMixin):
    """Asked for by django-tenants. Unused: an area is found by the path, not by a host name."""

    class Meta:
        verbose_name = "host name"
