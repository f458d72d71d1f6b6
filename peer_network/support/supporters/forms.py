"""Forms of the directory."""

from django import forms

from peer_network.models import Experience, SupporterProfile
from peer_network.models.supporters import LONGEST_ABOUT
from tenants import groups
from ui.forms.presenter import LINES_OF_A_TEXT

BY_SLUG = [(group.slug, group.name) for group in groups.GROUPS]


class ProfileForm(forms.Form):
    """What a peer supporter says of themselves."""

    said = ("about", "can_help")

    about = forms.CharField(
        label="About you",
        max_length=LONGEST_ABOUT,
        widget=forms.Textarea(attrs={"data-rows": LINES_OF_A_TEXT}),
        help_text="A few sentences, as you would say them to a friend. Please leave out where you live, your real "
        "name, your phone number and your e-mail.",
        error_messages={"required": "Say a little about yourself. One sentence is enough."},
    )
    can_help = forms.CharField(
        label="What you can help with",
        max_length=LONGEST_ABOUT,
        widget=forms.Textarea(attrs={"data-rows": LINES_OF_A_TEXT}),
        error_messages={"required": "Say one thing that you can help with."},
    )
    groups = forms.MultipleChoiceField(
        label="Who you know well", choices=groups.CHOICES, required=False, widget=forms.CheckboxSelectMultiple
    )
    experience = forms.MultipleChoiceField(
        label="What you know from your own life",
        choices=Experience.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Tick only what you are happy for members to read.",
    )

    def __init__(self, *args, row: SupporterProfile | None = None, **options) -> None:
        initial = {name: getattr(row, name) for name in self.base_fields} if row else {}
        super().__init__(*args, initial=initial, **options)


class SwitchForm(forms.Form):
    """Whether one is in the directory, and takes new people."""

    is_listed = forms.BooleanField(label="Show me in the directory", required=False)
    takes_new = forms.BooleanField(label="I can take new people just now", required=False)


class DirectoryFilters(forms.Form):
    """Which peer supporters are listed; the address keeps the choice. Never by place."""

    is_filter = True

    group = forms.ChoiceField(label="Who they know well", required=False, choices=[("", "Everybody"), *BY_SLUG])
    experience = forms.ChoiceField(
        label="What they know from their own life", required=False, choices=[("", "Anything"), *Experience.choices]
    )
    taking = forms.ChoiceField(label="New people", required=False, choices=[("", "All"), ("1", "Takes new people now")])

    def chosen(self) -> dict[str, str]:
        """What was chosen, by name, the group as its key; nothing where the address holds what is not there."""
        self.is_valid()
        found = {name: value for name, value in getattr(self, "cleaned_data", {}).items() if value}
        if "group" in found:
            found["group"] = groups.BY_SLUG[found["group"]].key
        return found
