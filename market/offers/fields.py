"""Fields that the wizard's forms share: several of a fixed list, and money."""

import re
from typing import Any

from django import forms

POUNDS = re.compile(r"^£?\s*(\d{1,3}(?:,?\d{3})*)(?:\.(\d{1,2}))?$")
PENCE_IN_A_POUND = 100
MOST_PENCE = 1_000_000_00
INVALID = "Enter the price in pounds, for example 14.50."


class PenceField(forms.CharField):
    """Money typed in pounds, kept in whole pence: `14.50` is 1450."""

    def __init__(self, **options: Any) -> None:
        attrs = {"class": "nhsuk-input--width-5", "inputmode": "decimal", "data-prefix": "£", "autocomplete": "off"}
        super().__init__(widget=forms.TextInput(attrs=attrs), **options)

    def prepare_value(self, value: Any) -> Any:
        """Pence as they are typed; what was typed and is wrong stays."""
        return f"{value // PENCE_IN_A_POUND}.{value % PENCE_IN_A_POUND:02}" if isinstance(value, int) else value

    def clean(self, value: Any) -> int | None:
        """The pence, or None for nothing; raises ValidationError."""
        text = super().clean(value)
        if not text:
            return None
        found = POUNDS.match(text.strip())
        if not found:
            raise forms.ValidationError(INVALID, code="invalid")
        pence = int(found[1].replace(",", "")) * PENCE_IN_A_POUND + int((found[2] or "0").ljust(2, "0"))
        if pence > MOST_PENCE:
            raise forms.ValidationError("Enter a price of up to £1,000,000.", code="max_value")
        return pence


def several(label: str, choices: Any, *, required: str = "", **options: Any) -> forms.MultipleChoiceField:
    """Tick boxes. `required` is the sentence for somebody who ticks none; without it none may be ticked."""
    return forms.MultipleChoiceField(
        label=label,
        choices=choices,
        required=bool(required),
        widget=forms.CheckboxSelectMultiple(attrs={"data-legend": "m"}),
        error_messages={"required": required},
        **options,
    )


def words(label: str, most: int, *, rows: int = 0, required: str = "", **options: Any) -> forms.CharField:
    """A line of words, or with `rows` a box."""
    widget = forms.Textarea(attrs={"data-rows": rows}) if rows else forms.TextInput()
    too_long = f"This is too long. Use up to {most:,} letters."
    return forms.CharField(
        label=label,
        max_length=most,
        required=bool(required),
        widget=widget,
        error_messages={"required": required, "max_length": too_long},
        **options,
    )


def number(label: str, most: int, *, suffix: str, **options: Any) -> forms.IntegerField:
    """A whole number that may be left out."""
    attrs = {"class": "nhsuk-input--width-3", "inputmode": "numeric", "data-suffix": suffix}
    messages = {
        "invalid": "Enter a whole number, for example 3.",
        "min_value": "Enter 0 or more.",
        "max_value": f"Enter a number up to {most:,}.",
    }
    return forms.IntegerField(
        label=label,
        min_value=0,
        max_value=most,
        required=False,
        widget=forms.TextInput(attrs=attrs),
        error_messages=messages,
        **options,
    )
