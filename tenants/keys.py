"""Several keys of a fixed list in one column: quick to filter by, and held to the list by the database."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from tenants import groups

GROUP_KEYS = [key for key, _ in groups.CHOICES]
LONGEST_KEY = 30


def keys_field(words: str, *, longest: int = LONGEST_KEY) -> ArrayField:
    """Several keys of a fixed list, each of so many letters at most."""
    return ArrayField(models.CharField(max_length=longest), verbose_name=words, default=list, blank=True)


def keys_are_of(field: str, keys: list[str], name: str) -> models.CheckConstraint:
    """Only keys of the fixed list stand in the field."""
    return models.CheckConstraint(
        condition=Q(**{f"{field}__contained_by": keys}),
        name=name,
        violation_error_message="Choose from the list.",
    )
