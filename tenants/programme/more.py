"""Cards of further pages at the end of the board, which rooms register: `more.register(Card(…))`."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Card:
    """A page beside the board, for everybody who reads it. `route` takes no arguments."""

    title: str
    route: str
    text: str


_cards: dict[str, Card] = {}


def register(card: Card) -> None:
    """Add a card; the same route again replaces it."""
    _cards[card.route] = card


def cards() -> list[Card]:
    """Every card, by title."""
    return sorted(_cards.values(), key=lambda card: card.title)
