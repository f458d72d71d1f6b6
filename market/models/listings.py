"""What everybody may find: one flat row for each offer that is shown, made for searching."""

from functools import reduce
from operator import add

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models

from find.words import AS_WRITTEN, STEMMED
from market import words
from market.models.keys import keys_field

# By stems and as written; words of the title count most.
WEIGHTS = (("A", ("title",)), ("B", ("summary", "provider_name")), ("C", ("details",)))
VECTOR = reduce(
    add,
    (
        SearchVector(*fields, weight=weight, config=config)
        for weight, fields in WEIGHTS
        for config in (STEMMED, AS_WRITTEN)
    ),
)


class Listing(models.Model):
    """An offer as the search sees it. Only `market.listings` writes these; a row here means: shown to everybody.

    `price_pence` as in the edition. `vector` is worked out by the database from title, summary, provider and details,
    so that words that are taken out of these can't be found any longer; lists do without it and `details` (`defer`).
    """

    offer = models.OneToOneField("market.Offer", on_delete=models.CASCADE, primary_key=True, related_name="listing")
    public_id = models.UUIDField("id in addresses", unique=True)
    provider = models.ForeignKey("market.Provider", on_delete=models.CASCADE, related_name="listings")
    provider_name = models.CharField("provider", max_length=200)
    title = models.CharField("title", max_length=80)
    summary = models.CharField("summary", max_length=400)
    details = models.TextField("more about it", blank=True)
    town = models.CharField("town or village", max_length=60, blank=True)
    needs = keys_field("kind of support")
    groups = keys_field("groups")
    outcomes = keys_field("what it helps with")
    areas = keys_field("areas")
    mechanisms = keys_field("how people can pay")
    availability = keys_field("how often")
    times = keys_field("when")
    accessibility = keys_field("what makes it easier to use")
    languages = keys_field("languages")
    goes_rural = models.BooleanField("goes to villages and the countryside")
    comes_to_you = models.BooleanField("comes to people’s homes")
    is_remote = models.BooleanField("by telephone or video")
    unit = models.CharField("the price is for", max_length=8, choices=words.Unit)
    price_pence = models.BigIntegerField("price in pence", null=True, blank=True)
    minimum_age = models.PositiveSmallIntegerField("youngest age in years", null=True, blank=True)
    maximum_age = models.PositiveSmallIntegerField("oldest age in years", null=True, blank=True)
    places_free = models.PositiveIntegerField("places free now", null=True, blank=True)
    waiting_weeks = models.PositiveSmallIntegerField("weeks to wait", null=True, blank=True)
    published_at = models.DateTimeField("first published")
    changed_at = models.DateTimeField("last changed")
    confirmed_on = models.DateField("last confirmed")
    is_checked = models.BooleanField("checked by a commissioner", default=True)
    directory_name = models.CharField("directory that it comes from", max_length=120, blank=True)
    is_sample = models.BooleanField("sample", default=False)
    vector = models.GeneratedField(
        verbose_name="words",
        expression=VECTOR,
        output_field=SearchVectorField(),
        db_persist=True,
    )

    class Meta:
        verbose_name = "offer that is shown"
        verbose_name_plural = "offers that are shown"
        ordering = ["-published_at", "pk"]
        indexes = [
            GinIndex(fields=["vector"], name="market_listing_words"),
            GinIndex(
                fields=["needs", "groups", "areas", "mechanisms", "availability", "accessibility"],
                name="market_listing_keys",
            ),
            models.Index(fields=["-published_at", "offer"], name="market_listing_newest"),
            models.Index(fields=["unit", "price_pence"], name="market_listing_price"),
            models.Index(fields=["changed_at", "offer"], name="market_listing_changed"),
        ]

    def __str__(self) -> str:
        return self.title
