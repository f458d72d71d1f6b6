"""Writing down a consent, and taking one back."""

from django import forms

from knowledge.consents import choices
from ui.forms import SplitDateField

LONGEST_WHY = 500  # characters


class ConsentForm(forms.Form):
    """What somebody agreed to, how, and until when."""

    given_by = forms.ChoiceField(
        label="Who agreed?",
        choices=choices.SPEAKERS,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose who agreed."},
    )
    how = forms.ChoiceField(
        label="How did they say it?",
        choices=choices.WAYS_TO_CHOOSE,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how they said it."},
    )
    scopes = forms.MultipleChoiceField(
        label="Where may the story be told?",
        choices=choices.SCOPES,
        widget=forms.CheckboxSelectMultiple,
        help_text="Tick only what they were asked. To be published here, a story needs one of the first two.",
        error_messages={"required": "Tick where the story may be told."},
    )
    given_on = SplitDateField(label="When did they agree?")
    ends_on = SplitDateField(label="When does it end?", help_text="On this day the story is taken down by itself.")
    email = forms.EmailField(
        label="Their e-mail address",
        required=False,
        help_text="They get a private link to take the story down, and a notice before the end. Without an address, "
        "print the link for them.",
        error_messages={"invalid": "Enter an e-mail address like name@example.com."},
    )


class TakeBackForm(forms.Form):
    """Why a consent is taken back, if anybody wants to say."""

    why = forms.CharField(
        label="Why?",
        max_length=LONGEST_WHY,
        required=False,
        widget=forms.Textarea(attrs={"data-rows": 3}),
        help_text="Nobody has to say.",
    )
