"""One of everything that files of the marketplace can hold; its texts are hostile from the beginning."""

from typing import Any

from config.today import today
from market import rights_samples as samples
from market.asking import buyers, opinions
from market.asking.rights_samples import an_enquiry
from market.finding import shortlist
from market.models import Enquiry, Listing
from market.offers import writing
from market.planning import actions as planning
from tenants import memberships
from tests.trust import exports_market_statements
from tests.trust.hostile.texts import HOSTILE


def make(*, editor: Any) -> dict[str, Any]:
    """An offer that is shown, and a change of it that waits, of a provider for which `editor` writes.

    Whoever it is buys too: a shortlist, and a plan whose id is for the addresses.
    """
    offer = samples.an_offer(title=HOSTILE[0], summary=HOSTILE[1], town=HOSTILE[2])
    writing.write(offer=offer, content={"title": HOSTILE[3]}, by=None)
    writing.submit(offer=offer, by=None)
    memberships.grant(user=editor, role="provider-editor", organisation=offer.provider.organisation, by=None)
    exports_market_statements.make(offer)
    shortlist.keep(listing=Listing.objects.get(offer=offer), by=editor)
    plan = planning.make(name=HOSTILE[3], begins_on=today(), budget_pence=100_000, by=editor)
    values = {"words": HOSTILE[0], "price_pence": 500, "quantity": 1, "per": "week"}
    planning.add(plan=plan, kind="own", values=values)
    planning.add(plan=plan, kind="assistant", values={"words": HOSTILE[1], "hours_a_week": 20, "rate_pence": 900})
    _asked(offer.provider, editor)
    return {"provider": offer.provider.public_id, "plan": str(plan.public_id)}


def _asked(provider: Any, by: Any) -> None:
    """An enquiry, and feedback with an answer."""
    buyers.choose_name(name="Robin", by=by)
    enquiry = an_enquiry(of=by, at=provider, is_answered=True)
    Enquiry.objects.update(about=HOSTILE[0])
    said = opinions.give(enquiry=enquiry, helped="no", words=HOSTILE[1], by=enquiry.buyer)
    opinions.answer(feedback=opinions.read(feedback=said, by=None), words=HOSTILE[2], by=by)
