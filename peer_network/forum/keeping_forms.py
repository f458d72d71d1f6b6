"""The form of a space."""

from typing import Any

from django import forms

from peer_network.models import Space
from tenants import groups
from tenants.models import Area

WORDS = ("title", "about", "kind", "group", "area", "entry", "order")


class SpaceForm(forms.Form):
    """A space; with `space`, one that there is, whose name in addresses stays."""

    title = forms.CharField(label="Name", max_length=80, error_messages={"required": "Give the space a name."})
    slug = forms.SlugField(
        label="Name in addresses",
        max_length=60,
        help_text="Small letters, digits and hyphens, for example tea-room. It can’t be changed later.",
        error_messages={
            "required": "Give it a name for addresses.",
            "invalid": "Use small letters, digits and hyphens only.",
        },
    )
    about = forms.CharField(
        label="What is it for?",
        max_length=300,
        widget=forms.Textarea(attrs={"data-rows": 3}),
        error_messages={"required": "Say in a sentence what it is for."},
    )
    kind = forms.ChoiceField(label="Which kind?", choices=Space.Kind.choices, widget=forms.RadioSelect)
    group = forms.ChoiceField(label="For which group?", choices=[("", "No group"), *groups.CHOICES], required=False)
    area = forms.ModelChoiceField(label="About which area?", queryset=Area.objects.none(), required=False)
    entry = forms.ChoiceField(label="Who may come in?", choices=Space.Entry.choices, widget=forms.RadioSelect)
    order = forms.IntegerField(label="Place in the list", min_value=0, max_value=1000, initial=100)
    is_closed = forms.BooleanField(label="Close it: members can read it, and not write in it", required=False)

    def __init__(self, *args: Any, space: Space | None = None, **options: Any) -> None:
        initial = {name: getattr(space, name) for name in WORDS} | {"is_closed": bool(space.closed_at)} if space else {}
        super().__init__(*args, initial=initial, **options)
        self.fields["area"].queryset = Area.objects.all()
        self.fields["area"].empty_label = "No area"
        del self.fields["slug" if space else "is_closed"]

    def clean_slug(self) -> str:
        """A name in addresses stands for one space."""
        slug = self.cleaned_data["slug"]
        if Space.objects.filter(slug=slug).exists():
            raise forms.ValidationError("Another space has this name in addresses. Choose another.")
        return slug

    def clean(self) -> dict[str, Any]:
        """A space for a group says which, one about an area too, and no other space does."""
        cleaned = super().clean() or {}
        for field, kind, words in (("group", "group", "Choose the group."), ("area", "area", "Choose the area.")):
            if cleaned.get("kind") == kind and not cleaned.get(field):
                self.add_error(field, words)
            elif cleaned.get("kind") != kind:
                cleaned[field] = "" if field == "group" else None
        return cleaned

    def values(self) -> dict[str, Any]:
        """What was given, by the names of the space's fields."""
        return {name: value for name, value in self.cleaned_data.items() if name != "is_closed"}
