"""Who may use the addresses of offers and their checks; see `accounts.rights_table`."""

import uuid
from typing import Any

from accounts.rights_table import PUBLIC, Row
from market.providers.rights import area_to_check
from market.rights_samples import COMMISSIONERS, FORM, POST, PROVIDERS, a_provider, an_offer, own_provider


def _own(world: Any) -> dict[str, Any]:
    return {"public_id": an_offer(own_provider(world)).public_id}


def _foreign(world: Any) -> dict[str, Any]:
    return {"public_id": an_offer().public_id}


def _provider(world: Any) -> dict[str, Any]:
    return {"public_id": own_provider(world).public_id}


def _foreign_provider(world: Any) -> dict[str, Any]:
    return {"public_id": a_provider().public_id}


def _step(world: Any) -> dict[str, Any]:
    return {**_own(world), "step": "name"}


def _foreign_step(world: Any) -> dict[str, Any]:
    return {**_foreign(world), "step": "name"}


def _draft(world: Any) -> dict[str, Any]:
    from market.offers import writing

    offer = an_offer(own_provider(world))
    writing.write(offer=offer, content={"title": "Company at night"}, by=None)
    return {"public_id": offer.public_id}


def _in(state: str) -> Any:
    def sample(world: Any) -> dict[str, Any]:
        from market.models import Offer

        offer = an_offer(own_provider(world))
        Offer.objects.filter(pk=offer.pk).update(state=state)
        return {"public_id": offer.public_id}

    return sample


def _sent(world: Any) -> dict[str, Any]:
    from market.offers import writing

    offer = an_offer(a_provider(), areas=[area_to_check(world)])
    writing.write(offer=offer, content={"title": "Company at night"}, by=None)
    writing.submit(offer=offer, by=None)
    return {"public_id": offer.public_id}


def _elsewhere(world: Any) -> dict[str, Any]:
    return {"public_id": an_offer(a_provider(), areas=["swindon"]).public_id}


def _picture(world: Any) -> dict[str, Any]:
    from market import listings
    from market.models import OfferEdition, OfferPicture

    offer = an_offer()
    facts = {"content": b"-", "content_type": "image/png", "width": 1, "height": 1, "alternative": "A kitchen"}
    made = OfferPicture.objects.create(offer=offer, **facts)
    edition = OfferEdition.objects.create(
        offer=offer,
        number=2,
        state="checked",
        picture=made,
        **{name: getattr(offer.shown, name) for name in OfferEdition.CONTENT if name != "picture"},
    )
    type(offer).objects.filter(pk=offer.pk).update(shown=edition)
    listings.refresh(offer)
    return {"public_id": offer.public_id, "picture": made.public_id}


def _no_picture(world: Any) -> dict[str, Any]:
    return {"public_id": an_offer().public_id, "picture": uuid.uuid4()}


ROWS = [
    Row("market:offer-new", PROVIDERS, POST, sample=_provider, foreign=_foreign_provider),
    Row("market:offer-own", PROVIDERS, sample=_own, foreign=_foreign),
    Row("market:offer-write", PROVIDERS, FORM, sample=_step, foreign=_foreign_step, also=(422,)),
    Row("market:offer-preview", PROVIDERS, sample=_draft, foreign=_foreign),
    Row("market:offer-send", PROVIDERS, POST, sample=_draft, foreign=_foreign),
    Row("market:offer-take-back", PROVIDERS, POST, sample=_draft, foreign=_foreign),
    Row("market:offer-capacity", PROVIDERS, FORM, sample=_own, foreign=_foreign, also=(422,)),
    Row("market:offer-pause", PROVIDERS, FORM, sample=_own, foreign=_foreign, also=(422,)),
    Row("market:offer-withdraw", PROVIDERS, FORM, sample=_own, foreign=_foreign, also=(422,)),
    Row("market:offer-resume", PROVIDERS, POST, sample=_in("paused"), foreign=_foreign),
    Row("market:offer-confirm", PROVIDERS, POST, sample=_in("expired"), foreign=_foreign),
    Row("market:offer-picture", PUBLIC, sample=_picture),
    Row("market:check-offer", COMMISSIONERS, FORM, sample=_sent, foreign=_elsewhere, also=(422,)),
    Row("market:check-offer-take-off", COMMISSIONERS, FORM, sample=_sent, foreign=_elsewhere, also=(422,)),
]
