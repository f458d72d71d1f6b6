"""Forms of the contract register."""

from typing import Any

from django import forms

from finance_models.models import Contract
from finance_models.models.contracts import TERMS
from finance_models.money_words import PoundsField
from ui.forms import SplitDateField


class TermsForm(forms.Form):
    """The terms of a contract."""

    kind = forms.ChoiceField(label="Kind", choices=Contract.Kind.choices, widget=forms.RadioSelect)
    yearly_pence = PoundsField(
        label="Yearly value", error_messages={"required": "Enter the yearly value, or 0 where none is agreed."}
    )
    ends_on = SplitDateField(label="Last day", required=False, help_text="Leave it empty where it has no end.")
    notice_months = forms.IntegerField(
        label="Notice",
        min_value=0,
        max_value=60,
        widget=forms.TextInput(
            attrs={"class": "nhsuk-input--width-3", "inputmode": "numeric", "data-suffix": "months"}
        ),
        error_messages={"required": "Enter the months of notice, or 0.", "invalid": "Enter a whole number of months."},
    )
    has_clauses = forms.TypedChoiceField(
        label="Does it have clauses for personalised care?",
        choices=[("no", "No"), ("yes", "Yes")],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        initial="no",
    )
    in_budgets_from = SplitDateField(
        label="From when can its services be in personal budgets?",
        required=False,
        help_text="Leave it empty while nobody has agreed a day.",
    )

    def __init__(self, *args: Any, contract: Contract | None = None, **options: Any) -> None:
        initial = {name: getattr(contract, name) for name in TERMS} if contract else {}
        if contract:
            initial["has_clauses"] = "yes" if contract.has_clauses else "no"
        super().__init__(*args, initial=initial, **options)

    def terms(self) -> dict[str, Any]:
        """The terms by name."""
        return {name: self.cleaned_data[name] for name in TERMS}


class ContractForm(TermsForm):
    """A contract as it is signed."""

    field_order = ("provider", "services", *TERMS)

    provider = forms.CharField(label="Provider", max_length=200, error_messages={"required": "Name the provider."})
    services = forms.CharField(
        label="What it is for", max_length=300, error_messages={"required": "Say what it is for."}
    )


class ChangeForm(TermsForm):
    """How a contract shall be, and why."""

    reason = forms.CharField(
        label="Why does it change?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say why it changes."},
    )
