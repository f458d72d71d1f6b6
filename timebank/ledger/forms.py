"""Forms of the ledger: a statement's period, limits, grants, reversals, partners' accounts."""

import uuid
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator

from tenants.models import Organisation
from timebank.hours_field import QuarterHoursField
from timebank.ledger.statements import Period
from timebank.models.accounts import Account
from ui.forms import SplitDateField

NO_NAMES = "Name no person: what stands in the ledger is never changed."
LONG = forms.Textarea(attrs={"data-rows": 3})


class PeriodForm(forms.Form):
    """From one day to another; what is left empty is open."""

    is_filter = True

    first = SplitDateField(label="From", required=False)
    last = SplitDateField(label="To", required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        first, last = cleaned.get("first"), cleaned.get("last")
        if first and last and last < first:
            self.add_error("last", "The last day is before the first. Change one of them.")
        return cleaned

    def period(self) -> Period:
        """The period asked for; all of it while a day is no day."""
        if not self.is_valid():
            return Period()
        return Period(self.cleaned_data["first"], self.cleaned_data["last"])


class ReasonForm(forms.Form):
    """Why something is done."""

    reason = forms.CharField(
        label="Why?",
        max_length=500,
        widget=LONG,
        help_text=f"Everybody who reads the account sees it. {NO_NAMES}",
        error_messages={"required": "Say why: whoever is affected will ask."},
    )


class HoursField(QuarterHoursField):
    """Nought hours or more, as limits and grants have them."""

    not_in_quarters = "Give hours to the quarter: 1, 1.25, 1.5 or 1.75."

    def __init__(self, **options: Any) -> None:
        most = options.pop("most_hours", 100_000)
        options.setdefault("min_value", 0)
        super().__init__(max_value=most, decimal_places=2, **options)
        for validator in self.validators:
            if isinstance(validator, MinValueValidator):
                validator.message = f"Give {self.min_value} hours or more."
            elif isinstance(validator, MaxValueValidator):
                validator.message = f"Give {most:,} hours or fewer."
        self.widget.attrs.update({"class": "nhsuk-input--width-5", "data-suffix": "hours", "inputmode": "decimal"})


class LimitForm(ReasonForm):
    """The rule for all accounts."""

    field_order = ("base", "growth_percent", "growth_cap", "warning_percent", "reason")

    base = HoursField(
        label="How far below zero may an account be?",
        help_text="So many hours of help can an area have before it gives any.",
        error_messages={"required": "Give the hours, 0 or more."},
    )
    growth_percent = forms.IntegerField(
        label="By which share of the hours given does it grow?",
        min_value=0,
        max_value=100,
        help_text="0 where it is the same for everybody. With 10, who has given 50 hours may have 5 hours more.",
        widget=forms.NumberInput(attrs={"class": "nhsuk-input--width-3", "data-suffix": "%"}),
        error_messages={"required": "Give a share from 0 to 100."},
    )
    growth_cap = HoursField(
        label="By how many hours at the most?", error_messages={"required": "Give the hours, 0 or more."}
    )
    warning_percent = forms.IntegerField(
        label="From which share of the limit are people warned?",
        min_value=1,
        max_value=100,
        widget=forms.NumberInput(attrs={"class": "nhsuk-input--width-3", "data-suffix": "%"}),
        error_messages={"required": "Give a share from 1 to 100."},
    )


class OwnLimitForm(ReasonForm):
    """One account's own limit, or none."""

    field_order = ("limit", "reason")

    limit = HoursField(
        label="How far below zero may this account be?",
        required=False,
        help_text="Leave it empty to put the account under the rule for all.",
    )


class GrantForm(ReasonForm):
    """Hours from the network's pool."""

    field_order = ("to", "minutes", "reason", "key")

    to = forms.ChoiceField(label="Who gets the hours?", error_messages={"required": "Choose an account."})
    minutes = HoursField(
        label="How many hours?", min_value=0.25, most_hours=1_000, error_messages={"required": "Give the hours."}
    )
    key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, accounts: list[Account], **options: Any) -> None:
        options.setdefault("initial", {"key": uuid.uuid4()})
        super().__init__(*args, **options)
        rows = [(each.slug, each.name) for each in accounts if each.kind != Account.Kind.NETWORK]
        self.fields["to"].choices = [("", "Choose an account"), *rows]


class PartnerForm(forms.Form):
    """Which organisation gets an account."""

    organisation = forms.ModelChoiceField(
        label="Which organisation gives time to the whole region?",
        queryset=Organisation.objects.none(),
        to_field_name="slug",
        empty_label="Choose an organisation",
        error_messages={"required": "Choose an organisation.", "invalid_choice": "Choose one of the list."},
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["organisation"].queryset = Organisation.objects.filter(timebank_account__isnull=True)
