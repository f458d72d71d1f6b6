"""Forms of safeguarding leads, and the short one by which a member tells them of a worry."""

import datetime
from typing import Any

from django import forms
from django.utils import timezone

from config.today import moment, today
from peer_network.models import Case, CaseEntry
from peer_network.safeguarding.actions import LONGEST
from ui.forms import SplitDateField

WRITE = {"required": "Write it down in a sentence or two."}
BY_HAND = (CaseEntry.Kind.NOTE, CaseEntry.Kind.SPOKE)


def words_field(label: str, *, rows: int = 4, hint: str = "", required: bool = True) -> forms.CharField:
    """A box for some sentences."""
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(
        label=label, max_length=LONGEST, widget=widget, help_text=hint, required=required, error_messages=WRITE
    )


class TellForm(forms.Form):
    """A member's worry."""

    words = words_field(
        "What worries you?",
        rows=6,
        hint="Say what you saw or read, and about whom. Only the safeguarding leads read this.",
    )
    is_danger = forms.BooleanField(label="Somebody may be in danger now", required=False)


class OpenForm(forms.Form):
    """A case that a lead opens by hand."""

    words = words_field("What worries you?", rows=6)
    about_words = forms.CharField(
        label="Who is it about, if it is not a member’s post?",
        max_length=300,
        required=False,
        help_text="Only safeguarding leads see this. It is sealed.",
    )
    urgency = forms.TypedChoiceField(
        label="How urgent is it?",
        choices=Case.Urgency.choices,
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how urgent it is."},
    )


class WhenForm(forms.Form):
    """When something happened: now, unless another day and time is given."""

    day = SplitDateField(label="On which day?", required=False, help_text="Leave it open for today.")
    time = forms.TimeField(
        label="At what time?",
        required=False,
        help_text="For example 14:05. Leave it open for now.",
        widget=forms.TimeInput(attrs={"class": "nhsuk-input--width-5"}, format="%H:%M"),
        error_messages={"invalid": "Enter the time as hours and minutes, for example 14:05."},
    )

    def clean(self) -> dict[str, Any]:
        """It has happened already, so it isn't still to come."""
        cleaned = super().clean() or self.cleaned_data
        when = self.happened_at()
        if when is not None and when > moment():
            self.add_error("time", "This time is still to come. Enter when it happened.")
        return cleaned

    def happened_at(self) -> datetime.datetime | None:
        """The moment that was given; None for now."""
        day, time = self.cleaned_data.get("day"), self.cleaned_data.get("time")
        if day is None and time is None:
            return None
        found = datetime.datetime.combine(day or timezone.localdate(), time or datetime.time(12))
        return timezone.make_aware(found)


class NoteForm(WhenForm):
    """A line of the chronology."""

    kind = forms.ChoiceField(
        label="What is it?",
        choices=[(kind.value, kind.label) for kind in BY_HAND],
        initial=CaseEntry.Kind.NOTE,
        widget=forms.RadioSelect,
    )
    words = words_field("What happened?")
    field_order = ("kind", "words", "day", "time")


class ScriptForm(WhenForm):
    """One step of the emergency script, done."""

    words = words_field("What was said and agreed?", rows=3, hint="Whom you spoke to, and any reference they gave.")
    field_order = ("words", "time", "day")


class StepForm(forms.Form):
    """Something to do."""

    what = forms.CharField(label="What is to be done?", max_length=300, error_messages={"required": "Say what."})
    who = forms.CharField(label="By whom?", max_length=200, help_text="A name, or a team outside the network.")
    due_on = SplitDateField(label="By when?")

    def clean_due_on(self) -> datetime.date:
        """Today or later."""
        due = self.cleaned_data["due_on"]
        if due < today():
            raise forms.ValidationError("Enter today or a later day.")
        return due


class DoneForm(forms.Form):
    """What came of a step."""

    words = words_field("What came of it?", rows=3, required=False)


class UrgencyForm(forms.Form):
    """How urgent a case is now."""

    urgency = forms.TypedChoiceField(
        label="How urgent is it now?", choices=Case.Urgency.choices, coerce=int, widget=forms.RadioSelect
    )
    words = words_field("Why?", rows=3)


class StateForm(forms.Form):
    """Watching, closed with an outcome, or open again."""

    state = forms.ChoiceField(label="What now?", widget=forms.RadioSelect)
    outcome = forms.ChoiceField(
        label="How did it end?",
        choices=[("", "It has not ended"), *Case.Outcome.choices],
        required=False,
        help_text="For a case that is closed.",
    )
    words = words_field("In words", hint="What was found, and why this is right now.")

    def __init__(self, *args: Any, case: Case, **options: Any) -> None:
        super().__init__(*args, **options)
        words = {"open": "Open it again", "watching": "Watch it", "closed": "Close it"}
        self.fields["state"].choices = [(state, words[state]) for state in words if state != case.state]

    def clean(self) -> dict[str, Any]:
        """A case is closed with an outcome."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("state") == Case.State.CLOSED and not cleaned.get("outcome"):
            self.add_error("outcome", "Choose how it ended.")
        return cleaned


class ReasonForm(forms.Form):
    """Why an identity is opened."""

    reason = words_field(
        "Why do you need to know who this is?",
        rows=3,
        hint="For example: “They wrote that they mean to end their life tonight. I am about to call 999.”",
    )


class Filters(forms.Form):
    """Cases by state, urgency and lead."""

    is_filter = True

    state = forms.ChoiceField(
        label="State", choices=[("", "Open and watching"), *Case.State.choices, ("all", "All")], required=False
    )
    urgency = forms.ChoiceField(label="Urgency", choices=[("", "Any"), *Case.Urgency.choices], required=False)
    whose = forms.ChoiceField(
        label="Whose", choices=[("", "Everybody’s"), ("mine", "Mine"), ("nobody", "Nobody’s yet")], required=False
    )
