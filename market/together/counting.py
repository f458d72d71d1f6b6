"""Each evening: how many look for the same, as far as it may be told; and what comes of prices and clubs that end.

Counted up to the evening before, from eight people on, to the nearest five. A number that was told stays until
another can be told: it neither goes out of sight nor changes its day when people leave, for then everybody would know
that seven are left. So whoever watches while one person signals, or stops, sees nothing move.
"""

import datetime

from django.db import transaction
from django.db.models import Count, Q

from config.today import today
from disclosure import people, publish
from market.models import Club, ClubQuote, UnmetNeed
from market.needs import recording
from market.together import notices, quotes
from market.together.errors import PriceOver

A_DAY = datetime.timedelta(days=1)


def count_clubs() -> int:
    """Work out what may be told of each open club; returns how many numbers changed. One query and one a change."""
    until = today() - A_DAY
    signals = Count("signals", filter=Q(signals__on__lte=until))
    changed = 0
    for club in Club.objects.filter(state=Club.State.OPEN).annotate(signals_before_today=signals):
        told = publish(people(club.signals_before_today)).shown
        if told and told != club.shown_number:
            _tell(club, told, until)
            changed += 1
    return changed


@transaction.atomic
def _tell(club: Club, number: int, on: datetime.date) -> None:
    is_first = club.shown_number is None
    Club.objects.filter(pk=club.pk).update(shown_number=number, shown_on=on)
    if is_first:
        notices.people_look(club)


def end_prices() -> int:
    """Prices whose day has passed without enough people fail; returns how many."""
    failed = 0
    for quote in quotes.past(today()):
        try:
            _fail(quote)
            failed += 1
        except PriceOver:
            continue
    return failed


@transaction.atomic
def _fail(quote: ClubQuote) -> None:
    rows = ClubQuote.objects.select_for_update(of=("self",)).select_related("club__area", "provider__organisation")
    found = rows.get(pk=quote.pk)
    if found.state != ClubQuote.State.OPEN:
        raise PriceOver
    found.state = ClubQuote.State.FAILED
    found.save(update_fields=["state"])
    keep_as_evidence(found.club)
    notices.price_over(found)


def end_clubs() -> int:
    """Clubs whose day has passed end: made where a price was, else as evidence of what is missing."""
    ended = list(Club.objects.filter(state=Club.State.OPEN, until__lt=today()))
    for club in ended:
        _end(club)
    return len(ended)


@transaction.atomic
def _end(club: Club) -> None:
    found = Club.objects.select_for_update(of=("self",)).select_related("area").get(pk=club.pk)
    is_made = found.quotes.filter(state=ClubQuote.State.MADE).exists()
    if not is_made:
        keep_as_evidence(found)
    found.state, found.ended_on = Club.State.MADE if is_made else Club.State.ENDED, today()
    found.save(update_fields=["state", "ended_on"])


def keep_as_evidence(club: Club) -> int:
    """Each person of the club misses this, in what statements count; once, also where they said so before."""
    facts = {
        "area": club.area,
        "need": club.need,
        "place_kind": club.place_kind,
        "availability": club.availability,
    }
    known = set(UnmetNeed.objects.filter(state=UnmetNeed.State.OPEN, **facts).values_list("said_by", flat=True))
    served = set(club.quotes.filter(state=ClubQuote.State.MADE).values_list("acceptances__buyer__user", flat=True))
    rows = [row.buyer.user for row in club.signals.select_related("buyer__user")]
    missing = [user for user in rows if user.pk not in known | served]
    for user in missing:
        recording.unmet(by=user, origin=UnmetNeed.Origin.CLUB, is_sample=club.is_sample, **facts)
    return len(missing)


def each_evening() -> dict[str, int]:
    """All of it, in the order that counts people once."""
    return {"prices": end_prices(), "clubs": end_clubs(), "numbers": count_clubs()}
