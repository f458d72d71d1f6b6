"""What is new to buy, for the front page of everybody."""

from django.http import HttpRequest
from django.urls import reverse

from market.finding import facts
from market.models import Listing
from ui.front_page import ENTRIES_SHOWN, FrontPageEntry, FrontPageList


def newest(request: HttpRequest) -> FrontPageList:
    """The offers that were published last. One query."""
    rows = Listing.objects.defer("details", "vector").order_by("-published_at", "pk")[:ENTRIES_SHOWN]
    entries = tuple(
        FrontPageEntry(
            f"{row.title} (sample)" if row.is_sample else row.title,
            reverse("market:offer", args=[row.public_id]),
            f"{row.provider_name}, {facts.price(row)}",
        )
        for row in rows
    )
    return FrontPageList("New support to buy", entries, "Find support", reverse("market:find"), order=30)
