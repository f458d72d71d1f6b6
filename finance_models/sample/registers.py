"""Sample entries of the registers of the demo's own area: objections, clocks, contracts."""

import datetime
from typing import Any

from django.utils import timezone

from config.today import today
from finance_models.contracts import actions as contracts
from finance_models.governance import actions as governance
from finance_models.models import Contract, GovernanceClock
from finance_models.models.contracts import TERMS
from tenants.models import Area

PENCE = 100
# Provider, what it is for, kind, pounds a year, months of notice, clauses for personalised care.
CONTRACTS = (
    ("Sample Community Trust", "Community nursing", "block", 12_400_000, 12, False),
    ("Sample Day Care", "Day care for adults with a learning disability", "spot", 640_000, 3, True),
    ("Sample Carers' Circle", "Short breaks for carers", "grant", 85_000, 3, True),
)


def make(area: Area) -> None:
    """Add what is missing, in the area's schema."""
    if not GovernanceClock.objects.exists():
        _clocks(area)
    if not Contract.objects.exists():
        _contracts(area)


def _clocks(area: Area) -> None:
    facts: dict[str, Any] = {"area": area, "by": None, "is_sample": True}
    known = timezone.now() - datetime.timedelta(days=12)
    governance.open_clock(kind="access_request", words="Sample: a person asks for a copy", opened_at=known, **facts)
    day = today() - datetime.timedelta(days=40)
    governance.record_objection(pseudonym="sample-objection-1", received_on=day, **facts)


def _contracts(area: Area) -> None:
    made = []
    for provider, services, kind, pounds, notice, has_clauses in CONTRACTS:
        values = {
            "provider": provider,
            "services": services,
            "kind": kind,
            "yearly_pence": pounds * PENCE,
            "ends_on": today() + datetime.timedelta(days=625),
            "notice_months": notice,
            "has_clauses": has_clauses,
            "in_budgets_from": today() + datetime.timedelta(days=260) if has_clauses else None,
        }
        made.append(contracts.add(area=area, values=values, by=None, is_sample=True))
    terms = {name: getattr(made[0], name) for name in TERMS} | {"has_clauses": True}
    change = contracts.intend(
        area=area, contract=made[0], terms=terms, reason="Sample: so that people can choose who comes", by=None
    )
    contracts.step(area=area, number=change.pk, to="variation", by=None)
