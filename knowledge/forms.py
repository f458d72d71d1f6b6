"""Asking for a review, answering it, and explaining what the accessibility check found."""

from typing import Any

from django import forms

from knowledge.coproduction import roles

LONGEST_NAME = 100  # characters
AGREE, CHANGE = "agree", "change"


class AskForm(forms.Form):
    """Whom to ask, and for which experience."""

    email = forms.EmailField(
        label="Their e-mail address",
        max_length=254,
        help_text="They get a private link that works for 28 days. They need no account.",
        error_messages={
            "required": "Enter the e-mail address of the person you ask.",
            "invalid": "Enter an e-mail address like name@example.com.",
        },
    )
    role = forms.ChoiceField(
        label="What have they lived through?",
        choices=roles.LIVED_EXPERIENCE_CHOICES,
        widget=forms.RadioSelect,
        help_text="They can say it differently themselves.",
        error_messages={"required": "Choose what they have lived through."},
    )


class AnswerForm(forms.Form):
    """What a reviewer thinks of a page."""

    decision = forms.ChoiceField(
        label="What do you think?",
        choices=[(AGREE, "I agree with this page"), (CHANGE, "Something should change")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose one of the two."},
    )
    words = forms.CharField(
        label="What should change, or what would you like to say?",
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"data-rows": 5}),
        help_text="Only the people who write the page read this.",
    )
    role = forms.ChoiceField(
        label="Which of these are you?",
        choices=roles.LIVED_EXPERIENCE_CHOICES,
        widget=forms.RadioSelect,
        help_text="The page says this, and not your name, unless you want it to.",
        error_messages={"required": "Choose the one that fits best."},
    )
    name = forms.CharField(label="Your name", max_length=LONGEST_NAME, required=False)
    may_be_named = forms.BooleanField(
        label="Put my name on the page", required=False, help_text="You can ask for it to be taken off later."
    )
    revision = forms.IntegerField(widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        """A change needs words, and a name on the page needs a name."""
        found = super().clean() or {}
        if found.get("decision") == CHANGE and not found.get("words", "").strip():
            self.add_error("words", "Say what should change. A few words are enough.")
        if found.get("may_be_named") and not found.get("name", "").strip():
            self.add_error("name", "Write your name as the page should show it, or take the tick away.")
        return found

    @property
    def shown_name(self) -> str:
        """The name for the page: none without the tick, whatever was typed."""
        return self.cleaned_data["name"].strip() if self.cleaned_data["may_be_named"] else ""


class ExplainForm(forms.Form):
    """Why something that the check found is right as it is."""

    why = forms.CharField(
        label="Why is it right as it is?",
        max_length=400,
        help_text="Mend it in the editor if you can. This is for what has to stay.",
        widget=forms.Textarea(attrs={"data-rows": 3}),
        error_messages={"required": "Say why it is right as it is."},
    )


class StartVersionForm(forms.Form):
    """Which other version of a resource to begin; `choices` are those that it hasn't."""

    version = forms.ChoiceField(
        label="Which version?",
        help_text="Easy Read begins empty. A translation begins with the words of the page, to be translated.",
        error_messages={"required": "Choose Easy Read or a language."},
    )

    def __init__(self, *args: Any, choices: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["version"].choices = [("", "Choose one"), *choices]
