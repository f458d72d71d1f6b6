"""One of everything that files of market position statements can hold."""

from typing import Any

from market.models import Interest, Intervention, OfferAnswer
from market.statements import rights
from tenants.models import Area
from tests.trust.hostile.texts import HOSTILE


def make(offer: Any) -> None:
    """A published statement of Kernow, a provider's interest in it, and something in the log of interventions."""
    words = dict(zip(("see", "missing", "buy", "work"), HOSTILE, strict=False))
    kernow = Area.objects.get(slug="kernow")
    statement = rights.a_statement(kernow, **words).statement
    Interest.objects.create(statement=statement, provider=offer.provider, note=HOSTILE[0])
    OfferAnswer.objects.create(offer=offer, statement=statement)
    facts = {"what": HOSTILE[1], "owner": HOSTILE[2], "state": "done", "done_on": "2015-07-01", "result": HOSTILE[3]}
    Intervention.objects.create(area=kernow, need="payroll", kind="grant", **facts)
