"""Forms of members who ask, and of whoever writes for the board."""

import datetime
from typing import Any

from django import forms

from peer_network.heard.presenters import STAGES
from peer_network.heard.rules import TOO_FEW
from peer_network.models import ThemeAnswer
from peer_network.models.themes import FEWEST_NEEDED, LONGEST_ANSWER, LONGEST_SUMMARY, LONGEST_TITLE, MOST_NEEDED
from ui.forms import SplitDateField


def box(label: str, *, hint: str = "", rows: int = 5, longest: int = LONGEST_ANSWER, **options: Any) -> forms.CharField:
    """A box for some sentences."""
    messages = {"required": "Write a sentence or two.", "max_length": f"Use up to {longest:,} letters."}
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(
        label=label, help_text=hint, max_length=longest, widget=widget, error_messages=messages, **options
    )


class ThemeForm(forms.Form):
    """What a member asks the board."""

    title = forms.CharField(
        label="What should the board look at?",
        max_length=LONGEST_TITLE,
        help_text="A few words. For example: “Letters that people can read”.",
        error_messages={"required": "Say in a few words what you ask."},
    )
    summary = box(
        "What do people tell, and what would help?",
        hint="In your own words, for many people. Don’t name anybody, and don’t copy what others wrote.",
        longest=LONGEST_SUMMARY,
        rows=6,
    )


class Filters(forms.Form):
    """Themes by where they stand."""

    is_filter = True

    stage = forms.ChoiceField(label="Show", choices=[("", "All"), *STAGES.items()], required=False)


class RuleForm(forms.Form):
    """How many supporters a theme needs."""

    number = forms.IntegerField(
        label="How many supporters does a theme need?",
        min_value=FEWEST_NEEDED,
        max_value=MOST_NEEDED,
        widget=forms.TextInput(attrs={"class": "nhsuk-input--width-4", "inputmode": "numeric"}),
        error_messages={
            "required": "Enter a number.",
            "invalid": "Enter a whole number.",
            "min_value": TOO_FEW,
            "max_value": TOO_FEW,
        },
    )
    reason = box("Why?", hint="Members and the board read this.", longest=500, rows=3)


class AnswerForm(forms.Form):
    """The board's answer."""

    kind = forms.ChoiceField(
        label="The board’s answer",
        choices=ThemeAnswer.Kind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose the board’s answer."},
    )
    heard = box("What we heard", hint="In plain words, so that members see that they were understood.")
    doing = box("What we will do", hint="Leave it open where the answer is no.", required=False)
    done_by = SplitDateField(label="By when?", required=False)
    why_not = box("Why not, or not all of it", required=False)
    changed_because = forms.CharField(label="Why is the answer changed?", max_length=500)

    def __init__(self, *args: Any, is_changed: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        if not is_changed:
            del self.fields["changed_because"]

    def clean(self) -> dict[str, Any]:
        """A yes says what and by when; a no says why."""
        cleaned = super().clean() or self.cleaned_data
        kind = cleaned.get("kind")
        if kind == ThemeAnswer.Kind.NO and not cleaned.get("why_not", "").strip():
            self.add_error("why_not", "Say why not.")
        if kind in (ThemeAnswer.Kind.YES, ThemeAnswer.Kind.PARTLY):
            if not cleaned.get("doing", "").strip():
                self.add_error("doing", "Say what will be done.")
            if "done_by" not in self.errors and not isinstance(cleaned.get("done_by"), datetime.date):
                self.add_error("done_by", "Say by when, for example 27 9 2015.")
        return cleaned


class UpdateForm(forms.Form):
    """What came of an answer."""

    words = box("What came of it?", hint="What is different now for people, or why it takes longer.")
