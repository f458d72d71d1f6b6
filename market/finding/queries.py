"""Offers that fit what somebody looks for. Only `Listing` is asked: what has no row there is not shown."""

import uuid
from collections.abc import Iterable, Mapping
from typing import Any

from django.contrib.postgres.search import SearchRank
from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When

from config.today import today
from find.full_text import BY_LENGTH
from find.words import Words
from market import words
from market.finding.filters import WIDENED
from market.models import Listing, Provider, ProviderCheck

# Lists do without these: long, and shown on an offer's own page alone.
NOT_IN_LISTS = ("details", "vector", "provider__about", "provider__postal_address", "provider__conflicts_of_interest")
UNIT_ORDER = Case(
    *(When(unit=unit, then=Value(place)) for place, unit in enumerate((words.Unit.FREE, *words.Unit.values[:-1]))),
    output_field=IntegerField(),
)
ORDERS: dict[str, list[Any]] = {
    "newest": ["-published_at", "pk"],
    "price": [UNIT_ORDER, F("price_pence").asc(nulls_last=True), "pk"],
    "soonest": [F("waiting_weeks").asc(nulls_last=True), F("places_free").desc(nulls_last=True), "pk"],
}


def listings() -> QuerySet[Listing]:
    """Every offer that is shown, as lists show it, with its provider."""
    return Listing.objects.select_related("provider").defer(*NOT_IN_LISTS)


def found(chosen: Mapping[str, Any]) -> QuerySet[Listing]:
    """Offers that fit everything that was chosen (`FindForm.chosen`), in the chosen order."""
    rows = listings().filter(*conditions(chosen).values())
    typed = Words.typed(chosen.get("q", ""))
    sort = chosen.get("sort") or "best"
    if sort in ORDERS or not typed:
        return rows.order_by(*ORDERS.get(sort, ORDERS["newest"]))
    rank = SearchRank(F("vector"), typed.query, normalization=Value(BY_LENGTH))
    return rows.annotate(rank=rank).order_by("-rank", "pk")


def conditions(chosen: Mapping[str, Any]) -> dict[str, Q]:
    """What each choice asks of an offer, by the filter's name (`price` for unit and amount together).

    An offer that names no group is for everybody. One whose price has to be asked fits no price.
    """
    made = {
        "q": _words(chosen.get("q", "")),
        "need": _has("needs", chosen.get("need")),
        "area": _has("areas", chosen.get("area")),
        "group": _group(chosen.get("group")),
        "come": COMES[chosen["come"]] if chosen.get("come") else None,
        "availability": _has("availability", chosen.get("availability")),
        "times": _has("times", chosen.get("times")),
        "mechanism": _has("mechanisms", chosen.get("mechanism")),
        "language": _has("languages", chosen.get("language")),
        "access": Q(accessibility__contains=list(chosen["access"])) if chosen.get("access") else None,
        "price": _price(chosen.get("unit"), chosen.get("most_pence")),
    }
    return {name: made[name] for name in WIDENED if made[name] is not None}  # type: ignore[misc]


COMES = {
    "town": Q(comes_to_you=True),
    "village": Q(comes_to_you=True, goes_rural=True),
    "remote": Q(is_remote=True),
}


def _words(text: str) -> Q | None:
    typed = Words.typed(text)
    return Q(vector=typed.query) if typed else None


def _has(field: str, key: str | None) -> Q | None:
    return Q(**{f"{field}__contains": [key]}) if key else None


def _group(key: str | None) -> Q | None:
    return Q(groups__contains=[key]) | Q(groups=[]) if key else None


def _price(unit: str | None, most_pence: int | None) -> Q | None:
    if not unit:
        return None
    if most_pence is None:
        return Q(unit=unit)
    return Q(unit=unit, price_pence__lte=most_pence) | Q(unit=words.Unit.FREE)


def wider(chosen: Mapping[str, Any]) -> list[tuple[str, int]]:
    """(filter, offers without it) for each filter without which something would be found, most first.

    One query for each filter that was used: eleven at the most, whatever is in the tables.
    """
    asked = conditions(chosen)
    counted = [
        (name, Listing.objects.filter(*(each for other, each in asked.items() if other != name)).count())
        for name in asked
    ]
    return sorted(((name, count) for name, count in counted if count), key=lambda each: -each[1])


def by_ids(public_ids: Iterable[uuid.UUID]) -> list[Listing]:
    """The offers with these ids that are shown, in the order of the ids."""
    wanted = list(public_ids)
    rows = {row.public_id: row for row in listings().filter(public_id__in=wanted)}
    return [rows[each] for each in wanted if each in rows]


def one(public_id: uuid.UUID) -> Listing | None:
    """An offer that is shown, with its checked words (`offer.shown`) and their picture, and its provider."""
    rows = Listing.objects.select_related("offer__shown__picture", "provider__organisation", "provider__directory")
    row = rows.defer("vector", "offer__shown__picture__content").filter(public_id=public_id).first()
    if row is not None and row.offer.shown is not None:
        row.offer.shown.offer = row.offer  # known already: nobody needs to ask for it again
    return row


def provider(public_id: uuid.UUID) -> Provider | None:
    """A provider whom everybody may see: one whose check counts today, or that another directory has."""
    counts = Q(state=Provider.State.RECOGNISED, checked_until__gte=today())
    counts |= Q(directory__is_shown=True, pk__in=Listing.objects.values("provider"))
    rows = Provider.objects.select_related("organisation", "directory")
    return rows.filter(counts, public_id=public_id).first()


def last_check(of: Provider) -> ProviderCheck | None:
    """The newest passed check of a provider, with the area whose commissioner made it."""
    passed = of.checks.filter(outcome=ProviderCheck.Outcome.PASSED)
    return passed.select_related("area").order_by("-valid_until", "-pk").first()
