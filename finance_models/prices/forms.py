"""The form by which prices are loaded."""

from typing import Any

from django import forms

from finance_models.loading.forms import ManyFilesField

KINDS = "CSV, Excel workbook (.xlsx) or Parquet."


class PricesForm(forms.Form):
    """Unit costs, providers, or both."""

    unit_costs = ManyFilesField(label="Unit costs", required=False, help_text=KINDS)
    providers = ManyFilesField(label="Providers", required=False, help_text="With their market forces factors.")
    source = forms.CharField(
        label="Where are they from?",
        max_length=200,
        help_text="For example: national tariff 2013/14 and reference costs 2012/13.",
        error_messages={"required": "Say where the prices are from."},
    )
    is_illustrative = forms.TypedChoiceField(
        label="Are they real prices?",
        choices=[("real", "Yes"), ("illustrative", "No, they are illustrative")],
        coerce=lambda value: value == "illustrative",
        widget=forms.RadioSelect,
        initial="real",
    )

    def clean(self) -> dict[str, Any]:
        """At least one table."""
        cleaned = super().clean() or {}
        if not cleaned.get("unit_costs") and not cleaned.get("providers") and not self.errors:
            self.add_error("unit_costs", "Choose a file of unit costs, of providers, or both.")
        return cleaned
