"""The board's one question: as at when?"""

import datetime
from typing import Any

from django import forms

from tenants import quarters


class AsAtForm(forms.Form):
    """Today, or the end of a quarter that is over. An unknown quarter counts as today, and the field says so."""

    def __init__(self, *args: Any, today: datetime.date, **options: Any) -> None:
        super().__init__(*args, **options)
        past = quarters.finished_by(today)
        self.fields["as-at"] = forms.ChoiceField(
            label="Show the network as at",
            required=False,
            choices=[("", "Today"), *((quarter.key, f"the end of {quarter}") for quarter in past)],
            error_messages={"invalid_choice": "Choose today, or a quarter that is over."},
        )

    def quarter(self) -> quarters.Quarter | None:
        """The quarter chosen, or None for today."""
        return quarters.parse(self.cleaned_data.get("as-at", "")) if self.is_valid() else None
