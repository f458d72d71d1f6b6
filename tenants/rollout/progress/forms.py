"""The area's word on a service component, a key action or a promise."""

from typing import Any

from django import forms

from config.today import today
from tenants.rollout.models import KeyAction, PromiseStanding
from tenants.rollout.models.progress import LEVELS
from tenants.rollout.progress.kinds import ACTIONS, MATURITY, PROMISES, Kind
from ui.forms import SplitDateField


def several_lines(rows: int = 3) -> forms.Textarea:
    """A box of some lines."""
    return forms.Textarea(attrs={"rows": rows, "data-rows": rows})


class StandingForm(forms.Form):
    """What all three share: the reason, needed once there is something that it takes the place of."""

    kind: Kind

    def __init__(self, *args: Any, is_first: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["reason"] = forms.CharField(
            label="Why do you say so?" if is_first else "Why does it change?",
            max_length=500,
            required=not is_first,
            widget=several_lines(2),
            help_text="The programme board reads this. Name teams, not people.",
            error_messages={"required": "Say why it changes. The programme board reads this."},
        )

    def values(self) -> dict[str, Any]:
        """The fields of the kind, by name."""
        return {name: self.cleaned_data[name] for name in self.kind.fields}


class MaturityForm(StandingForm):
    """On which level a component stands, and what shows it."""

    kind = MATURITY
    level = forms.TypedChoiceField(label="Level", choices=LEVELS, coerce=int, widget=forms.RadioSelect)
    evidence = forms.CharField(
        label="What shows it",
        max_length=500,
        widget=several_lines(),
        help_text="Stays in the area. For example a document, a number of teams, or what people say.",
    )
    next_step = forms.CharField(
        label="What would take it one level up",
        max_length=500,
        required=False,
        widget=several_lines(),
        help_text="Stays in the area.",
    )
    assessed_on = SplitDateField(label="Assessed on")

    def clean_assessed_on(self) -> Any:
        """An assessment has happened."""
        return not_to_come(self.cleaned_data["assessed_on"])


class KeyActionForm(StandingForm):
    """How far a key action has come."""

    kind = ACTIONS
    state = forms.ChoiceField(label="State", choices=KeyAction.State.choices, widget=forms.RadioSelect)
    planned_by = SplitDateField(label="Planned by", required=False)
    done_on = SplitDateField(label="Done on", required=False, help_text="Only where the state is done.")
    share_done = forms.IntegerField(
        label="Share done so far",
        min_value=0,
        max_value=100,
        required=False,
        help_text="Where it can be counted: of contracts, of pathways.",
        widget=forms.NumberInput(attrs={"class": "nhsuk-input--width-3", "data-suffix": "%"}),
        error_messages={
            "invalid": "Write a whole number from 0 to 100, such as 40.",
            "min_value": "A share is at least 0%%.",
            "max_value": "A share is at most 100%%.",
        },
    )
    note = forms.CharField(
        label="Note", max_length=500, required=False, widget=several_lines(), help_text="Stays in the area."
    )

    def clean(self) -> dict[str, Any]:
        """Done has its date, and nothing else has one."""
        cleaned = super().clean() or self.cleaned_data
        is_done, done_on = cleaned.get("state") == KeyAction.State.DONE, cleaned.get("done_on")
        if is_done and not done_on and "done_on" not in self.errors:
            self.add_error("done_on", "Write the date on which it was done.")
        if done_on and not is_done and "state" not in self.errors:
            self.add_error("done_on", "It is not done yet: leave this empty, or choose the state done.")
        return cleaned

    def clean_done_on(self) -> Any:
        """What is done has happened."""
        return not_to_come(self.cleaned_data["done_on"])


class PromiseForm(StandingForm):
    """Where the area stands with a promise."""

    kind = PROMISES
    status = forms.ChoiceField(label="How it stands", choices=PromiseStanding.Status.choices, widget=forms.RadioSelect)
    where_it_stands = forms.CharField(
        label="In words",
        max_length=500,
        widget=several_lines(),
        help_text="The programme board reads this. Name no people, and no numbers of people below 8.",
    )
    expected_by = SplitDateField(
        label="Expected by", required=False, help_text="When it will be kept, as it looks now."
    )


FORMS: dict[str, type[StandingForm]] = {form.kind.key: form for form in (MaturityForm, KeyActionForm, PromiseForm)}


def not_to_come(day: Any) -> Any:
    """A date that is not in the future of the field's clock; raises ValidationError."""
    if day and day > today():
        raise forms.ValidationError("This date is still to come.")
    return day
