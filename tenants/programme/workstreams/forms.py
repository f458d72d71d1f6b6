"""The forms of workstreams and their outputs."""

from typing import Any

from django import forms

from config.today import today
from tenants.models import Workstream
from ui.forms import SplitDateField


class WorkstreamForm(forms.Form):
    """A piece of work that all areas do together."""

    name = forms.CharField(label="Name", max_length=120, error_messages={"required": "Give it a name."})
    purpose = forms.CharField(
        label="Purpose",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"data-rows": 3}),
        help_text="What areas have once it is done.",
    )
    owner = forms.CharField(
        label="Owner", max_length=120, required=False, help_text="A job title or an organisation, not a person's name."
    )
    status = forms.ChoiceField(
        label="Status", choices=Workstream.Status.choices, widget=forms.RadioSelect, initial="planned"
    )
    starts = SplitDateField(label="Starts", required=False)

    def values(self) -> dict[str, Any]:
        """The fields of the workstream by name."""
        return dict(self.cleaned_data)


class OutputForm(forms.Form):
    """Something that a workstream is to deliver."""

    title = forms.CharField(
        label="What is it?", max_length=200, error_messages={"required": "Say what is to be delivered."}
    )
    due = SplitDateField(label="Due", required=False)
    done_on = SplitDateField(label="Done on", required=False, help_text="Leave empty until it is done.")
    address = forms.URLField(
        label="Where to find it",
        max_length=300,
        required=False,
        assume_scheme="https",
        help_text="A whole address, such as https://www.england.nhs.uk/",
        error_messages={"invalid": "Write a whole address that begins with https://"},
    )

    def clean_done_on(self) -> Any:
        """What is done can't be done in the future."""
        done_on = self.cleaned_data["done_on"]
        if done_on and done_on > today():
            raise forms.ValidationError("This date is still to come. Write it under due instead.")
        return done_on

    def values(self) -> dict[str, Any]:
        """The fields of the output by name."""
        return dict(self.cleaned_data)
