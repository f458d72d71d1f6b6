"""Narrowing the list, and choosing how to hear of each kind."""

from typing import Any

from django import forms

from notify import queries, registry
from notify.registry import Way

WORDS = {
    Way.PAGE: "On this site only",
    Way.AT_ONCE: "By e-mail, at once",
    Way.DAILY: "By e-mail, in a summary each day",
    Way.WEEKLY: "By e-mail, in a summary each Monday",
    Way.NONE: "Not at all",
}


class Filters(forms.Form):
    """By whether it is read, and by kind; the kinds are those of which the person has something."""

    is_filter = True

    state = forms.ChoiceField(
        label="Show", required=False, choices=[("", "All"), ("unread", "New only"), ("read", "Read only")]
    )
    kind = forms.ChoiceField(label="About", required=False)

    def __init__(self, *args: Any, kinds: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = sorted((registry.label_of(key), key) for key in kinds)
        self.fields["kind"].choices = [("", "Anything"), *((key, label) for label, key in named)]

    def chosen(self) -> dict[str, Any]:
        """What to narrow by; nothing while the form has faults."""
        return {name: value for name, value in self.cleaned_data.items() if value} if self.is_valid() else {}


class ChoicesForm(forms.Form):
    """One question for each kind that concerns the person."""

    def __init__(self, *args: Any, access: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ways = queries.ways_of(access.user)
        self.kinds = [kind for kind in registry.all_kinds() if kind.concerns(access)]
        for kind in self.kinds:
            self.fields[kind.key] = forms.ChoiceField(
                label=kind.label,
                help_text=kind.describes,
                choices=[(way.value, WORDS[way]) for way in kind.ways],
                initial=ways[kind.key].value,
                error_messages={"required": "Choose one of the ways."},
            )

    def ways(self) -> dict[str, Way]:
        """The choice for each kind."""
        return {kind.key: Way(self.cleaned_data[kind.key]) for kind in self.kinds}
