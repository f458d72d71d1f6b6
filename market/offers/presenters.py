"""Offers as the pages of providers and checkers show them, and as files repeat them."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from config.today import today
from files.people import NO_PEOPLE
from files.tables import Table, numeric
from market import area_names
from market.finding import facts
from market.models import Offer, OfferEdition
from market.offers import telling
from market.offers.steps import STEPS, of_field
from ui import formats

SOURCE = "The marketplace’s list of offers"
NOT_NAMED = "An offer without a name yet"
CONFIRMED_FOR = datetime.timedelta(days=365)


def name_of(edition: OfferEdition | None) -> str:
    """What it is called, or that it has no name yet."""
    return (edition.title if edition else "") or NOT_NAMED


def tag_of(offer: Offer, edition: OfferEdition | None = None) -> str:
    """The offer's tag; one that isn't public yet is as its open edition."""
    if offer.state == Offer.State.DRAFT and edition and edition.state == OfferEdition.State.CHANGE_ASKED:
        return "offer_change_asked"
    return f"offer_{offer.state}"


def edition_tag(edition: OfferEdition) -> str:
    """The tag of an edition that is open."""
    return {"draft": "offer_draft", "submitted": "offer_submitted", "change_asked": "offer_change_asked"}.get(
        edition.state, "offer_published"
    )


def holds_until(offer: Offer) -> datetime.date | None:
    """The last day on which it counts as confirmed."""
    return offer.confirmed_on + CONFIRMED_FOR if offer.confirmed_on else None


def shown(offer: Offer, edition: OfferEdition) -> dict[str, Any]:
    """The edition as people see it: for `market/finding/_offer_body.html`. One query."""
    areas = area_names.by_slug()
    edition.offer = offer
    return {
        "edition": edition,
        "facts": facts.with_breaks(facts.whole(edition, areas)),
        "provider": offer.provider.organisation.name,
    }


def answers(offer: Offer, edition: OfferEdition) -> list[tuple[str, str, str, str]]:
    """(question, answer, "Change", address) of each page of the wizard, as `ui.summary_list` takes it. One query."""
    areas = area_names.by_slug()
    found = []
    for step in STEPS:
        told = [
            telling.value_words(field, edition, areas)
            for field in step.fields
            if field != "unit" and _is_told(edition, field)
        ]
        address = reverse("market:offer-write", args=[offer.public_id, step.key]) + "?then=preview"
        found.append((step.title, "; ".join(told) or telling.NOT_SAID, "Change", address))
    return found


def _is_told(edition: OfferEdition, field: str) -> bool:
    if field == "price_pence":
        return bool(edition.unit)
    return getattr(edition, field) not in (None, "", [], False)


def editions_rows(editions: Iterable[OfferEdition]) -> list[list[Any]]:
    """Number, state, when it was written, what the checker said; the newest first."""
    return [
        [
            edition.number,
            str(edition.get_state_display()),
            formats.date(edition.written_at),
            formats.date(edition.checked_at) or "Not checked",
            edition.check_note or "",
        ]
        for edition in editions
    ]


def offers_table(rows: Iterable[Offer], *, caption: str = "Offers", with_provider: bool = False) -> Table:
    """Every offer with the words that are public, or else those being written; the rows bring `words_now`."""
    areas = area_names.by_slug()
    head: tuple[Any, ...] = (
        *(["Provider"] if with_provider else []), "Offer", "State", "First published", "Last confirmed",
        *(telling.LABELS[field] for field in FIELDS_OF_FILE), numeric("Price in pence"),
    )  # fmt: skip
    found = list(rows)
    return Table(
        key="offers",
        caption=caption,
        head=head,
        rows=tuple(_file_row(offer, areas, with_provider) for offer in found),
        as_at=today(),
        source=SOURCE,
        people=NO_PEOPLE,
        sample=any(offer.is_sample for offer in found),
    )


FIELDS_OF_FILE = tuple(field for field in OfferEdition.CONTENT if field not in ("title", "unit", "picture"))


def _file_row(offer: Offer, areas: dict[str, str], with_provider: bool) -> list[Any]:
    edition = offer.shown or getattr(offer, "newest", None) or OfferEdition()
    return [
        *([offer.provider.organisation.name] if with_provider else []),
        name_of(edition),
        str(offer.get_state_display()),
        offer.published_at.date() if offer.published_at else None,
        offer.confirmed_on,
        *(telling.value_words(field, edition, areas) for field in FIELDS_OF_FILE),
        edition.price_pence,
    ]


def step_of(field: str) -> str:
    """The key of the page that asks for a field."""
    return of_field(field).key
