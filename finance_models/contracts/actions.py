"""Writing the contract register: a contract, and its changes step by step."""

import datetime
from typing import Any

from django.db import transaction

import audit
from accounts.models import User
from config.today import today
from finance_models.models import Contract, ContractChange
from finance_models.models.contracts import TERMS
from tenants.models import Area

FIELDS = ("provider", "services", *TERMS)
STAGE = ContractChange.Stage
OPEN = (STAGE.INTENTION, STAGE.VARIATION)


class ContractRefused(ValueError):
    """What was asked can't be done to this contract; the message is a finished sentence."""


@transaction.atomic
def add(*, area: Area, values: dict[str, Any], by: User | None, is_sample: bool = False) -> Contract:
    """A contract as it is signed today, in the area's schema. Raises ValidationError."""
    contract = Contract(**{name: values[name] for name in FIELDS}, by=by, is_sample=is_sample)
    contract.full_clean()
    contract.save()
    audit.record(action="finance.contract_add", by=by, area=area, object=contract)
    return contract


@transaction.atomic
def intend(*, area: Area, contract: Contract, terms: dict[str, Any], reason: str, by: User | None) -> ContractChange:
    """Say that a contract is to change. `terms` are all of TERMS as they shall be; those that differ are kept.

    Raises ContractRefused where nothing differs, or another change is on its way.
    """
    locked = Contract.objects.select_for_update().get(pk=contract.pk)
    if locked.changes.filter(stage__in=OPEN).exists():
        raise ContractRefused("A change is on its way. Sign or drop it first.")
    differs = {name: _as_json(terms[name]) for name in TERMS if terms[name] != getattr(locked, name)}
    if not differs:
        raise ContractRefused("Nothing would change. Change a term first, or leave the page.")
    change = ContractChange(contract=locked, terms=differs, reason=reason.strip(), intended_on=today(), by=by)
    change.full_clean()
    change.save()
    _note(area, change, by)
    return change


@transaction.atomic
def step(*, area: Area, number: int, to: str, by: User | None) -> ContractChange:
    """Take a change on: an intention becomes a variation, a variation is signed; either may be dropped.

    Signing changes the contract. Raises ContractRefused for a step out of order, ContractChange.DoesNotExist.
    """
    change = ContractChange.objects.select_for_update().select_related("contract").get(pk=number)
    follows = {STAGE.INTENTION: (STAGE.VARIATION, STAGE.DROPPED), STAGE.VARIATION: (STAGE.SIGNED, STAGE.DROPPED)}
    if to not in follows.get(STAGE(change.stage), ()):
        raise ContractRefused("A change is intended first, then varied, then signed. What is signed or dropped stays.")
    if to == STAGE.VARIATION:
        change.varied_on = today()
    else:
        change.ended_on = today()
    if to == STAGE.SIGNED:
        change.before = _apply(change.contract, change.terms)
    change.stage = to
    change.save()
    _note(area, change, by)
    return change


def _apply(contract: Contract, terms: dict[str, Any]) -> dict[str, Any]:
    """Change the contract's terms; returns what they were."""
    before = {name: _as_json(getattr(contract, name)) for name in terms}
    for name, value in terms.items():
        setattr(contract, name, _from_json(name, value))
    contract.full_clean()
    contract.save(update_fields=list(terms))
    return before


def _as_json(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime.date) else value


def _from_json(name: str, value: Any) -> Any:
    is_day = name in {"ends_on", "in_budgets_from"}
    return datetime.date.fromisoformat(value) if is_day and value else value


def _note(area: Area, change: ContractChange, by: User | None) -> None:
    detail = {"stage": change.stage, "terms": sorted(change.terms)}
    audit.record(action="finance.contract_change", by=by, area=area, object=change.contract, detail=detail)
