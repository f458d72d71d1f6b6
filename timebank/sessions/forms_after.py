"""Forms of what is said after a session."""

import decimal
from typing import Any

from django import forms

from accounts.models import User
from timebank.exchange.forms import HoursField
from timebank.sessions.forms import AccountForm
from ui.forms import SplitDateField

POUND = {"class": "nhsuk-input--width-5", "data-prefix": "£", "inputmode": "decimal"}


class ReasonForm(AccountForm):
    """Why something is called off."""

    reason = forms.CharField(
        label="Why?",
        max_length=400,
        widget=forms.Textarea(attrs={"data-rows": 3}),
        help_text="The other side reads it. No names of people, please.",
        error_messages={"required": "Say why, so that the others know."},
    )


class MinutesForm(AccountForm):
    """How long it was."""

    minutes = HoursField(
        label="Hours of help in all",
        help_text="All the time that was given. Where two gave an hour each, that is 2 hours.",
    )


class OnBehalfForm(forms.Form):
    """The network manager confirms for somebody."""

    minutes = HoursField(label="Hours of help in all")
    reason = forms.CharField(
        label="Why on their behalf, and how do you know?",
        max_length=400,
        widget=forms.Textarea(attrs={"data-rows": 3}),
        help_text="Everybody who sees the session reads it. For example: told me by telephone on 3 July.",
        error_messages={"required": "Say why you confirm on their behalf."},
    )


class DisputeForm(AccountForm):
    """What is not agreed."""

    reason = forms.CharField(
        label="What do you not agree with?",
        max_length=1000,
        widget=forms.Textarea(attrs={"data-rows": 4}),
        help_text="The other side and the network manager read it. No names of people, please.",
        error_messages={"required": "Say what you do not agree with."},
    )


class SettledHours(HoursField):
    """Hours in quarters; 0 where nothing is to be posted."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.min_value = decimal.Decimal(0)
        self.validators = [each for each in self.validators if getattr(each, "code", "") != "min_value"]

    def clean(self, value: Any) -> Any:
        """Minutes; raises ValidationError below zero too."""
        minutes = super().clean(value)
        if minutes is not None and minutes < 0:
            raise forms.ValidationError("Enter 0, or quarters of an hour.")
        return minutes


class SettleForm(forms.Form):
    """How a dispute is settled."""

    minutes = SettledHours(label="Hours to post", help_text="0 where nothing is to be posted: then nobody pays.")
    reason = forms.CharField(
        label="Why do you settle it so?",
        max_length=400,
        widget=forms.Textarea(attrs={"data-rows": 4}),
        help_text="Both sides read it.",
        error_messages={"required": "Say why you settle it so."},
    )


class FeedbackForm(AccountForm):
    """What somebody who was helped says, or somebody who gave."""

    useful = forms.TypedChoiceField(
        label="How useful was it?",
        coerce=int,
        choices=[(5, "5: very"), (4, "4"), (3, "3"), (2, "2"), (1, "1: not at all")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how useful it was."},
    )
    words = forms.CharField(
        label="In your own words",
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"data-rows": 4}),
        help_text="What was good, what was missing, what you do differently now. No names of people, please.",
    )

    def __init__(self, *args: Any, is_helped: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        if not is_helped:
            del self.fields["useful"]
            self.fields["words"].label = "What have you learnt yourselves?"
            self.fields["words"].required = True
            self.fields["words"].error_messages["required"] = "Write a few words about what you have learnt."


class LessonForm(AccountForm):
    """What others can learn."""

    title = forms.CharField(label="Title", max_length=120, error_messages={"required": "Give the lesson a title."})
    words = forms.CharField(
        label="What can others learn?",
        max_length=2000,
        widget=forms.Textarea(attrs={"data-rows": 6}),
        help_text="So that somebody who was not there can use it. No names of people, please.",
        error_messages={"required": "Say what others can learn."},
    )


class MentorForm(forms.Form):
    """Who gives the time."""

    person = forms.TypedChoiceField(
        label="Who gives the time?", coerce=int, error_messages={"required": "Choose a person of your area."}
    )

    def __init__(self, *args: Any, people: list[User], **options: Any) -> None:
        super().__init__(*args, **options)
        self.people = {person.pk: person for person in people}
        self.fields["person"].choices = [("", "Choose"), *((person.pk, str(person)) for person in people)]

    def chosen_person(self) -> User:
        """Whoever was chosen."""
        return self.people[self.cleaned_data["person"]]


class PaymentForm(forms.Form):
    """An involvement payment and expenses beside the hours, in pounds; kept in pence."""

    payment = forms.DecimalField(
        label="Involvement payment",
        required=False,
        min_value=0,
        max_digits=8,
        decimal_places=2,
        widget=forms.TextInput(attrs=POUND),
    )
    expenses = forms.DecimalField(
        label="Expenses",
        required=False,
        min_value=0,
        max_digits=8,
        decimal_places=2,
        widget=forms.TextInput(attrs=POUND),
        help_text="Travel, a replacement carer, materials.",
    )
    paid_on = SplitDateField(label="Paid on", required=False, help_text="Leave empty until it is paid.")
    note = forms.CharField(label="Note", max_length=200, required=False)

    def pence(self, name: str) -> int | None:
        """An amount in whole pence; None where none was given."""
        pounds = self.cleaned_data.get(name)
        return None if pounds is None else int(pounds * 100)
