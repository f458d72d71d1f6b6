"""Shared prices: giving one, each person's own yes, and what follows once enough have said it."""

import datetime
import random
from typing import Any

from django.db import transaction
from django.db.models import F

from config.today import moment, today
from market.models import Buyer, Club, ClubAcceptance, ClubQuote, ClubSignal, Enquiry, Message, Provider
from market.together import notices, wording
from market.together.errors import NotAmongThem, NotTold, PriceOver, TogetherRefused

State = ClubQuote.State
MOST_PEOPLE = 500
YES = "I said yes to your shared price: {price}."
# Who said yes is put in an order that tells nothing of when, or of the numbers of rows.
_shuffled = random.SystemRandom()


@transaction.atomic
def give(
    *,
    club: Club,
    provider: Provider,
    price_pence: int,
    unit: str,
    pattern: str,
    minimum_people: int,
    until: datetime.date,
    by: Any,
    is_sample: bool = False,
) -> ClubQuote:
    """A provider's shared price, to everybody who looks for this. Raises NotTold, TogetherRefused."""
    club = Club.objects.select_for_update(of=("self",)).select_related("area").get(pk=club.pk)
    is_checked = provider.state == Provider.State.RECOGNISED and (provider.checked_until or today()) >= today()
    if club.state != Club.State.OPEN or club.shown_number is None or club.until < today():
        raise NotTold
    if not is_checked or club.area.slug not in provider.areas:
        raise NotTold
    if not today() < until <= club.until:
        raise TogetherRefused(f"Choose a day after today, up to {wording.day(club.until)}.")
    if not pattern.strip():
        raise TogetherRefused("Say what each person gets, when and where.")
    if ClubQuote.objects.filter(club=club, provider=provider, state__in=[State.OPEN, State.MADE]).exists():
        raise TogetherRefused("You have an open price for this already. Take it back to give another.")
    made = ClubQuote.objects.create(
        club=club, provider=provider, price_pence=price_pence, unit=unit, pattern=pattern.strip(),
        minimum_people=minimum_people, until=until, given_by=by, given_at=moment(), is_sample=is_sample,
    )  # fmt: skip
    notices.price_given(made)
    return made


@transaction.atomic
def take_back(*, quote: ClubQuote) -> ClubQuote:
    """The provider takes a price back before it is made; who said yes is told to nobody. Raises PriceOver."""
    quote = _lock(quote)
    if quote.state != State.OPEN:
        raise PriceOver
    quote.state = State.WITHDRAWN
    quote.save(update_fields=["state"])
    notices.price_over(quote)
    return quote


@transaction.atomic
def accept(*, quote: ClubQuote, by: Buyer) -> ClubQuote:
    """One person's yes, for themselves. With enough, the price is made in this very transaction.

    Only then does the provider learn the chosen names of those who said yes. Raises PriceOver, NotAmongThem.
    """
    quote = _lock(quote)
    if quote.state not in (State.OPEN, State.MADE) or quote.until < today():
        raise PriceOver
    if not ClubSignal.objects.filter(club=quote.club, buyer=by).exists():
        raise NotAmongThem
    _, is_new = ClubAcceptance.objects.get_or_create(quote=quote, buyer=by, defaults={"on": today()})
    if quote.state == State.MADE:
        if is_new:
            _open_talk(quote, by)
        return quote
    said_yes = list(quote.acceptances.select_related("buyer__user"))
    if len(said_yes) < quote.minimum_people:
        return quote
    quote.state, quote.made_on = State.MADE, today()
    quote.save(update_fields=["state", "made_on"])
    _shuffled.shuffle(said_yes)
    for each in said_yes:
        _open_talk(quote, each.buyer)
    notices.made(quote, [each.buyer for each in said_yes])
    return quote


@transaction.atomic
def no_longer(*, quote: ClubQuote, by: Buyer) -> ClubQuote:
    """Take one's yes back while the price isn't made. Raises PriceOver."""
    quote = _lock(quote)
    if quote.state != State.OPEN:
        raise PriceOver
    ClubAcceptance.objects.filter(quote=quote, buyer=by).delete()
    return quote


def _open_talk(quote: ClubQuote, buyer: Buyer) -> None:
    """A talk between somebody who said yes and the provider, under the chosen name."""
    now = moment()
    about = f"Together: {wording.club(quote.club)}"[:120]
    enquiry = Enquiry.objects.create(
        buyer=buyer, provider=quote.provider, quote=quote, about=about, asked_on=today(), asked_at=now, last_at=now,
        is_sample=quote.is_sample,
    )  # fmt: skip
    Message.objects.create(enquiry=enquiry, is_of_buyer=True, words=YES.format(price=wording.price(quote)), at=now)


def _lock(quote: ClubQuote) -> ClubQuote:
    rows = ClubQuote.objects.select_for_update(of=("self",))
    return rows.select_related("club__area", "provider__organisation").get(pk=quote.pk)


def past(on: datetime.date) -> Any:
    """Prices that are open after their day."""
    return ClubQuote.objects.filter(state=State.OPEN, until__lt=on).order_by(F("until"), "pk")
