"""Clubs and prices as tables. The number of a club was published (`disclosure`) before it was stored."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.urls import reverse

from config.today import today
from files.people import hidden_by
from files.tables import Table, numeric
from market.models import Club, ClubQuote
from market.together import wording

SOURCE = "People who signalled in the marketplace that they look for the same"
NOTE = "From eight people on, to the nearest five; counted each evening. Who they are is told to nobody."
TAGS = (
    ("price_open", "People are deciding", "yellow"),
    ("price_made", "Enough said yes", "green"),
    ("price_failed", "Too few said yes", "grey"),
    ("price_withdrawn", "Taken back", "grey"),
)


def price_tag(quote: ClubQuote) -> str:
    """The tag's key."""
    return f"price_{quote.state}"


def table(clubs: Sequence[Club], *, linked: bool = False, prices: bool = False) -> Table:
    """What people look for together: for commissioners; for providers with their own prices, linked."""
    head: list[Any] = ["Area", "What people look for", numeric("About how many people"), "As at"]
    if prices:
        head.append("Your price")
    rows = [
        [
            club.area.short_name,
            {"text": wording.club(club), "href": reverse("market:provider-club", args=[club.public_id])}
            if linked
            else wording.club(club),
            club.shown_number,
            club.shown_on,
            *([_own(getattr(club, "own_quotes", []))] if prices else []),
        ]
        for club in clubs
    ]
    return Table(
        key="together", caption="What people look for together", head=tuple(head), rows=tuple(rows), as_at=today(),
        source=SOURCE, note=NOTE, people=hidden_by(), sample=any(club.is_sample for club in clubs),
    )  # fmt: skip


def _own(quotes: Iterable[ClubQuote]) -> Any:
    """The newest price that the provider gave, as a tag."""
    newest = next(iter(quotes), None)
    return {"status": price_tag(newest), "text": newest.get_state_display()} if newest else "None yet"


def prices(quotes: Iterable[ClubQuote]) -> list[dict[str, Any]]:
    """Prices as people of the club, and their own provider, read them."""
    return [
        {
            "quote": quote,
            "by": quote.provider.organisation.name,
            "price": wording.price(quote),
            "people": f"From {quote.minimum_people} people on",
            "until": wording.day(quote.until),
            "tag": price_tag(quote),
        }
        for quote in quotes
    ]
