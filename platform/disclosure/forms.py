"""Narrowing the list of releases, and choosing a rule."""

from typing import Any

from django import forms

from disclosure import queries
from disclosure.profiles import PROFILES


class ReleaseFilters(forms.Form):
    """By data set and, among the network's, by who published; both optional."""

    is_filter = True

    def __init__(self, *args: Any, area: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = [(name, name) for name in queries.data_sets(area)]
        self.fields["data_set"] = forms.ChoiceField(
            label="Data set", required=False, choices=[("", "Any data set"), *names]
        )
        if area is None:
            others = [("network", "The whole network"), *queries.areas_that_published()]
            self.fields["area"] = forms.ChoiceField(
                label="Published by", required=False, choices=[("", "Anybody"), *others]
            )

    def chosen(self) -> dict[str, str]:
        """What to narrow by; nothing while the form has faults."""
        if not self.is_valid():
            return {}
        return {"data_set": self.cleaned_data["data_set"], "slug": self.cleaned_data.get("area", "")}


class RuleForm(forms.Form):
    """A rule, and why."""

    rule = forms.ChoiceField(
        label="Which rule do you want?",
        choices=[(profile.name, profile.words) for profile in PROFILES],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose a rule", "invalid_choice": "Choose one of the rules in the list"},
    )
    reason = forms.CharField(
        label="Why?",
        max_length=500,
        help_text="It is kept with the choice.",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say why", "max_length": "Write at most 500 characters"},
    )


class DataSetRuleForm(RuleForm):
    """A rule for a data set, named as it is published."""

    data_set = forms.CharField(
        label="Which data set?",
        max_length=100,
        help_text="Its name as it stands in the list of what was published.",
        error_messages={"required": "Name the data set", "max_length": "Write at most 100 characters"},
    )
    field_order = ("data_set", "rule", "reason")
