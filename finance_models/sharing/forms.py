"""What is asked of a gain or loss share: for one year, and for up to five with the yearly adjustment."""

from decimal import Decimal
from typing import Any

from django import forms

from finance_models.calc.gain_share import GainShare
from finance_models.calc.yearly_adjustment import YEARS, Adjustment
from finance_models.money_words import PoundsField
from finance_models.runs.forms import RunForm
from finance_models.sharing import calculating

PERCENT = Decimal(100)


class PercentField(forms.DecimalField):
    """A percentage as people write it, cleaned to a share: 2.5 becomes 0.025."""

    def __init__(self, **options: Any) -> None:
        attributes = {"class": "nhsuk-input--width-5", "data-suffix": "%", "step": "0.01"}
        widget = forms.NumberInput(attrs=attributes)
        words = {"invalid": "Write a percentage as a number, for example 2.5.", "required": "Enter a percentage, or 0."}
        super().__init__(decimal_places=2, widget=widget, error_messages=words, **options)

    def clean(self, value: Any) -> Decimal:
        """The share; raises ValidationError with how to mend it."""
        return super().clean(value) / PERCENT


class ShareForm(RunForm):
    """What care was to cost, what it did cost, and by which agreement a gain or loss is shared."""

    field_order = ("target", "actual", "assumptions")

    target = PoundsField(label="Target", error_messages={"required": "Enter what care was to cost."})
    actual = PoundsField(label="Actual cost", error_messages={"required": "Enter what care did cost."})

    def calculate(self) -> GainShare:
        """Call after `is_valid`. Raises AssumptionsRefused where the assumptions have no [gain_share]."""
        asked = self.cleaned_data
        return calculating.one_year(asked["assumptions"], target=asked["target"], actual=asked["actual"])


def actual_field(year: int) -> str:
    """The name of the field for a year's actual cost: `actual_2`."""
    return f"actual_{year}"


class YearsForm(RunForm):
    """The first year's target, how it moves, and each year's actual cost; the last years may be left empty."""

    target = PoundsField(label="Target of the first year", error_messages={"required": "Enter what care was to cost."})
    inflation = PercentField(
        label="Inflation each year", min_value=-50, max_value=100, initial="2", help_text="How prices move."
    )
    growth = PercentField(
        label="Growth each year", min_value=-50, max_value=100, initial="1", help_text="How the need for care moves."
    )
    rebase = PercentField(
        label="Rebasing",
        min_value=0,
        max_value=100,
        initial="50",
        help_text="How far the next target moves to what care did cost: 0 leaves it, 100 takes all of the difference.",
    )
    handed_back = PercentField(
        label="Handed back",
        min_value=0,
        max_value=100,
        initial="20",
        help_text="How much of that move is given back after a gain, so that nobody loses by having saved.",
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for year in range(1, YEARS + 1):
            self.fields[actual_field(year)] = PoundsField(
                label=f"Actual cost of year {year}",
                required=year == 1,
                help_text="" if year == 1 else "Leave it empty where the agreement ends earlier.",
                error_messages={"required": "Enter what care did cost in the first year."},
            )
        costs = [actual_field(year) for year in range(1, YEARS + 1)]
        self.order_fields(["target", *costs, "inflation", "growth", "rebase", "handed_back", "assumptions"])

    def clean(self) -> dict[str, Any]:
        """A year can't be left out between two others."""
        cleaned = super().clean() or self.cleaned_data
        given = [cleaned.get(actual_field(year)) is not None for year in range(1, YEARS + 1)]
        for year, (here, after) in enumerate(zip(given, given[1:], strict=False), start=1):
            if after and not here and not self.has_error(actual_field(year)):
                self.add_error(
                    actual_field(year), f"Enter the cost of year {year}, or leave the later years empty too."
                )
        return cleaned

    def calculate(self) -> list[GainShare]:
        """Call after `is_valid`. Raises AssumptionsRefused where the assumptions have no [gain_share]."""
        asked = self.cleaned_data
        costs = [asked[actual_field(year)] for year in range(1, YEARS + 1)]
        adjustment = Adjustment(**{name: asked[name] for name in ("rebase", "inflation", "growth", "handed_back")})
        actuals = [cost for cost in costs if cost is not None]
        return calculating.several_years(asked["assumptions"], adjustment, target=asked["target"], actuals=actuals)
