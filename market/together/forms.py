"""A provider's shared price."""

from typing import Any

from django import forms

from market import words
from market.models.clubs import LONGEST_PATTERN
from market.offers.fields import PenceField
from market.together.quotes import MOST_PEOPLE
from ui.forms import SplitDateField

UNITS = [choice for choice in words.Unit.choices if choice[0] != words.Unit.FREE]
FEWEST = "Enter a whole number from 2 to 500."


class PriceForm(forms.Form):
    """What one person pays and gets, from how many people on, until when."""

    provider = forms.TypedChoiceField(
        label="For which organisation?", coerce=int, error_messages={"required": "Choose your organisation."}
    )
    price_pence = PenceField(label="Price for each person", error_messages={"required": "Enter a price in pounds."})
    unit = forms.ChoiceField(label="The price is for", choices=UNITS)
    pattern = forms.CharField(
        label="What does each person get, when and where?",
        help_text="For example: two hours every Tuesday evening, in a group of four, in Bodmin.",
        max_length=LONGEST_PATTERN,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Say what each person gets, when and where."},
    )
    minimum_people = forms.IntegerField(
        label="From how many people on?",
        help_text="With fewer the price doesn’t hold, and you learn nobody’s name.",
        min_value=2,
        max_value=MOST_PEOPLE,
        widget=forms.TextInput(attrs={"class": "nhsuk-input--width-4", "inputmode": "numeric"}),
        error_messages={
            "required": FEWEST, "invalid": FEWEST, "min_value": FEWEST, "max_value": FEWEST,
        },
    )  # fmt: skip
    until = SplitDateField(label="Until when can people say yes?")

    def clean_price_pence(self) -> int:
        """More than nothing."""
        pence = self.cleaned_data["price_pence"]
        if not pence:
            raise forms.ValidationError("Enter a price above nothing, for example 12.50.")
        return int(pence)

    def __init__(self, *args: Any, providers: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        own = [(provider.pk, provider.organisation.name) for provider in providers]
        self.fields["provider"].choices = own
        if len(own) == 1:
            self.fields["provider"].widget = forms.HiddenInput()
            self.fields["provider"].initial = own[0][0]
