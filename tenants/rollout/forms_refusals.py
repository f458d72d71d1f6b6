"""Dealing with somebody's report that they were refused."""

from django import forms


class OutcomeForm(forms.Form):
    """What was done about it."""

    outcome = forms.CharField(
        label="What was done?",
        max_length=500,
        widget=forms.Textarea(attrs={"data-rows": 4}),
        help_text="For the area's lead alone. Such as: phoned back, a first talk is on 3 August. Leave out names.",
        error_messages={"required": "Say what was done."},
    )
