"""The contract register: a contract changes when a change of it is signed, step by step."""

import datetime

import pytest
from django.db import Error, transaction

from config.today import today
from finance_models.contracts import actions
from finance_models.contracts.rights import VALUES, change_in, contract_in
from finance_models.models import Contract, ContractChange
from finance_models.models.contracts import TERMS
from tenants.contexts import in_area

pytestmark = pytest.mark.django_db

CONTRACTS = "/areas/kernow/finance/contracts/"


def test_a_contract_changes_only_when_its_change_is_signed(kernow):
    change = change_in(kernow)
    with in_area(kernow):
        with pytest.raises(actions.ContractRefused, match="intended first, then varied, then signed"):
            actions.step(area=kernow, number=change.pk, to="signed", by=None)
        actions.step(area=kernow, number=change.pk, to="variation", by=None)
        assert Contract.objects.get().has_clauses is False
        actions.step(area=kernow, number=change.pk, to="signed", by=None)
        assert Contract.objects.get().has_clauses is True
        signed = ContractChange.objects.get()
        assert (signed.terms, signed.before) == ({"has_clauses": True}, {"has_clauses": False})
        with pytest.raises(actions.ContractRefused):
            actions.step(area=kernow, number=change.pk, to="dropped", by=None)
        with pytest.raises(Error), transaction.atomic():
            ContractChange.objects.update(reason="Another")


def test_a_dropped_change_leaves_the_contract_as_it_was(kernow):
    change = change_in(kernow)
    with in_area(kernow):
        actions.step(area=kernow, number=change.pk, to="dropped", by=None)
        assert Contract.objects.get().has_clauses is False


def test_one_change_at_a_time_and_never_one_of_nothing(kernow):
    change = change_in(kernow)
    terms = {name: VALUES[name] for name in TERMS}
    facts = {"area": kernow, "contract": change.contract, "reason": "x", "by": None}
    with in_area(kernow):
        with pytest.raises(actions.ContractRefused, match="on its way"):
            actions.intend(terms={**terms, "notice_months": 3}, **facts)
        actions.step(area=kernow, number=change.pk, to="dropped", by=None)
        with pytest.raises(actions.ContractRefused, match="Nothing would change"):
            actions.intend(terms=terms, **facts)


def test_days_and_money_of_a_change_come_back_as_they_were_typed(client_as, kernow):
    contract = contract_in(kernow)
    client = client_as("finance-lead", area=kernow)
    day = today() + datetime.timedelta(days=400)
    typed = {
        "kind": "spot", "yearly_pence": "£1,200.50", "notice_months": "3", "has_clauses": "yes", "reason": "To offer",
        "in_budgets_from-day": day.day, "in_budgets_from-month": day.month, "in_budgets_from-year": day.year,
    }  # fmt: skip
    assert client.post(f"{CONTRACTS}{contract.pk}/change/", typed).status_code == 302
    with in_area(kernow):
        change = ContractChange.objects.get()
    for to in ("variation", "signed"):
        assert client.post(f"{CONTRACTS}changes/{change.pk}/step/", {"to": to}).status_code == 302
    with in_area(kernow):
        found = Contract.objects.get()
    assert (found.kind, found.yearly_pence, found.notice_months, found.in_budgets_from) == ("spot", 120_050, 3, day)
    page = client.get(f"{CONTRACTS}{contract.pk}/").text
    assert "£1,200.50 (was £120,000.00)" in page
    assert "12 months" not in page


def test_the_register_is_the_areas_own(client_as, kernow, bristol):
    contract = contract_in(kernow)
    assert "Coast Community Care" in client_as("area-lead", area=kernow).get(CONTRACTS).text
    assert (
        "Coast Community Care" not in client_as("area-lead", area=bristol).get("/areas/bristol/finance/contracts/").text
    )
    assert client_as("area-lead", area=kernow).get(f"{CONTRACTS}{contract.pk}/change/").status_code == 403
    assert client_as("commissioner", area=kernow).get(CONTRACTS).status_code == 403
    lead = client_as("finance-lead", area=kernow)
    for place in ("", "new/", f"{contract.pk}/", f"{contract.pk}/change/", "data/contracts.csv"):
        assert lead.get(CONTRACTS + place).status_code == 200, place
