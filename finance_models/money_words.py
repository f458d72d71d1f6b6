"""Pounds as people type and read them, to whole pence and back."""

import re
from decimal import Decimal
from typing import Any

from django import forms

from files.shapes import Unreadable, short

SHAPE = re.compile(r"[0-9]{1,9}(\.[0-9]{1,2})?")
MOST_PENCE = 10**11  # a thousand million pounds
ASK = "write pounds, such as 1200 or 1200.50"


def pence_of(text: str) -> int:
    """Whole pence of `1200`, `1,200.50` or `£1,200`; raises Unreadable."""
    plain = text.strip().removeprefix("£").replace(",", "").strip()
    if not SHAPE.fullmatch(plain):
        raise Unreadable(f"{short(text)} is not an amount of money; {ASK}")
    return int(Decimal(plain) * 100)


def as_text(pence: int | None) -> str:
    """`1200.50`, as a file or a form has it; empty for what is not known."""
    return "" if pence is None else f"{pence // 100}.{pence % 100:02d}"


class PoundsField(forms.CharField):
    """An amount in pounds, cleaned to whole pence; None where it may be left empty."""

    def __init__(self, **options: Any) -> None:
        attributes = {"class": "nhsuk-input--width-10", "inputmode": "decimal", "data-prefix": "£"}
        super().__init__(max_length=20, widget=forms.TextInput(attrs=attributes), **options)

    def prepare_value(self, value: Any) -> Any:
        """Pence from the database as pounds; what was typed as it was."""
        return as_text(value) if isinstance(value, int) else value

    def clean(self, value: Any) -> int | None:  # type: ignore[override]
        """Whole pence; raises ValidationError with how to mend it."""
        text = super().clean(value)
        if not text:
            return None
        try:
            return pence_of(text)
        except Unreadable as error:
            sentence = str(error)
            raise forms.ValidationError(f"{sentence[0].upper()}{sentence[1:]}.") from None
