"""Changing an area's plan for a group."""

from typing import Any

from django import forms

from config.today import today
from tenants.rollout.models import PHASES, GroupPlan
from tenants.rollout.plans import EDITABLE_FIELDS
from ui.forms import SplitDateField


class PlanForm(forms.Form):
    """Every field of a plan that the area changes, and why: the reason is kept and shown to those who follow."""

    phase = forms.TypedChoiceField(
        label="Phase",
        choices=[("", "To be confirmed"), *PHASES],
        coerce=int,
        empty_value=None,
        required=False,
        error_messages={"invalid_choice": "Choose phase 1, 2, 3 or 4, or to be confirmed."},
    )
    status = forms.ChoiceField(label="Status", choices=GroupPlan.Status.choices)
    planned_start = SplitDateField(
        label="Planned start", required=False, help_text="When the area is to start with this group."
    )
    actual_start = SplitDateField(label="Started on", required=False, help_text="Leave empty until it has happened.")
    ask_from = SplitDateField(
        label="People can ask from",
        required=False,
        help_text="Public. The day from which people of this group can ask. Whoever follows it is told when it moves.",
    )
    lead = forms.CharField(
        label="Who leads", max_length=120, required=False, help_text="A job title is enough. It is not made public."
    )
    next_step = forms.CharField(label="Next step", max_length=300, required=False)
    next_step_owner = forms.CharField(label="Who does the next step", max_length=120, required=False)
    next_step_due = SplitDateField(label="Next step by", required=False)
    available_now = forms.CharField(
        label="What people can ask for today",
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Public. Write it as you would say it to the person.",
    )
    ask = forms.CharField(
        label="Whom to ask",
        max_length=300,
        required=False,
        help_text="Public. A team with its phone number or e-mail address, not a person's name.",
    )
    reason = forms.CharField(
        label="Why does the plan change?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Public. People who wait for their turn read this.",
        error_messages={"required": "Say why the plan changes. People who wait for their turn read this."},
    )

    def clean(self) -> dict[str, Any]:
        """A start that has happened can't lie in the future of the field's date."""
        cleaned = super().clean() or self.cleaned_data
        started = cleaned.get("actual_start")
        if started and started > today():
            self.add_error("actual_start", "This date is still to come. Write it under planned start instead.")
        return cleaned

    def values(self) -> dict[str, Any]:
        """The fields of the plan, by name."""
        return {name: self.cleaned_data[name] for name in EDITABLE_FIELDS}
