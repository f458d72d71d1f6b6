"""The two kinds of rows on the list: their words, so that offers and requests have the same pages."""

from dataclasses import dataclass
from typing import Any

from timebank.exchange import forms, queries
from timebank.models import Offer, Request


@dataclass(frozen=True)
class Kind:
    """One kind: its model, its form, and what its pages say."""

    noun: str
    model: Any
    form: type[forms.ListedForm]
    title: str  # of the list
    lede: str
    add: str  # on the button
    added: str
    nothing: str

    @property
    def plural(self) -> str:
        """`offers`."""
        return f"{self.noun}s"

    def listed(self) -> Any:
        """What everybody with the time bank sees."""
        return queries.listed_offers() if self.model is Offer else queries.listed_requests()

    def find(self, public_id: Any) -> Any:
        """One row by the id in its address, or None."""
        return queries.offer(public_id) if self.model is Offer else queries.request(public_id)


KINDS = {
    "offer": Kind(
        "offer",
        Offer,
        forms.OfferForm,
        "Offers",
        "What areas and partners can help with, and how many hours a month.",
        "Offer help",
        "Your offer is on the list. Others see it now, and the next matching looks at it.",
        "Nobody offers this at the moment. Ask for it, so that the coordinator looks for somebody.",
    ),
    "request": Kind(
        "request",
        Request,
        forms.RequestForm,
        "Requests",
        "What areas ask for. If you know how, offer it.",
        "Ask for help",
        "Your request is on the list. The next matching looks for somebody who can help.",
        "Nobody asks for this at the moment.",
    ),
}
