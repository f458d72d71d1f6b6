"""What rows of the rights table ask for: a provider, an offer that is shown, somebody who buys."""

import datetime
import uuid
from typing import Any

BUYERS = ("budget-holder", "carer", "peer-supporter")
PROVIDERS = ("provider-editor",)
COMMISSIONERS = ("commissioner",)
FORM, POST = ("GET", "POST"), ("POST",)


def a_provider(organisation: Any = None, **facts: Any) -> Any:
    """A provider that was checked; of this organisation, or of one that nobody who asks belongs to."""
    from config.today import today
    from market.models import Provider
    from tenants.models import Organisation

    if organisation is None:
        name = "A provider of the rights table"
        organisation = Organisation.objects.get_or_create(
            slug="rights-table-provider", defaults={"name": name, "kind": Organisation.Kind.PROVIDER}
        )[0]
    until = today() + datetime.timedelta(days=365)
    usual = {"kind": "charity", "about": "We help", "state": "recognised", "checked_until": until, "areas": ["kernow"]}
    return Provider.objects.get_or_create(organisation=organisation, defaults={**usual, **facts})[0]


def own_provider(world: Any) -> Any:
    """The provider of whoever asks as an editor; somebody else's for everybody else."""
    membership = world.me and world.me.memberships.filter(role="provider-editor").select_related("organisation").first()
    return a_provider(membership.organisation if membership else None)


def an_offer(provider: Any = None, **content: Any) -> Any:
    """An offer that is published and found by the search."""
    from config.today import moment, today
    from market import listings
    from market.models import Offer, OfferEdition

    provider = provider or a_provider()
    offer = Offer.objects.create(provider=provider)
    facts = {
        "title": "Company in the evening",
        "summary": "Somebody comes to you for the evening. For adults who live alone.",
        "needs": ["care_at_home"],
        "groups": ["learning_disability"],
        "areas": ["kernow"],
        "unit": "hour",
        "price_pence": 1_450,
        "mechanisms": ["direct_payment"],
        "availability": ["regular"],
        "comes_to_you": True,
        **content,
    }
    edition = OfferEdition.objects.create(offer=offer, number=1, state="checked", checked_at=moment(), **facts)
    Offer.objects.filter(pk=offer.pk).update(
        state="published", shown=edition, published_at=moment(), confirmed_on=today()
    )
    offer.refresh_from_db()
    listings.refresh(offer)
    return offer


def a_buyer(user: Any) -> Any:
    """Whoever this is, as somebody who buys."""
    from market.models import Buyer

    return Buyer.objects.get_or_create(user=user, defaults={"display_name": "Robin"})[0]


def offer(world: Any) -> dict[str, Any]:
    """An offer that everybody may see."""
    return {"public_id": an_offer().public_id}


def own_offer(world: Any) -> dict[str, Any]:
    """An offer of the organisation of whoever asks."""
    return {"public_id": an_offer(own_provider(world)).public_id}


def unknown(world: Any) -> dict[str, Any]:
    """Nothing that there is."""
    return {"public_id": uuid.uuid4()}
