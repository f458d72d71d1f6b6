"""Who may use the addresses of the contract register; see `accounts.rights_table`."""

from typing import Any

from accounts.rights_table import Row
from finance_models.foreign import number_in_other_area
from finance_models.governance.rights import EDITORS, FORM, READERS
from tenants.contexts import in_area

VALUES = {
    "provider": "Coast Community Care",
    "services": "Short breaks",
    "kind": "block",
    "yearly_pence": 12_000_000,
    "ends_on": None,
    "notice_months": 6,
    "has_clauses": False,
    "in_budgets_from": None,
}


def contract_in(area: Any) -> Any:
    """A contract of an area."""
    from finance_models.contracts import actions

    with in_area(area):
        return actions.add(area=area, values=VALUES, by=None)


def change_in(area: Any) -> Any:
    """A change of a contract on its way."""
    from finance_models.contracts import actions
    from finance_models.models.contracts import TERMS

    contract = contract_in(area)
    terms = {name: VALUES[name] for name in TERMS} | {"has_clauses": True}
    with in_area(area):
        return actions.intend(area=area, contract=contract, terms=terms, reason="To offer budgets", by=None)


def _contract(world: Any) -> dict[str, Any]:
    return {"number": contract_in(world.area).pk}


def _change(world: Any) -> dict[str, Any]:
    return {"number": change_in(world.area).pk}


OTHER = number_in_other_area("Contract", **VALUES)
ROWS = [
    Row("finance:contracts", READERS),
    Row("finance:contracts-download", READERS, sample=lambda world: {"ending": "csv"}),
    Row("finance:contract", READERS, sample=_contract, foreign=OTHER),
    Row("finance:contract-new", EDITORS, FORM, also=(422,)),
    Row("finance:contract-change", EDITORS, FORM, sample=_contract, foreign=OTHER, also=(422,)),
    Row("finance:contract-step", EDITORS, ("POST",), sample=_change, data={"to": "variation"}),
]
