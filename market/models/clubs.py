"""Clubbing together: people with the same need who signal it, and providers who offer them a shared price.

Who signalled stands in `ClubSignal` alone. Nothing that a provider or a commissioner sees refers to it; what they see
of its number is `Club.shown_number`, which was published (`disclosure`) before it was stored.
"""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from config.today import moment, today
from market import words

# From so many on a number of people is told at all (`disclosure`: 1 to 7 are hidden).
FEWEST_TOLD = 8
LONGEST_PATTERN = 1_000


class Club(models.Model):
    """One need in one area, in one kind of place, so often: all that tells clubs apart is in fixed lists.

    `shown_number` is rounded, as of the evening of `shown_on`. Once told, it changes only when another number can be
    told; it doesn't go out of sight when people leave, for then everybody would know that seven are left.
    """

    class State(models.TextChoices):
        OPEN = "open", "Looking for others"
        MADE = "made", "Enough came together"
        ENDED = "ended", "Not enough came together"

    public_id = models.UUIDField("id in addresses", default=uuid.uuid4, unique=True, editable=False)
    area = models.ForeignKey(settings.TENANT_MODEL, on_delete=models.PROTECT, related_name="clubs")
    need = models.CharField("kind of support", max_length=30, choices=words.Need)
    place_kind = models.CharField("where", max_length=7, choices=words.PlaceKind)
    availability = models.CharField("how often", max_length=8, choices=words.Availability)
    state = models.CharField("state", max_length=5, choices=State, default=State.OPEN)
    shown_number = models.PositiveIntegerField("about how many people", null=True, blank=True)
    shown_on = models.DateField("as at", null=True, blank=True)
    opened_on = models.DateField("began on", default=today)
    until = models.DateField("open until")
    ended_on = models.DateField("ended on", null=True, blank=True)
    is_sample = models.BooleanField("sample", default=False)

    class Meta:
        verbose_name = "club"
        ordering = ["area", "need", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "need", "place_kind", "availability"],
                condition=Q(state="open"),
                name="market_club_open_once",
            ),
            models.CheckConstraint(
                condition=Q(shown_number__isnull=True, shown_on__isnull=True)
                | Q(shown_number__gte=FEWEST_TOLD, shown_on__isnull=False),
                name="market_club_shown",
                violation_error_message="A number of people is told from eight on, with its day.",
            ),
            models.CheckConstraint(
                condition=Q(shown_number__isnull=True) | Q(shown_number=F("shown_number") / 5 * 5),
                name="market_club_rounded",
                violation_error_message="A number of people is told to the nearest five.",
            ),
            models.CheckConstraint(
                condition=Q(state="open") | Q(ended_on__isnull=False),
                name="market_club_ended_on",
                violation_error_message="A club that is over ended on some day.",
            ),
        ]

    def __str__(self) -> str:
        return f"Club {self.pk}"


class ClubSignal(models.Model):
    """One person's “me too”. Seen by that person alone."""

    club = models.ForeignKey(Club, on_delete=models.CASCADE, related_name="signals")
    buyer = models.ForeignKey("market.Buyer", on_delete=models.CASCADE, related_name="signals")
    on = models.DateField("since", default=today)

    class Meta:
        verbose_name = "signal"
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["club", "buyer"], name="market_signal_once")]

    def __str__(self) -> str:
        return f"Signal {self.pk}"


class ClubQuote(models.Model):
    """A provider's shared price: what one person pays, in which pattern, from how many people on, until when."""

    class State(models.TextChoices):
        OPEN = "open", "People are deciding"
        MADE = "made", "Enough said yes"
        FAILED = "failed", "Too few said yes"
        WITHDRAWN = "withdrawn", "Taken back"

    public_id = models.UUIDField("id in addresses", default=uuid.uuid4, unique=True, editable=False)
    club = models.ForeignKey(Club, on_delete=models.PROTECT, related_name="quotes")
    provider = models.ForeignKey("market.Provider", on_delete=models.PROTECT, related_name="quotes")
    price_pence = models.PositiveIntegerField("price for each person, in pence")
    unit = models.CharField("the price is for", max_length=8, choices=words.Unit)
    pattern = models.TextField("what each person gets, when and where", max_length=LONGEST_PATTERN)
    minimum_people = models.PositiveSmallIntegerField("from how many people on")
    until = models.DateField("open until")
    state = models.CharField("state", max_length=9, choices=State, default=State.OPEN)
    made_on = models.DateField("enough since", null=True, blank=True)
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="market_quotes"
    )
    given_at = models.DateTimeField("given", default=moment)
    is_sample = models.BooleanField("sample", default=False)

    class Meta:
        verbose_name = "shared price"
        ordering = ["-given_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["club", "provider"],
                condition=Q(state__in=["open", "made"]),
                name="market_quote_one_open",
                violation_error_message="You have an open price for this already. Take it back to give another.",
            ),
            models.CheckConstraint(
                condition=Q(minimum_people__gte=2),
                name="market_quote_minimum",
                violation_error_message="A shared price is for at least 2 people.",
            ),
            models.CheckConstraint(
                condition=Q(price_pence__gt=0) & ~Q(unit="free"),
                name="market_quote_price",
                violation_error_message="Say a price above nothing, and what it is for.",
            ),
            models.CheckConstraint(
                condition=~Q(state="made") | Q(made_on__isnull=False),
                name="market_quote_made_on",
                violation_error_message="Enough people said yes on some day.",
            ),
        ]

    def __str__(self) -> str:
        return f"Shared price {self.pk}"


class ClubAcceptance(models.Model):
    """One person's yes to a shared price: from then on, once it is made, the provider knows their chosen name."""

    quote = models.ForeignKey(ClubQuote, on_delete=models.CASCADE, related_name="acceptances")
    buyer = models.ForeignKey("market.Buyer", on_delete=models.CASCADE, related_name="acceptances")
    on = models.DateField("said on", default=today)

    class Meta:
        verbose_name = "yes to a shared price"
        verbose_name_plural = "yeses to shared prices"
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["quote", "buyer"], name="market_acceptance_once")]

    def __str__(self) -> str:
        return f"Acceptance {self.pk}"
