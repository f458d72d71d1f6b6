"""Forms of the information governance register."""

import datetime
from typing import Any

from django import forms
from django.utils import timezone

from config.today import today
from finance_models.governance.actions import ENTRY_FIELDS
from finance_models.models import GovernanceClock, GovernanceEntry
from finance_models.models.governance import PERSON_TABLES
from ui.forms import SplitDateField


def _text(label: str, limit: int, missing: str, hint: str = "") -> forms.CharField:
    return forms.CharField(label=label, max_length=limit, help_text=hint, error_messages={"required": missing})


def _last_day(label: str) -> SplitDateField:
    return SplitDateField(label=label, error_messages={"required": "Enter the last day."})


class EntryForm(forms.Form):
    """A source of data, and the right to hold it."""

    source = _text("Source", 120, "Name the source.", "For example: hospital episodes from the commissioning hub.")
    tables = forms.MultipleChoiceField(
        label="Which tables does it cover?",
        choices=PERSON_TABLES,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one table."},
    )
    controller = _text("Controller", 200, "Name the controller.", "Who decides what the data are used for.")
    processor = _text("Processor", 200, "Name the processor.", "Who links and holds the data for the controller.")
    legal_basis = _text("Legal basis", 500, "Write the legal basis.", "With the article or section of the law.")
    agreement = _text("Sharing agreement", 200, "Name the agreement.", "Its title or number.")
    agreement_ends = _last_day("Last day of the sharing agreement")
    assessment = _text("Data protection impact assessment", 200, "Name the assessment.", "Its title or number.")
    assessment_ends = _last_day("Day by which the assessment is reviewed")

    def __init__(self, *args: Any, entry: GovernanceEntry | None = None, **options: Any) -> None:
        initial = {name: getattr(entry, name) for name in ENTRY_FIELDS} if entry else {}
        super().__init__(*args, initial=initial, **options)

    def clean_agreement_ends(self) -> datetime.date:
        """An entry that has ended allows nothing."""
        return self._still_to_come("agreement_ends")

    def clean_assessment_ends(self) -> datetime.date:
        """As above."""
        return self._still_to_come("assessment_ends")

    def _still_to_come(self, name: str) -> datetime.date:
        day: datetime.date = self.cleaned_data[name]
        if day < today():
            raise forms.ValidationError("This day has passed. Enter a day from today on.")
        return day


class ObjectionForm(forms.Form):
    """Somebody objects to the use of their data."""

    pseudonym = _text("Pseudonym", 64, "Enter the pseudonym.", "As in the data. Never a name or an NHS number.")
    received_on = SplitDateField(
        label="Received on", error_messages={"required": "Enter the day on which it was received."}
    )

    def clean_received_on(self) -> datetime.date:
        """It can't be received in the future."""
        day: datetime.date = self.cleaned_data["received_on"]
        if day > today():
            raise forms.ValidationError("This day lies ahead. Enter the day on which it was received.")
        return day


class ClockForm(forms.Form):
    """A request or a breach, known since a time."""

    kind = forms.ChoiceField(
        label="What is it?",
        choices=GovernanceClock.Kind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether it is a request or a breach."},
    )
    words = forms.CharField(
        label="In words",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="No names of people.",
        error_messages={"required": "Say what was asked, or what happened."},
    )
    hours = forms.IntegerField(
        label="Known for how many hours?",
        min_value=0,
        max_value=24 * 366,
        initial=0,
        help_text="0 for since now. The time counts from when the area first knew of it.",
        widget=forms.TextInput(attrs={"class": "nhsuk-input--width-5", "inputmode": "numeric", "data-suffix": "hours"}),
        error_messages={"required": "Enter the hours, or 0.", "invalid": "Enter a whole number of hours, such as 6."},
    )

    def opened_at(self) -> datetime.datetime:
        """Since when it is known. The law's clocks are real time, also where the field's date stands still."""
        return timezone.now() - datetime.timedelta(hours=self.cleaned_data["hours"])
