"""The forms of representations."""

from django import forms

from accounts.representing import scopes
from accounts.representing.models import Evidence, Kind
from ui.forms import SplitDateField


class RepresentationForm(forms.Form):
    """What an area lead records after seeing the papers."""

    person = forms.EmailField(
        label="For whom: their e-mail address",
        help_text="They have an account in your area.",
        error_messages={"required": "Enter the e-mail address of the person."},
    )
    representative = forms.EmailField(
        label="Who acts: their e-mail address",
        help_text="They have an account of their own. They never use the other person’s sign-in.",
        error_messages={"required": "Enter the e-mail address of whoever acts."},
    )
    kind = forms.ChoiceField(
        label="As what",
        choices=[("", "Choose"), *Kind.choices],
        error_messages={"required": "Choose as what they act."},
    )
    scope = forms.MultipleChoiceField(
        label="What they may do",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one thing that they may do."},
    )
    evidence = forms.ChoiceField(
        label="Paper that you saw",
        help_text="We keep which paper it was, never the paper.",
        choices=[("", "Choose"), *Evidence.choices],
        error_messages={"required": "Choose the paper that you saw."},
    )
    evidence_seen_on = SplitDateField(label="When you saw it")
    starts = SplitDateField(label="First day")
    ends = SplitDateField(
        label="Last day",
        help_text="For a parent: the day before the child is 18 at the latest. Otherwise within three years.",
    )

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        self.fields["scope"].choices = [(each.slug, each.label) for each in scopes.every()]


class EndForm(forms.Form):
    """Why it ends."""

    reason = forms.CharField(
        label="Why does it end?",
        help_text="A few words. Write no health details.",
        max_length=300,
        error_messages={"required": "Say why it ends, in a few words."},
    )
