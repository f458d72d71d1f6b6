"""Who is there: moderators on duty, and the leads whom an urgent matter reaches when nobody is."""

import uuid

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import BigIntegerRangeField, DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value

from config.today import moment

LONGEST_SHIFT_HOURS = 16
LONGEST_ON_CALL_DAYS = 14


def _only(field: str) -> Func:
    """A number as the range that holds it alone: PostgreSQL then compares it without an extension."""
    return Func(F(field), F(field), Value("[]"), function="int8range", output_field=BigIntegerRangeField())


def _hours() -> Func:
    return Func(F("starts_at"), F("ends_at"), function="tstzrange", output_field=DateTimeRangeField())


def _once_at_a_time(field: str, *, name: str, words: str) -> ExclusionConstraint:
    overlap = RangeOperators.OVERLAPS
    return ExclusionConstraint(
        name=name, expressions=[(_only(field), overlap), (_hours(), overlap)], violation_error_message=words
    )


class Hours(models.Model):
    """From when until when."""

    public_id = models.UUIDField("id in addresses", default=uuid.uuid4, unique=True, editable=False)
    starts_at = models.DateTimeField("from")
    ends_at = models.DateTimeField("until", db_index=True)
    made_at = models.DateTimeField("planned", default=moment)
    is_sample = models.BooleanField("sample", default=False)

    class Meta:
        abstract = True


class DutyShift(Hours):
    """Hours in which a moderator reads along. The room is staffed while there is one."""

    moderator = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="moderator"
    )

    class Meta:
        verbose_name = "hours of a moderator"
        verbose_name_plural = "hours of moderators"
        ordering = ["starts_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at"))
                & Q(ends_at__lte=F("starts_at") + Value(f"{LONGEST_SHIFT_HOURS} hours", models.DurationField())),
                name="peers_duty_hours",
                violation_error_message=f"Hours end after they begin, at most {LONGEST_SHIFT_HOURS} hours later.",
            ),
            _once_at_a_time(
                "moderator_id",
                name="peers_duty_once_at_a_time",
                words="This moderator is on duty already for a part of these hours.",
            ),
        ]

    def __str__(self) -> str:
        return f"Hours of a moderator ({self.pk})"


class OnCall(Hours):
    """Hours in which a lead can be reached. The first in `order` is paged first; each place is held by one."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="person"
    )
    order = models.PositiveSmallIntegerField("whom first", default=1)

    class Meta:
        verbose_name = "hours on call"
        verbose_name_plural = "hours on call"
        ordering = ["starts_at", "order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at"))
                & Q(ends_at__lte=F("starts_at") + Value(f"{LONGEST_ON_CALL_DAYS} days", models.DurationField())),
                name="peers_on_call_hours",
                violation_error_message=f"Hours end after they begin, at most {LONGEST_ON_CALL_DAYS} days later.",
            ),
            models.CheckConstraint(
                condition=Q(order__gte=1, order__lte=3),
                name="peers_on_call_order",
                violation_error_message="Choose first, second or third.",
            ),
            _once_at_a_time(
                "person_id",
                name="peers_on_call_once_at_a_time",
                words="This person is on call already for a part of these hours.",
            ),
            _once_at_a_time(
                "order",
                name="peers_on_call_place_once",
                words="Somebody else is on call in this place for a part of these hours.",
            ),
        ]

    def __str__(self) -> str:
        return f"Hours on call ({self.pk})"
