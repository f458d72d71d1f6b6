"""Narrowing the audit list."""

from typing import Any

from django import forms

from audit import registry
from ui.forms import SplitDateField


class AuditFilters(forms.Form):
    """By kind, action, person, thing and days; all of them optional."""

    is_filter = True

    kind = forms.ChoiceField(label="Kind", required=False)
    action = forms.ChoiceField(label="What was done", required=False)
    person = forms.CharField(label="Who did it", help_text="Part of a name or e-mail address", required=False)
    thing = forms.CharField(label="To what or whom", help_text="Part of its name, or its whole id", required=False)
    first_day = SplitDateField(label="From", required=False)
    last_day = SplitDateField(label="Until", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [("", "Any"), *registry.KIND_WORDS.items()]
        self.fields["action"].choices = [("", "Anything"), *registry.all_actions().items()]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, last = cleaned.get("first_day"), cleaned.get("last_day")
        if first and last and last < first:
            self.add_error("last_day", "“Until” must be the same day as “From” or later")
        return cleaned

    def chosen(self) -> dict[str, Any]:
        """What to narrow by; nothing while the form has faults."""
        return {name: value for name, value in self.cleaned_data.items() if value} if self.is_valid() else {}
