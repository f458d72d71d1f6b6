"""One of everything that files of the marketplace can hold; its texts are hostile from the beginning."""

from typing import Any

from market import rights_samples as samples
from market.offers import writing
from tenants import memberships
from tests.trust.hostile.texts import HOSTILE


def make(*, editor: Any) -> dict[str, Any]:
    """An offer that is shown, and a change of it that waits, of a provider for which `editor` writes."""
    offer = samples.an_offer(title=HOSTILE[0], summary=HOSTILE[1], town=HOSTILE[2])
    writing.write(offer=offer, content={"title": HOSTILE[3]}, by=None)
    writing.submit(offer=offer, by=None)
    memberships.grant(user=editor, role="provider-editor", organisation=offer.provider.organisation, by=None)
    return {"provider": offer.provider.public_id}
