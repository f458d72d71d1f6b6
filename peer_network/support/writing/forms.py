"""What a member agrees to, and what a supporter writes down for them."""

from typing import Any

from django import forms

from config.today import today
from peer_network.models import WritingConsent
from peer_network.models.posts import LONGEST_POST
from peer_network.support.writing.consents import LONGEST
from ui.forms import SplitDateField


class AgreeForm(forms.Form):
    """The member's own consent."""

    scope = forms.ChoiceField(
        label="What may they write for you?",
        choices=WritingConsent.Scope.choices,
        widget=forms.RadioSelect,
        initial=WritingConsent.Scope.REPLIES,
    )
    until = SplitDateField(
        label="Until which day?",
        help_text="You can end it at any time before that.",
        error_messages={"required": "Enter the last day."},
    )
    agrees = forms.BooleanField(
        label="I agree that they write posts under my name here. I see every one, and can take it back.",
        error_messages={"required": "Tick the box if you agree. If you don’t, just leave this page."},
    )

    def clean_until(self) -> Any:
        """From today to a year from now."""
        day = self.cleaned_data["until"]
        if day and not today() <= day <= today() + LONGEST:
            raise forms.ValidationError("Choose a day from today to a year from now.")
        return day


class WriteForm(forms.Form):
    """A reply that is written down for somebody."""

    said = ("body",)

    body = forms.CharField(
        label="What they want to say",
        max_length=LONGEST_POST,
        widget=forms.Textarea(attrs={"data-rows": 8}),
        help_text="In their words, as near as you can.",
        error_messages={"required": "Write down what they want to say."},
    )


class NewTopicForm(WriteForm):
    """A new topic that is written down for somebody."""

    said = ("title", "body")
    field_order = ("title", "body")

    title = forms.CharField(label="Title", max_length=120, error_messages={"required": "Give it a title."})
