"""Several keys of a fixed list in one column: quick to filter by, and held to the list by the database."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from tenants import groups

GROUP_KEYS = [key for key, _ in groups.CHOICES]
LONGEST_SLUG = 40  # letters in an area's slug


def keys_field(words: str) -> ArrayField:
    """Keys of a list in `market.words`, of the target groups, or areas' slugs."""
    return ArrayField(models.CharField(max_length=LONGEST_SLUG), verbose_name=words, default=list, blank=True)


def keys_are_of(field: str, keys: list[str], name: str) -> models.CheckConstraint:
    """Only keys of the fixed list stand in the field."""
    return models.CheckConstraint(
        condition=Q(**{f"{field}__contained_by": keys}),
        name=name,
        violation_error_message="Choose from the list.",
    )
