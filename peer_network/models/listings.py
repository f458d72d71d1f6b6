"""What members list for others: profiles, groups, events, files. Others see it once a moderator has read it."""

import uuid
from typing import Any, Self

from django.db import models
from django.db.models import Q

from config.today import moment


class ListingQuerySet(models.QuerySet[Any]):
    def shown(self) -> Self:
        """What members may see."""
        return self.filter(state=Listing.State.SHOWN)


class Listing(models.Model):
    """The states that every listing goes through. `shown_at` is when it was first shown."""

    class State(models.TextChoices):
        DRAFT = "draft", "Not sent yet"
        WAITING = "waiting", "Waits for a moderator"
        SHOWN = "shown", "Shown"
        CHANGE_ASKED = "change_asked", "Change asked for"
        HIDDEN = "hidden", "Hidden"
        REMOVED = "removed", "Removed by a moderator"
        TAKEN_BACK = "taken_back", "Taken back"

    public_id = models.UUIDField("id in addresses", default=uuid.uuid4, unique=True, editable=False)
    state = models.CharField("state", max_length=12, choices=State, default=State.WAITING)
    sent_at = models.DateTimeField("written", default=moment)
    shown_at = models.DateTimeField("first shown", null=True, blank=True)
    is_sample = models.BooleanField("sample", default=False)

    objects = ListingQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="shown") | Q(shown_at__isnull=False),
                name="peers_%(class)s_shown_at",
                violation_error_message="What is shown was shown at some time.",
            )
        ]

    @property
    def is_shown(self) -> bool:
        """Whether others see it."""
        return self.state == self.State.SHOWN
