"""Making a token."""

import datetime
from typing import Any

from django import forms
from django.utils import timezone

from accounts.access import Access
from api import scopes

DAYS = (("30", "30 days"), ("90", "90 days"), ("365", "A year"))


class TokenForm(forms.Form):
    """What it is for, what it may read, and for how long."""

    name = forms.CharField(
        label="What is it for?",
        help_text="So that you know it again in your list, such as “Monthly figures”.",
        max_length=80,
        error_messages={"required": "Say what the token is for."},
    )
    scopes = forms.MultipleChoiceField(
        label="What may it read?",
        help_text="Choose only what the program needs. It never reads more than you may yourself.",
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Choose at least one thing that the token may read.",
            "invalid_choice": "Your roles do not allow one of these. Choose again.",
        },
    )
    days = forms.ChoiceField(
        label="How long should it work?",
        choices=DAYS,
        initial="90",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how long the token should work."},
    )

    def __init__(self, *args: Any, access: Access, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["scopes"].choices = [(scope.key, scope.words) for scope in scopes.open_to(access)]

    def expires_at(self) -> datetime.datetime:
        """When a token that is made now stops to work."""
        return timezone.now() + datetime.timedelta(days=int(self.cleaned_data["days"]))
