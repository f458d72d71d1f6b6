"""The questions of "your turn": where, for whom; following a page; saying that one was refused."""

from typing import Any

from django import forms

from tenants import groups
from tenants.models import Area
from tenants.presenters.words import listed


class PlaceForm(forms.Form):
    """Where somebody lives."""

    area = forms.ChoiceField(
        label="Where do you live?",
        widget=forms.Select(attrs={"data-legend": "l"}),
        error_messages={
            "required": "Choose the place where you live.",
            "invalid_choice": "Choose a place from the list.",
        },
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        areas = Area.objects.active()
        self.fields["area"].choices = [("", "Choose a place"), *((area.slug, place_words(area)) for area in areas)]


class GroupForm(forms.Form):
    """Which of the four groups it is about."""

    group = forms.ChoiceField(
        label="Who is it for?",
        choices=[(group.slug, group.plain_name[0].upper() + group.plain_name[1:]) for group in groups.GROUPS],
        widget=forms.RadioSelect(attrs={"data-legend": "l"}),
        error_messages={"required": "Choose who it is for.", "invalid_choice": "Choose one of the four."},
    )


class FollowForm(forms.Form):
    """An address that wants to hear of changes."""

    email = forms.EmailField(
        label="Your e-mail address",
        max_length=254,
        help_text="We send you a link. Nothing happens until you have pressed the button there.",
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": "Enter your e-mail address.",
            "invalid": "Enter an e-mail address like name@example.com.",
        },
    )


class RefusedForm(forms.Form):
    """What somebody asked for, what happened, and (only if they like) how to reach them."""

    asked_for = forms.CharField(
        label="What did you ask for?",
        max_length=300,
        help_text="Such as: a personal health budget for my son.",
        error_messages={"required": "Say in a few words what you asked for."},
    )
    words = forms.CharField(
        label="What happened?",
        max_length=2000,
        widget=forms.Textarea(attrs={"data-rows": 6}),
        help_text="When did you ask? What did they say? You do not have to name anybody.",
        error_messages={"required": "Say what happened. A few words are enough."},
    )
    contact = forms.CharField(
        label="How can they reach you?",
        max_length=300,
        required=False,
        help_text="A phone number or an e-mail address. You can leave this empty: then nobody can answer you.",
    )


def place_words(area: Area) -> str:
    """The councils as people know them: `Cornwall and Isles of Scilly`; without any, the area's short name."""
    names = [name.removesuffix(" Council").removeprefix("Council of the ") for name in area.local_authorities]
    return listed(names) or area.short_name
