"""What somebody says who has read a resource again."""

import datetime
from typing import Any

from django import forms

from config.today import today
from ui.forms import SplitDateField

RIGHT, CHANGE = "right", "change"
USUAL = datetime.timedelta(days=365)
AT_MOST = datetime.timedelta(days=3 * 366)  # longer ago nobody remembers why it says what it says


class ReviewForm(forms.Form):
    """Right until another day, or to be changed and why."""

    answer = forms.ChoiceField(
        label="What do you think of it now?",
        choices=[(RIGHT, "It is right as it is"), (CHANGE, "It has to change")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose one of the two."},
    )
    next_on = SplitDateField(
        label="If it is right: when should it be read again?",
        required=False,
        help_text="Within three years. A year is usual.",
    )
    words = forms.CharField(
        label="If it has to change: what is wrong?",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"data-rows": 4}),
        help_text="The knowledge editors read this.",
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, initial={"next_on": today() + USUAL})

    def clean(self) -> dict[str, Any]:
        """A day that is to come for what is right, words for what is not."""
        found = super().clean() or {}
        day, answer = found.get("next_on"), found.get("answer")
        if answer == RIGHT and "next_on" not in self.errors and (day is None or not today() < day <= today() + AT_MOST):
            self.add_error("next_on", "Enter a day within the next three years.")
        if answer == CHANGE and not found.get("words", "").strip():
            self.add_error("words", "Say what is wrong. A few words are enough.")
        return found
