"""Hours as people write them, to whole minutes and back: what every form of the time bank shares."""

import decimal
from typing import Any

from django import forms


class QuarterHoursField(forms.DecimalField):
    """Hours in quarters, whose value is whole minutes: `1.5` is 90. Bounds and words are the forms' own."""

    not_in_quarters = "Enter quarters of an hour: 0.25, 0.5, 0.75 and so on."

    def clean(self, value: Any) -> Any:
        """Whole minutes; raises ValidationError for what is no quarter of an hour."""
        hours = super().clean(value)
        if hours is None:
            return None
        minutes = hours * 60
        if minutes % 15:
            raise forms.ValidationError(self.not_in_quarters)
        return int(minutes)

    def prepare_value(self, value: Any) -> Any:
        """Minutes shown as hours; what was typed stays as it was."""
        return f"{decimal.Decimal(value) / 60:f}" if isinstance(value, int) else value
