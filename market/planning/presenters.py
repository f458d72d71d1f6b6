"""A plan, ready for its page, its Easy Read page and its files."""

from typing import Any

from config.today import today
from files.people import NO_PEOPLE
from files.tables import Table
from market import words
from market.models import Listing, PlanLine, YearPlan
from market.planning.calc.assistants import Costs
from market.planning.sums import RATES, Line, Sum
from ui import formats

SOURCE = "A plan in the marketplace, with prices as they were put in"
PER = {"week": "each week", "month": "each month", "year": "each year", "once": "once"}
PLURALS = {
    "hour": "hours", "session": "sessions", "day": "days", "night": "nights", "week": "weeks", "month": "months",
}  # fmt: skip


def number(value: Any) -> str:
    """`2`, `2.5`: without zeros that say nothing."""
    return f"{value.normalize():f}" if value is not None else ""


def how_much(row: PlanLine) -> str:
    """`2.5 hours each week`, `3 each year`, `20 hours each week in 52 weeks`."""
    if row.kind == PlanLine.Kind.ASSISTANT:
        weeks = "" if row.weeks == 52 else f", in {number(row.weeks)} weeks"
        return f"{number(row.hours_a_week)} hours each week{weeks}"
    noun = PLURALS.get(row.unit, "")
    count = number(row.quantity)
    noun = noun.removesuffix("s") if count == "1" else noun
    return " ".join(filter(None, (count, noun, PER[row.per])))


def price(row: PlanLine) -> str:
    """`£14.50 an hour`, `£30.00`, `Free`."""
    if row.kind == PlanLine.Kind.ASSISTANT:
        return f"{formats.pounds(row.rate_pence)} an hour for them"
    if not row.price_pence:
        return "Free"
    unit = words.Unit(row.unit).label if row.unit else ""
    return f"{formats.pounds(row.price_pence)} {unit}".strip()


def note(row: PlanLine, listings: dict[int, Listing]) -> str:
    """What has changed since the line was put in: the offer is gone, or has another price."""
    if row.kind != PlanLine.Kind.OFFER:
        return ""
    listing = listings.get(row.offer_id or 0)
    if listing is None:
        return "This offer can’t be had just now."
    if listing.price_pence is not None and listing.price_pence != row.price_pence:
        return f"The offer’s price is now {formats.pounds(listing.price_pence)}."
    return ""


def table(plan: YearPlan, found: Sum) -> Table:
    """What the plan has, and what each costs in the year, with the sum and what is left."""
    rows = [[line.row.words, how_much(line.row), price(line.row), formats.pounds(line.pence)] for line in found.lines]
    return Table(
        key="plan",
        caption="What I plan",
        head=("What", "How much", "Price", "In the year"),
        rows=(*rows, *([name, "", "", value] for name, value in totals(found))),
        as_at=today(),
        source=SOURCE,
        note=f"From {formats.date(plan.begins_on)}. A year has 52 weeks here.",
        people=NO_PEOPLE,
        sample=plan.is_sample,
    )


def totals(found: Sum) -> list[tuple[str, str]]:
    """The sum, and the budget with what is left where one was typed in."""
    rows = [("All together", formats.pounds(found.spent))]
    if found.budget is not None and found.left is not None:
        rows.append(("Budget", formats.pounds(found.budget)))
        over = found.left < 0
        rows.append(("More than the budget by" if over else "Left", formats.pounds(abs(found.left))))
    return rows


def assistant_table(line: Line) -> Table:
    """What an assistant costs, kind by kind."""
    assert line.costs  # noqa: S101 - asked for lines of assistants alone
    return Table(
        key=f"assistant-{line.row.pk}",
        caption=f"What it costs to employ: {line.row.words}",
        head=("What", "In the year"),
        rows=tuple([name, value] for name, value in breakdown(line.row, line.costs)),
        as_at=today(),
        source=f"Rates of {RATES.year}: docs/rooms/market-rates.md",
        people=NO_PEOPLE,
    )


def breakdown(row: PlanLine, costs: Costs) -> list[tuple[str, str]]:
    """(what, pounds) of an assistant's year."""
    insurance = formats.pounds(costs.national_insurance)
    rows = [
        ("Pay for the hours worked", formats.pounds(costs.wages)),
        ("Holiday pay, 5.6 weeks a year", formats.pounds(costs.holiday)),
        ("Employer’s National Insurance", insurance),
        ("Employment Allowance takes off", f"−{formats.pounds(costs.allowance)}" if costs.allowance else "£0.00"),
        (f"Your share of their pension, {number(row.pension_percent)}%", formats.pounds(costs.pension)),
        ("Employer’s insurance", formats.pounds(costs.insurance)),
        ("Payroll", formats.pounds(costs.payroll)),
        (f"Put by, {number(row.contingency_percent)}%", formats.pounds(costs.contingency)),
    ]
    return [*rows, ("All together", formats.pounds(costs.total))]


def easy_read(found: Sum) -> list[tuple[str, str]]:
    """(picture, sentence) of the plan, in short sentences."""
    said = (
        [("money", f"Your money for the year is {formats.pounds(found.budget)}.")] if found.budget is not None else []
    )
    for line in found.lines:
        picture = "person" if line.costs else "checklist"
        said.append((picture, f"{line.row.words}: {how_much(line.row)}."))
        said.append(
            ("money", f"That costs {formats.pounds(line.pence)} in the year." if line.pence else "That is free.")
        )
    said.append(("money", f"All together it costs {formats.pounds(found.spent)}."))
    if found.left is None:
        said.append(("question", "You have not said how much money you have."))
    elif found.left < 0:
        said.append(("stop", f"That is {formats.pounds(-found.left)} too much."))
        said.append(("talk", "Talk with somebody. You can choose less, or something else."))
    else:
        said.append(("yes", f"You have {formats.pounds(found.left)} left."))
    return said


def plan_row(plan: YearPlan, found: Sum) -> list[tuple[str, str]]:
    """A plan in the list of plans."""
    return [("Begins", formats.date(plan.begins_on)), *totals(found)]
