"""Making plans of a year. A plan is its writer's alone, so nothing of it goes into the audit."""

import datetime
from typing import Any

from django.db import transaction

from config.today import moment
from market.models import Listing, PlanLine, YearPlan
from market.planning.errors import PlanRefused

MOST_PLANS, MOST_LINES = 20, 60
# What makes up a line of each kind, beside `words`.
OF_PRICE = ("price_pence", "quantity", "per")
OF_ASSISTANT = (
    "hours_a_week", "rate_pence", "weeks", "is_under_21", "claims_allowance", "pension_percent", "insurance_pence",
    "payroll_pence", "contingency_percent",
)  # fmt: skip


@transaction.atomic
def make(*, name: str, begins_on: datetime.date, budget_pence: int | None, by: Any) -> YearPlan:
    """Begin a plan. Raises PlanRefused where the person has as many as there can be."""
    if YearPlan.objects.filter(user=by).count() >= MOST_PLANS:
        raise PlanRefused(f"You have {MOST_PLANS} plans. Delete one that you don’t need first.")
    return YearPlan.objects.create(user=by, name=name, begins_on=begins_on, budget_pence=budget_pence)


@transaction.atomic
def change(*, plan: YearPlan, name: str, begins_on: datetime.date, budget_pence: int | None) -> YearPlan:
    """Another name, first day or budget."""
    plan.name, plan.begins_on, plan.budget_pence = name, begins_on, budget_pence
    plan.changed_at = moment()
    plan.save()
    return plan


@transaction.atomic
def copy(*, plan: YearPlan, by: Any) -> YearPlan:
    """The same plan again, to try another way. Raises PlanRefused."""
    made = make(name=f"{plan.name[:70]} (copy)", begins_on=plan.begins_on, budget_pence=plan.budget_pence, by=by)
    fields = ("kind", "offer_id", "words", "unit", *OF_PRICE, *OF_ASSISTANT)
    for line in plan.lines.all():
        PlanLine.objects.create(plan=made, **{name: getattr(line, name) for name in fields})
    return made


@transaction.atomic
def delete(*, plan: YearPlan) -> None:
    """The plan with its lines."""
    plan.delete()


@transaction.atomic
def add(*, plan: YearPlan, kind: str, values: dict[str, Any], listing: Listing | None = None) -> PlanLine:
    """A line of this kind; `listing` of an offer. Raises PlanRefused where the plan has as many as there can be."""
    if plan.lines.count() >= MOST_LINES:
        raise PlanRefused(f"This plan has {MOST_LINES} lines. Take one out first.")
    of_offer: dict[str, Any] = {}
    if listing is not None:
        of_offer = {"offer_id": listing.offer_id, "words": listing.title, "unit": listing.unit}
    line = PlanLine.objects.create(plan=plan, kind=kind, **{**values, **of_offer})
    _touch(plan)
    return line


@transaction.atomic
def change_line(*, line: PlanLine, values: dict[str, Any]) -> PlanLine:
    """How much of it, at what price, or what is agreed with the assistant."""
    for name, value in values.items():
        setattr(line, name, value)
    line.save()
    _touch(line.plan)
    return line


@transaction.atomic
def remove(*, line: PlanLine) -> None:
    """Take a line out."""
    _touch(line.plan)
    line.delete()


def _touch(plan: YearPlan) -> None:
    plan.changed_at = moment()
    plan.save(update_fields=["changed_at"])
