"""Proposing a resource, and answering a proposal."""

from typing import Any

from django import forms

from knowledge.coproduction import roles
from knowledge.models.proposals import KIND_CHOICES
from tenants import groups

LONGEST_NAME = 100  # characters
ANY_KIND = "I don’t know yet"


class ProposeForm(forms.Form):
    """What somebody would like to have, for whom, and how they wish to be credited."""

    title = forms.CharField(
        label="What should it be called?",
        max_length=120,
        help_text="A few words. The title can change later.",
        error_messages={"required": "Give it a title. It can change later."},
    )
    helps = forms.CharField(
        label="What would it help with?",
        max_length=2000,
        widget=forms.Textarea(attrs={"data-rows": 6}),
        help_text="Say what is hard today, and what you would have liked to know. You don’t have to write it well. "
        "Leave out names, and what might show who somebody is.",
        error_messages={"required": "Say what it would help with. A sentence is enough."},
    )
    kind = forms.ChoiceField(
        label="What kind of thing is it?", choices=[("", ANY_KIND), *KIND_CHOICES], required=False, initial=""
    )
    groups = forms.MultipleChoiceField(
        label="Who is it for?",
        choices=groups.CHOICES,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Tick none if it is for everybody.",
    )
    role = forms.ChoiceField(
        label="Which of these are you?",
        choices=roles.CHOICES,
        widget=forms.RadioSelect,
        help_text="If it is published, the page says that somebody in this role proposed it.",
        error_messages={"required": "Choose the one that fits best."},
    )
    may_be_named = forms.BooleanField(label="Put my name on the page too", required=False)
    name = forms.CharField(label="Your name, as the page should show it", max_length=LONGEST_NAME, required=False)

    def clean(self) -> dict[str, Any]:
        """A name on the page needs a name; without the tick what was typed is left out."""
        found = super().clean() or {}
        if found.get("may_be_named") and not found.get("name", "").strip():
            self.add_error("name", "Write your name as the page should show it, or take the tick away.")
        return found

    @property
    def values(self) -> dict[str, Any]:
        """What `actions.propose` takes."""
        found = dict(self.cleaned_data)
        if not found.pop("may_be_named"):
            found["name"] = ""
        return found


class TakeUpForm(forms.Form):
    """As which kind a draft is begun."""

    kind = forms.ChoiceField(
        label="Begin a draft of this kind",
        choices=KIND_CHOICES,
        error_messages={"required": "Choose a kind.", "invalid_choice": "Choose a kind."},
    )


class DeclineForm(forms.Form):
    """Why a proposal isn't taken up."""

    reason = forms.CharField(
        label="Why is it not taken up?",
        max_length=1000,
        widget=forms.Textarea(attrs={"data-rows": 4}),
        help_text="Whoever proposed it reads this. Thank them, say why, and say where they can find help meanwhile.",
        error_messages={"required": "Say why. Whoever proposed it reads your answer."},
    )
