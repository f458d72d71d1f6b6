"""What areas offer one another, and what they ask for."""

import uuid

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Mod

from config.today import today
from tenants import groups
from tenants.frameworks import COMPONENT_CHOICES
from timebank.topics import Topic

MINUTES_STEP = 15
IN_QUARTERS = "Give the time in quarters of an hour."
PERSON = {"on_delete": models.PROTECT, "null": True, "blank": True, "related_name": "+"}


class How(models.TextChoices):
    """Where help is given."""

    EITHER = "either", "Either"
    REMOTE = "remote", "By telephone or video"
    ON_SITE = "on_site", "On site"


class Listed(models.Model):
    """What an offer and a request have in common: who, about what, until when it is listed."""

    public_id = models.UUIDField("id in addresses", default=uuid.uuid4, unique=True, editable=False)
    account = models.ForeignKey("timebank.Account", on_delete=models.PROTECT, verbose_name="account")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name="who wrote it", **PERSON)
    made_on = models.DateField("written on", default=today)
    title = models.CharField("title", max_length=120)
    topic = models.CharField("topic", max_length=30, choices=Topic)
    group = models.CharField("group", max_length=30, choices=groups.CHOICES, blank=True)
    component = models.CharField("service component", max_length=2, choices=COMPONENT_CHOICES, blank=True)
    site = models.ForeignKey(
        "tenants.Site", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="site"
    )
    how = models.CharField("how", max_length=8, choices=How, default=How.EITHER)
    expires_on = models.DateField("listed until")
    reminded_on = models.DateField("reminded on", null=True, blank=True)
    state_reason = models.CharField("why it stands so", max_length=500, blank=True)
    is_sample = models.BooleanField("sample", default=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        # Without the title: this stands in the audit for good, and people may name somebody in a title.
        return f"{str(self._meta.verbose_name).capitalize()} on {str(self.get_topic_display()).lower()}"

    @property
    def is_shown_to_all(self) -> bool:
        """Whether everybody with the time bank may read it, and not its own side alone."""
        return True

    def clean(self) -> None:
        """A site is of the area whose account this is, and of the group that is named."""
        if self.site and self.site.area_id != self.account.area_id:
            raise ValidationError({"site": "Choose a site of your own area."})
        if self.site and self.group and self.site.group != self.group:
            raise ValidationError({"site": "This site works with another group. Choose its group, or another site."})

    def topic_words(self) -> str:
        """The topic with group and component, where they are named."""
        group = groups.BY_KEY[self.group].short_name if self.group else ""
        component = f"component {self.component}" if self.component else ""
        return ", ".join(part for part in (str(self.get_topic_display()), group, component) if part)


class Offer(Listed):
    """Help that an account offers: so many minutes a month, by somebody who knows the topic."""

    class State(models.TextChoices):
        ASKED = "asked", "Waits for the area lead"
        OPEN = "open", "Open"
        PAUSED = "paused", "Paused"
        WITHDRAWN = "withdrawn", "Withdrawn"
        EXPIRED = "expired", "Run out"

    class MentorKind(models.TextChoices):
        PRACTITIONER = "practitioner", "A practitioner or manager"
        BUDGET_HOLDER = "budget_holder", "A person with a budget"
        CARER = "carer", "A carer"
        PEER_SUPPORTER = "peer_supporter", "A peer supporter"
        PARTNER_STAFF = "partner_staff", "Somebody of a partner organisation"

    mentor_kind = models.CharField("who helps", max_length=14, choices=MentorKind, default=MentorKind.PRACTITIONER)
    mentor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="mentor",
    )
    minutes_a_month = models.PositiveIntegerField("minutes a month")
    available_from = models.DateField("from")
    available_until = models.DateField("until", null=True, blank=True)
    details = models.TextField("more about it", max_length=2000, blank=True)
    state = models.CharField("state", max_length=9, choices=State, default=State.OPEN)

    class Meta:
        verbose_name = "offer"
        ordering = ["-made_on", "-pk"]
        indexes = [models.Index(fields=["state", "topic"], name="timebank_offer_open")]
        constraints = [
            models.CheckConstraint(
                condition=Q(minutes_a_month__gt=0)
                & Q(minutes_a_month=F("minutes_a_month") - Mod(F("minutes_a_month"), MINUTES_STEP)),
                name="timebank_offer_minutes",
                violation_error_message=IN_QUARTERS,
            ),
            models.CheckConstraint(
                condition=Q(available_until__isnull=True) | Q(available_until__gte=F("available_from")),
                name="timebank_offer_dates",
                violation_error_message="The offer ends before it begins. Change one of the two days.",
            ),
        ]

    @property
    def is_shown_to_all(self) -> bool:
        """What somebody offered, and their area has not agreed to, stays in the area."""
        of_a_person = self.state == self.State.WITHDRAWN and self.mentor_id is not None
        return self.state != self.State.ASKED and not of_a_person


class Request(Listed):
    """Help that an account asks for: so many minutes, needed by a day, with its local priority and why."""

    class State(models.TextChoices):
        OPEN = "open", "Open"
        MATCHED = "matched", "Somebody helps"
        MET = "met", "Met"
        WITHDRAWN = "withdrawn", "Withdrawn"
        EXPIRED = "expired", "Run out"

    class Priority(models.IntegerChoices):
        FIRST = 1, "1: most pressing"
        SECOND = 2, "2"
        THIRD = 3, "3: can wait"

    minutes = models.PositiveIntegerField("minutes")
    needed_by = models.DateField("needed by")
    priority = models.PositiveSmallIntegerField("local priority", choices=Priority, default=Priority.SECOND)
    why = models.TextField("why", max_length=2000)
    state = models.CharField("state", max_length=9, choices=State, default=State.OPEN)

    class Meta:
        verbose_name = "request"
        ordering = ["needed_by", "pk"]
        indexes = [models.Index(fields=["state", "topic"], name="timebank_request_open")]
        constraints = [
            models.CheckConstraint(
                condition=Q(minutes__gt=0) & Q(minutes=F("minutes") - Mod(F("minutes"), MINUTES_STEP)),
                name="timebank_request_minutes",
                violation_error_message=IN_QUARTERS,
            ),
            models.CheckConstraint(
                condition=Q(priority__range=(1, 3)),
                name="timebank_request_priority",
                violation_error_message="The priority is 1, 2 or 3.",
            ),
            models.CheckConstraint(
                condition=~Q(why=""),
                name="timebank_request_why",
                violation_error_message="Say why your area needs this.",
            ),
        ]
