"""Who may use the addresses of clubbing together; see `accounts.rights_table`."""

import datetime
from typing import Any

from accounts.rights_table import Row
from market import rights_samples as samples
from market.rights_samples import BUYERS, FORM, POST, PROVIDERS


def _club(world: Any, *, area: Any = None, is_told: bool = True) -> Any:
    """A club of an area; told of, or too small for that."""
    from config.today import today
    from market.models import Club

    shown = {"shown_number": 10, "shown_on": today()} if is_told else {}
    facts = {"need": "therapy", "place_kind": "village" if is_told else "town", "availability": "crisis"}
    until = today() + datetime.timedelta(days=90)
    return Club.objects.get_or_create(area=area or world.area, **facts, defaults={"until": until, **shown})[0]


def _signalled(world: Any) -> Any:
    """A club that whoever asks has signalled."""
    from market.models import ClubSignal

    club = _club(world)
    buyer = samples.a_buyer(world.me or world.people["no role"])
    ClubSignal.objects.get_or_create(club=club, buyer=buyer)
    return club


def _price(world: Any, club: Any, provider: Any) -> Any:
    from config.today import today
    from market.models import ClubQuote

    club.quotes.filter(provider=provider).delete()
    until = today() + datetime.timedelta(days=30)
    facts = {"price_pence": 900, "unit": "hour", "pattern": "In a group", "minimum_people": 8, "until": until}
    return ClubQuote.objects.create(club=club, provider=provider, **facts)


def _told(world: Any) -> dict[str, Any]:
    return {"public_id": _club(world).public_id}


def _small(world: Any) -> dict[str, Any]:
    return {"public_id": _club(world, is_told=False).public_id}


def _own(world: Any) -> dict[str, Any]:
    return {"public_id": _signalled(world).public_id}


def _price_for_me(world: Any) -> dict[str, Any]:
    return {"public_id": _price(world, _signalled(world), samples.a_provider()).public_id}


def _price_of_others(world: Any) -> dict[str, Any]:
    return {"public_id": _price(world, _club(world, is_told=False), _elsewhere()).public_id}


def _own_price(world: Any) -> dict[str, Any]:
    return {"public_id": _price(world, _club(world), samples.own_provider(world)).public_id}


def _for_provider(world: Any) -> dict[str, Any]:
    """A club to which the provider of whoever asks gave a price."""
    club = _club(world)
    _price(world, club, samples.own_provider(world))
    return {"public_id": club.public_id}


def _elsewhere() -> Any:
    from market.asking import rights_samples

    return rights_samples.elsewhere(None)


def _unmet(world: Any) -> dict[str, Any]:
    from market.needs import rights

    return rights.said_by(world.me or world.people["no role"], world)


def _unmet_of_another(world: Any) -> dict[str, Any]:
    from market.needs import rights

    return rights.said_by(world.people["no role"], world)


def _csv(world: Any) -> dict[str, Any]:
    return {"ending": "csv"}


ROWS = [
    Row("market:clubs", BUYERS),
    Row("market:club-look", BUYERS, FORM, sample=_unmet, foreign=_unmet_of_another),
    Row("market:club", BUYERS, sample=_told, foreign=_small),
    Row("market:club-join", BUYERS, POST, sample=_told, foreign=_small),
    Row("market:club-leave", BUYERS, POST, sample=_own, foreign=_small),
    Row("market:club-yes", BUYERS, FORM, sample=_price_for_me, foreign=_price_of_others),
    Row("market:club-no", BUYERS, POST, sample=_price_for_me, foreign=_price_of_others),
    Row("market:provider-clubs", PROVIDERS),
    Row("market:provider-clubs-file", PROVIDERS, sample=_csv),
    Row("market:provider-club", PROVIDERS, FORM, sample=_for_provider, foreign=_small, also=(422,)),
    Row("market:club-price-take-back", PROVIDERS, POST, sample=_own_price, foreign=_price_of_others),
]
