"""What a plan comes to: its lines, an assistant's costs, and what is left of the budget. Whole pence."""

from dataclasses import dataclass

from market.models import PlanLine, YearPlan
from market.planning.calc.assistants import Assistant, Costs, costs_of_all
from market.planning.calc.money import a_year
from market.planning.calc.rates import RATES_2015_16

RATES = RATES_2015_16


@dataclass(frozen=True)
class Line:
    """A line with what it costs in the year; `costs` of an assistant."""

    row: PlanLine
    pence: int
    costs: Costs | None = None


@dataclass(frozen=True)
class Sum:
    """A whole plan. `left` is None where no budget was typed in, and below nothing where it costs more."""

    lines: list[Line]
    budget: int | None

    @property
    def spent(self) -> int:
        """What all lines cost."""
        return sum(line.pence for line in self.lines)

    @property
    def left(self) -> int | None:
        """What is left of the budget."""
        return None if self.budget is None else self.budget - self.spent


def of(plan: YearPlan) -> Sum:
    """The plan's lines in their order. Assistants share the Employment Allowance in that order."""
    rows = list(plan.lines.all())
    assistants = [row for row in rows if row.kind == PlanLine.Kind.ASSISTANT]
    found = dict(zip((row.pk for row in assistants), costs_of_all(map(assistant, assistants), RATES), strict=True))
    lines = [
        Line(row, found[row.pk].total, found[row.pk])
        if row.pk in found
        else Line(row, a_year(price_pence=row.price_pence or 0, quantity=row.quantity, per=row.per))  # type: ignore[arg-type]
        for row in rows
    ]
    return Sum(lines, plan.budget_pence)


def assistant(row: PlanLine) -> Assistant:
    """What is agreed with the assistant of a line."""
    assert row.hours_a_week is not None and row.rate_pence is not None  # noqa: S101 - held by the database
    return Assistant(
        hours_a_week=row.hours_a_week,
        rate_pence=row.rate_pence,
        weeks=row.weeks,
        is_under_21=row.is_under_21,
        pension_percent=row.pension_percent,
        insurance_pence=row.insurance_pence,
        payroll_pence=row.payroll_pence,
        contingency_percent=row.contingency_percent,
        claims_allowance=row.claims_allowance,
    )
