"""Editions of offers: all that can be said of one, and who checked it."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from config.today import moment
from market import words
from market.models.keys import keys_field
from tenants.keys import GROUP_KEYS, keys_are_of

MOST_NEEDS = 3
CONTENT_FIELDS = (
    "title", "summary", "details", "needs", "groups", "outcomes", "areas", "goes_rural", "comes_to_you",
    "is_remote", "place", "town", "postcode", "minimum_age", "maximum_age", "unit", "price_pence", "price_note",
    "mechanisms", "availability", "times", "times_note", "places_free", "waiting_weeks", "accessibility",
    "accessibility_note", "languages", "how_to_ask", "picture",
)  # fmt: skip


SENT_WORDS_STAY = """
    IF OLD.state <> 'draft' THEN
        RAISE EXCEPTION 'What was sent for a check stays as it was sent. Write another edition.'
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
"""


class OfferEdition(models.Model):
    """What an offer says, at one time. `CONTENT` names the fields that a change copies and a checker compares.

    Money in whole pence; `price_pence` is None where the price is to be asked, 0 where the unit is `free`.
    `places_free` and `waiting_weeks` are None where the provider didn't say. `areas` are areas' slugs.
    """

    class State(models.TextChoices):
        DRAFT = "draft", "Being written"
        SUBMITTED = "submitted", "Waits for its check"
        CHECKED = "checked", "Checked"
        CHANGE_ASKED = "change_asked", "Something to mend"
        REPLACED = "replaced", "Replaced"
        IMPORTED = "imported", "From another directory"

    CONTENT = CONTENT_FIELDS

    offer = models.ForeignKey("market.Offer", on_delete=models.CASCADE, related_name="editions")
    number = models.PositiveIntegerField("number")
    state = models.CharField("state", max_length=12, choices=State, default=State.DRAFT)

    title = models.CharField("name of what you offer", max_length=80, blank=True)
    summary = models.CharField("what it is and for whom, in two sentences", max_length=400, blank=True)
    details = models.TextField("more about it", max_length=3_000, blank=True)
    needs = keys_field("kind of support")
    groups = keys_field("for which groups")
    outcomes = keys_field("what it helps with")
    areas = keys_field("areas")
    goes_rural = models.BooleanField("goes to villages and the countryside", default=False)
    comes_to_you = models.BooleanField("comes to people’s homes", default=False)
    is_remote = models.BooleanField("by telephone or video", default=False)
    place = models.CharField("where it is", max_length=200, blank=True)
    town = models.CharField("town or village", max_length=60, blank=True)
    postcode = models.CharField("postcode", max_length=8, blank=True)
    minimum_age = models.PositiveSmallIntegerField("youngest age in years", null=True, blank=True)
    maximum_age = models.PositiveSmallIntegerField("oldest age in years", null=True, blank=True)
    unit = models.CharField("the price is for", max_length=8, choices=words.Unit, blank=True)
    price_pence = models.BigIntegerField("price in pence", null=True, blank=True)
    price_note = models.CharField("more about the price", max_length=300, blank=True)
    mechanisms = keys_field("how people can pay")
    availability = keys_field("how often")
    times = keys_field("when")
    times_note = models.CharField("more about when", max_length=300, blank=True)
    places_free = models.PositiveIntegerField("places free now", null=True, blank=True)
    waiting_weeks = models.PositiveSmallIntegerField("weeks to wait", null=True, blank=True)
    accessibility = keys_field("what makes it easier to use")
    accessibility_note = models.CharField("more about getting in and around", max_length=500, blank=True)
    languages = keys_field("languages")
    how_to_ask = models.CharField("how to ask by telephone or on paper", max_length=300, blank=True)
    picture = models.ForeignKey(
        "market.OfferPicture",
        on_delete=models.RESTRICT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="picture",
    )

    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    written_at = models.DateTimeField("written", default=moment)
    submitted_at = models.DateTimeField("sent for its check", null=True, blank=True)
    submitted_on = models.DateField("sent for its check on", null=True, blank=True)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    checked_at = models.DateTimeField("checked", null=True, blank=True)
    check_note = models.TextField("what the checker said", max_length=1_000, blank=True)

    class Meta:
        verbose_name = "edition of an offer"
        verbose_name_plural = "editions of offers"
        ordering = ["offer", "-number"]
        indexes = [models.Index(fields=["submitted_at"], condition=Q(state="submitted"), name="market_edition_waiting")]
        triggers = [
            # What was sent for a check stays as it was read there: a change is another edition.
            pgtrigger.Trigger(
                name="sent_words_stay",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange(*CONTENT_FIELDS),
                func=SENT_WORDS_STAY,
            ),
            pgtrigger.Protect(
                name="sent_is_no_draft",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(new__state="draft") & ~pgtrigger.Q(old__state="draft"),
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["offer", "number"], name="market_edition_number_once"),
            models.UniqueConstraint(
                fields=["offer"],
                condition=Q(state__in=["draft", "submitted", "change_asked"]),
                name="market_edition_one_change",
                violation_error_message="There is a change of this offer already. Go on with that one.",
            ),
            models.CheckConstraint(
                condition=~Q(state="submitted") | Q(submitted_at__isnull=False, submitted_on__isnull=False),
                name="market_edition_submitted_on",
                violation_error_message="Say when it was sent.",
            ),
            models.CheckConstraint(
                condition=Q(needs__len__lte=MOST_NEEDS),
                name="market_edition_few_needs",
                violation_error_message=f"Choose up to {MOST_NEEDS} kinds of support.",
            ),
            models.CheckConstraint(
                condition=Q(price_pence__isnull=True) | Q(price_pence__gt=0) | Q(unit="free", price_pence=0),
                name="market_edition_price",
                violation_error_message="A price is more than nothing, or the offer is free.",
            ),
            models.CheckConstraint(
                condition=Q(minimum_age__isnull=True)
                | Q(maximum_age__isnull=True)
                | Q(maximum_age__gte=models.F("minimum_age")),
                name="market_edition_ages",
                violation_error_message="The oldest age is not below the youngest.",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["submitted", "checked"])
                | (~Q(title="") & ~Q(summary="") & Q(needs__len__gt=0) & Q(areas__len__gt=0) & ~Q(unit="")),
                name="market_edition_whole",
                violation_error_message="What is sent for a check has a name, a summary, a kind, an area and a price.",
            ),
            keys_are_of("needs", words.Need.values, "market_edition_needs"),
            keys_are_of("groups", GROUP_KEYS, "market_edition_groups"),
            keys_are_of("outcomes", words.Outcome.values, "market_edition_outcomes"),
            keys_are_of("mechanisms", words.Mechanism.values, "market_edition_mechanisms"),
            keys_are_of("availability", words.Availability.values, "market_edition_availability"),
            keys_are_of("times", words.Time.values, "market_edition_times"),
            keys_are_of("accessibility", words.Access.values, "market_edition_access"),
            keys_are_of("languages", words.Language.values, "market_edition_languages"),
        ]

    def __str__(self) -> str:
        return f"Edition {self.number} of offer {self.offer_id}"
