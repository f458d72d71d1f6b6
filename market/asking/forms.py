"""Forms of people who ask, of providers who answer, and of commissioners who read."""

from typing import Any

from django import forms

from market.models import Feedback, MessageReport
from market.models.enquiries import LONGEST_MESSAGE, LONGEST_REPORT
from market.models.feedback import LONGEST_FEEDBACK, Reason

SHOW = "show"


def box(label: str, *, longest: int, hint: str = "", rows: int = 5, **options: Any) -> forms.CharField:
    """A box for some sentences."""
    messages = {"required": "Write something first.", "max_length": f"Use up to {longest:,} letters."}
    widget = forms.Textarea(attrs={"rows": rows, **options.pop("attrs", {})})
    return forms.CharField(
        label=label, help_text=hint, max_length=longest, widget=widget, error_messages=messages, **options
    )


class NameForm(forms.Form):
    """The name by which providers know somebody."""

    name = forms.CharField(
        label="What should providers call you?",
        help_text="It can be a first name or a made-up name. Take another one than in the peer network.",
        max_length=40,
        error_messages={"required": "Choose a name.", "max_length": "Use up to 40 letters."},
        widget=forms.TextInput(attrs={"data-legend": "l", "autocomplete": "off", "class": "nhsuk-input--width-20"}),
    )


class AskForm(forms.Form):
    """The first message."""

    words = box(
        "What would you like to know?",
        hint="Say what you need, where, and when. Don’t write bank details, or your NHS number.",
        longest=LONGEST_MESSAGE,
        rows=8,
        attrs={"data-legend": "l"},
    )


class MessageForm(forms.Form):
    """One more message."""

    words = box("Your message", longest=LONGEST_MESSAGE, hint="Don’t write bank details, or an NHS number.")


class ShareForm(forms.Form):
    """What a buyer chooses to show."""

    name = forms.CharField(label="Your name", max_length=150, required=False)
    email = forms.EmailField(
        label="E-mail address",
        required=False,
        error_messages={"invalid": "Enter an e-mail address like name@example.com, or leave it empty."},
    )
    telephone = forms.CharField(
        label="Telephone number",
        max_length=30,
        required=False,
        widget=forms.TextInput(attrs={"class": "nhsuk-input--width-20"}),
    )

    def clean(self) -> dict[str, Any]:
        """One thing at least."""
        cleaned = super().clean() or self.cleaned_data
        if not self.errors and not any(value.strip() for value in cleaned.values()):
            raise forms.ValidationError("Fill in at least one of these, or go back.")
        return cleaned


class ReportForm(forms.Form):
    """What isn't right about a message."""

    reason = forms.ChoiceField(
        label="What isn’t right?",
        choices=MessageReport.Reason.choices,
        widget=forms.RadioSelect(attrs={"data-legend": "l"}),
        error_messages={"required": "Choose what isn’t right."},
    )
    words = box("Is there more to say?", longest=LONGEST_REPORT, rows=3, required=False)


class DecideForm(forms.Form):
    """What a commissioner decides about a reported message."""

    decision = forms.ChoiceField(
        label="What happens with the message?",
        choices=[("hide", "Hide it from both"), ("keep", "Let it stand")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what happens with the message."},
    )
    note = box("Why?", hint="Whoever reported it reads this.", longest=LONGEST_REPORT, rows=3)


class FeedbackForm(forms.Form):
    """Whether it helped."""

    helped = forms.ChoiceField(
        label="Did they help you?",
        choices=Feedback.Helped.choices,
        widget=forms.RadioSelect(attrs={"data-legend": "l"}),
        error_messages={"required": "Choose yes, partly or no."},
    )
    words = box(
        "What should others know?",
        hint="You can say what was bad, too. Don’t name anybody, and don’t write about your health.",
        longest=LONGEST_FEEDBACK,
        required=False,
    )


class AnswerForm(forms.Form):
    """A provider's answer to feedback."""

    words = box(
        "Your answer",
        hint="Everybody can read it, once a commissioner has. Don’t name anybody, and don’t guess who it was.",
        longest=LONGEST_FEEDBACK,
    )


class ReadForm(forms.Form):
    """Whether words are shown; if not, why not."""

    reason = forms.ChoiceField(
        label="Is it shown?",
        choices=[(SHOW, "Show it"), *[(key, f"Not shown: {words}") for key, words in Reason.choices]],
        widget=forms.RadioSelect,
        help_text="That feedback is critical is no reason to hold it back.",
        error_messages={"required": "Choose whether it is shown."},
    )
    note = box("A word to whoever wrote it", longest=LONGEST_REPORT, rows=3, required=False)

    @property
    def refused_for(self) -> str:
        """The reason; empty where it is shown."""
        return "" if self.cleaned_data["reason"] == SHOW else self.cleaned_data["reason"]


class EnquiryFilters(forms.Form):
    """A provider's enquiries by where they stand."""

    is_filter = True
    state = forms.ChoiceField(
        label="Show",
        choices=[("", "All"), ("waiting", "To answer"), ("answered", "Answered"), ("closed", "Closed")],
        required=False,
    )
