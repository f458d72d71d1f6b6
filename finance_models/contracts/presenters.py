"""The contract register, ready for a page."""

import datetime
from typing import Any

from django.urls import reverse

from files.people import NO_PEOPLE
from files.tables import Table, numeric
from finance_models.models import Contract, ContractChange
from finance_models.models.contracts import TERMS
from tenants.models import Area
from ui import formats

TERM_WORDS = {
    "kind": "Kind",
    "yearly_pence": "Yearly value",
    "ends_on": "Last day",
    "notice_months": "Notice",
    "has_clauses": "Clauses for personalised care",
    "in_budgets_from": "In personal budgets from",
}
NEXT = {"intention": ("variation", "Agree the variation"), "variation": ("signed", "It is signed")}


def term_in_words(name: str, value: Any) -> str:
    """A term as people read it, from the database or from a change."""
    if name == "kind":
        return str(Contract.Kind(value).label)
    if name == "yearly_pence":
        return formats.pounds(value)
    if name == "notice_months":
        return f"{value} month{'s' if value != 1 else ''}"
    if name == "has_clauses":
        return "Yes" if value else "No"
    if not value:
        return "No end" if name == "ends_on" else "Not agreed yet"
    return formats.date(datetime.date.fromisoformat(value) if isinstance(value, str) else value)


def table(area: Area, contracts: list[Contract], on: datetime.date) -> Table:
    """Columns: provider, what it is for, and each term."""
    return Table(
        key="contracts",
        caption="Contracts",
        head=("Provider", "What it is for", *(_head(name) for name in TERMS)),
        rows=tuple(
            [
                {"text": each.provider, "href": reverse("finance:contract", args=[area.slug, each.pk])},
                each.services,
                *(term_in_words(name, getattr(each, name)) for name in TERMS),
            ]
            for each in contracts
        ),
        as_at=on,
        source=f"{area.name}'s own register",
        people=NO_PEOPLE,
        sample=any(each.is_sample for each in contracts),
    )


def _head(name: str) -> Any:
    return numeric(TERM_WORDS[name]) if name == "yearly_pence" else TERM_WORDS[name]


def details(contract: Contract) -> list[tuple[str, str]]:
    """(term, words) rows of one contract."""
    return [(TERM_WORDS[name], term_in_words(name, getattr(contract, name))) for name in TERMS]


def change_rows(changes: list[ContractChange]) -> list[list[Any]]:
    """What, stage, why, and the day of each step."""
    return [
        [
            "; ".join(_differs(change, name, value) for name, value in change.terms.items()),
            {"status": f"change_{change.stage}"},
            change.reason,
            change.intended_on,
            change.varied_on or "",
            change.ended_on or "",
        ]
        for change in changes
    ]


def _differs(change: ContractChange, name: str, value: Any) -> str:
    before = f" (was {term_in_words(name, change.before[name])})" if name in change.before else ""
    return f"{TERM_WORDS[name]}: {term_in_words(name, value)}{before}"


def sentence(contracts: list[Contract]) -> str:
    """`12 contracts, £3,400,000 a year. 4 have clauses for personalised care.`"""
    if not contracts:
        return "No contracts yet."
    total = formats.whole_pounds(sum(each.yearly_pence for each in contracts))
    clauses = sum(each.has_clauses for each in contracts)
    plural = "s" if len(contracts) > 1 else ""
    having = "has" if clauses == 1 else "have"
    return f"{len(contracts)} contract{plural}, {total} a year. {clauses} {having} clauses for personalised care."
