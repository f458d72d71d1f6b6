"""Forms of an area's milestones."""

from typing import Any

from django import forms

from config.today import today
from tenants import groups
from tenants.rollout import rag
from tenants.rollout.milestones.actions import LOCAL_FIELDS, NATIONAL_FIELDS
from tenants.rollout.milestones.presenters import Filter
from ui.forms import SplitDateField

THE_BOARD_READS = "The board reads this."
STAYS_HERE = "This stays in the area's workspace."


class MilestoneForm(forms.Form):
    """What an area says of a milestone of the national set; `LocalMilestoneForm` has its own words and date too."""

    fields_of_row = NATIONAL_FIELDS

    forecast = SplitDateField(
        label="Forecast", required=False, help_text="When you now expect it to be done, where that is another day."
    )
    done_on = SplitDateField(label="Done on", required=False, help_text="Leave empty until it has happened.")
    evidence = forms.CharField(
        label="Evidence",
        max_length=500,
        required=False,
        help_text="What shows that it is done, or on its way, and where to find it. "
        "The board sees that there is evidence; what it is stays in the area's workspace.",
    )
    comment = forms.CharField(
        label="Comment",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=THE_BOARD_READS,
    )
    owner = forms.CharField(
        label="Who is responsible", max_length=120, required=False, help_text=f"A job title is enough. {STAYS_HERE}"
    )
    override = forms.ChoiceField(
        label="Status",
        required=False,
        choices=[("", "As the dates say"), *((key, f"{words}, set by hand") for key, words in rag.OVERRIDES)],
        help_text="A status set by hand is marked as such wherever it shows.",
    )
    override_reason = forms.CharField(
        label="Why is the status set by hand?",
        max_length=500,
        required=False,
        help_text=f"Needed with a status set by hand. {THE_BOARD_READS}",
    )
    reason = forms.CharField(
        label="Why do the dates change?",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=f"Needed where a date by which it is due, or its forecast, changes. It is kept. {THE_BOARD_READS}",
    )

    def clean(self) -> dict[str, Any]:
        """A milestone is not done on a day to come, and a status by hand has its reason."""
        cleaned = super().clean() or self.cleaned_data
        done_on = cleaned.get("done_on")
        if done_on and done_on > today():
            self.add_error("done_on", "This date is still to come. Write it under forecast instead.")
        if cleaned.get("override") and not cleaned.get("override_reason"):
            self.add_error("override_reason", "Say why the status is set by hand.")
        return cleaned

    def values(self) -> dict[str, Any]:
        """What the area says, by the names of the row's fields."""
        return {name: self.cleaned_data[name] for name in self.fields_of_row if name in self.cleaned_data}


class LocalMilestoneForm(MilestoneForm):
    """A milestone of the area's own."""

    fields_of_row = LOCAL_FIELDS
    field_order = (*LOCAL_FIELDS, "reason")

    title = forms.CharField(
        label="Milestone",
        max_length=200,
        help_text=f"What is to be in place, in a few words. {THE_BOARD_READS}",
        error_messages={"required": "Write what is to be in place."},
    )
    group = forms.ChoiceField(label="Group", required=False, choices=[("", "All groups"), *groups.CHOICES])
    due = SplitDateField(label="Due", error_messages={"required": "Enter the date by which it is due."})


class NewMilestoneForm(LocalMilestoneForm):
    """A milestone that joins the plan: no date of it has moved yet."""

    fields_of_row = tuple(name for name in LOCAL_FIELDS if name not in ("override", "override_reason", "done_on"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in ("override", "override_reason", "done_on", "reason"):
            del self.fields[name]


class MilestoneFilters(forms.Form):
    """Which milestones are listed."""

    is_filter = True

    status = forms.ChoiceField(label="Status", required=False, choices=Filter.choices)

    def chosen(self) -> Filter:
        """The status asked for; everything in the plan while the address names none that is known."""
        return Filter(self.cleaned_data.get("status") or "") if self.is_valid() else Filter.IN_FORCE
