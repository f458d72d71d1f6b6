"""Forms of plans. Money is typed in pounds and kept in whole pence."""

from decimal import Decimal
from typing import Any

from django import forms

from config.today import today
from market import words
from market.models import Listing, PlanLine
from market.planning.calc.assistants import HOURS_IN_A_WEEK
from market.planning.calc.rates import WEEKS_IN_A_YEAR
from market.planning.sums import RATES
from ui import formats
from ui.forms import SplitDateField

MOST_POUNDS, MOST_OF_IT = Decimal(10_000_000), Decimal(10_000)


class PoundsField(forms.DecimalField):
    """Pounds with pence; gives whole pence, or None."""

    def __init__(self, **options: Any) -> None:
        messages = {
            "invalid": "Enter an amount in pounds, for example 15 or 14.50.",
            "max_decimal_places": "Enter pounds and pence, for example 14.50.",
            "min_value": "Enter an amount that is not below nothing.",
            **options.pop("error_messages", {}),
        }
        widget = forms.NumberInput(attrs={"data-prefix": "£", "class": "nhsuk-input--width-10"})
        options = {"min_value": 0, "max_value": MOST_POUNDS, "decimal_places": 2, "widget": widget, **options}
        super().__init__(error_messages=messages, **options)

    def to_python(self, value: Any) -> Any:
        """Without the pound sign and the commas that people type."""
        return super().to_python(value.replace("£", "").replace(",", "") if isinstance(value, str) else value)

    def clean(self, value: Any) -> Any:
        """Whole pence."""
        pounds = super().clean(value)
        return None if pounds is None else int(pounds * 100)


def pounds(pence: int | None) -> Decimal | None:
    """What to put into such a box."""
    return None if pence is None else (Decimal(pence) / 100).quantize(Decimal("0.01"))


def _number(label: str, most: Any, *, suffix: str = "", **options: Any) -> forms.DecimalField:
    attrs = {"class": "nhsuk-input--width-4", **({"data-suffix": suffix} if suffix else {})}
    messages = {
        "invalid": "Enter a number, for example 2 or 2.5.",
        "required": "Enter a number.",
        "max_value": f"Enter {most} or less.",
        "min_value": "Enter more than nothing.",
        "max_decimal_places": "Enter a number with up to two places, for example 2.25.",
    }
    options = {"min_value": Decimal("0.01"), "max_value": most, "decimal_places": 2, **options}
    return forms.DecimalField(label=label, widget=forms.NumberInput(attrs=attrs), error_messages=messages, **options)


class PlanForm(forms.Form):
    """What a plan is called, when it begins, and the budget for the year."""

    name = forms.CharField(
        label="What do you call this plan?",
        max_length=80,
        error_messages={"required": "Give it a name, for example “More time out”."},
    )
    budget_pence = PoundsField(
        label="Your budget for the year",
        required=False,
        help_text="It is in your letter or your plan. You can leave it empty and put it in later.",
    )
    begins_on = SplitDateField(label="When does the year begin?", initial=today)


class LineForm(forms.Form):
    """So many of something, each week, month or year, or once."""

    words = forms.CharField(
        label="What is it?", max_length=120, error_messages={"required": "Say what it is, in a few words."}
    )
    price_pence = PoundsField(label="Price of one", error_messages={"required": "Enter the price. 0 if it is free."})
    quantity = _number("How many?", MOST_OF_IT)
    per = forms.ChoiceField(label="How often?", choices=PlanLine.Per.choices, widget=forms.RadioSelect)

    def __init__(self, data: Any = None, *, listing: Listing | None = None, line: PlanLine | None = None) -> None:
        initial: dict[str, Any] = {"per": PlanLine.Per.WEEK}
        if line:
            initial = {name: getattr(line, name) for name in ("words", "quantity", "per")}
        of = line or listing
        initial["price_pence"] = pounds(of.price_pence) if of else None
        super().__init__(data, initial=initial)
        unit = of.unit if of else ""
        if unit:  # of an offer, whose name is not to be changed
            del self.fields["words"]
            self.fields["quantity"].label = QUESTIONS.get(unit, "How many?")
            self.fields["price_pence"].label = f"Price ({words.Unit(unit).label})"
            self.fields["price_pence"].help_text = "You can change it, if you have agreed another price."

    def values(self) -> dict[str, Any]:
        """Fields of the line."""
        return dict(self.cleaned_data)


QUESTIONS = {
    "hour": "How many hours?",
    "session": "How many sessions?",
    "day": "How many days?",
    "night": "How many nights?",
    "week": "How many weeks?",
    "month": "How many months?",
}


class AssistantForm(forms.Form):
    """What is agreed with a personal assistant whom somebody employs."""

    words = forms.CharField(
        label="What do you call this?", max_length=120, initial="A personal assistant",
        error_messages={"required": "Say what it is, in a few words."},
    )  # fmt: skip
    hours_a_week = _number("Hours of help each week", HOURS_IN_A_WEEK, suffix="hours")
    weeks = _number("In how many weeks of the year?", WEEKS_IN_A_YEAR, suffix="weeks", initial=WEEKS_IN_A_YEAR)
    rate_pence = PoundsField(label="Pay for an hour", error_messages={"required": "Enter the pay for an hour."})
    is_under_21 = forms.BooleanField(label="The assistant is under 21", required=False)
    pension_percent = _number(
        "Your share of their pension", 100, suffix="%", initial=1, min_value=0,
        help_text="At least 1% once your pension duties have begun, for pay above £192 a week. Before that, 0.",
    )  # fmt: skip
    claims_allowance = forms.BooleanField(
        label="I will claim the Employment Allowance",
        required=False,
        initial=True,
        help_text="It takes up to £2,000 a year off National Insurance for people who employ their own assistants.",
    )
    insurance_pence = PoundsField(
        label="Employer’s insurance for the year",
        help_text="The law asks for it. Ask for a price, or enter 0 if somebody else pays.",
        error_messages={"required": "Enter the price, or 0 if somebody else pays."},
    )
    payroll_pence = PoundsField(
        label="Payroll for the year",
        help_text="For somebody who works out pay and tax. Enter 0 if you do it yourself.",
        error_messages={"required": "Enter the price, or 0 if you do it yourself."},
    )
    contingency_percent = _number(
        "Put by for sickness and surprises", 100, suffix="%", initial=5, min_value=0,
        help_text="Of what the job costs. We begin with 5%; change it as your adviser says.",
    )  # fmt: skip

    def __init__(self, data: Any = None, *, line: PlanLine | None = None, begins_on: Any = None) -> None:
        initial = {}
        if line:
            initial = {name: getattr(line, name) for name in self.base_fields}
            for name in ("rate_pence", "insurance_pence", "payroll_pence"):
                initial[name] = pounds(initial[name])
        super().__init__(data, initial=initial)
        self.begins_on = begins_on or today()

    def clean(self) -> dict[str, Any]:
        """Pay is not below the minimum wage of the day on which the plan begins."""
        cleaned = super().clean() or self.cleaned_data
        rate = cleaned.get("rate_pence")
        least = RATES.minimum_wage(self.begins_on, is_under_21=bool(cleaned.get("is_under_21")))
        if rate is not None and rate < least:
            who = "18 to 20" if cleaned.get("is_under_21") else "21 or over"
            self.add_error(
                "rate_pence",
                f"The least that the law allows for somebody of {who} is {formats.pounds(least)} an hour. "
                "Enter that or more.",
            )
        return cleaned

    def values(self) -> dict[str, Any]:
        """Fields of the line."""
        return dict(self.cleaned_data)
