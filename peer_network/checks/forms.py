"""Forms of the word lists."""

from typing import Any

from django import forms

from peer_network.checks.errors import WouldHoldOrdinaryPosts
from peer_network.checks.lists import Line, List
from peer_network.models import Member
from peer_network.models.posts import LONGEST_POST


class Filters(forms.Form):
    """Lines by list, by use, and by words in them."""

    is_filter = True

    list = forms.ChoiceField(label="List", choices=[("", "All"), *List.choices], required=False)
    state = forms.ChoiceField(
        label="Which",
        choices=[("", "In use"), ("changed", "Changed here"), ("off", "Switched off"), ("all", "All")],
        required=False,
    )
    words = forms.CharField(label="Words", max_length=60, required=False)


class LineForm(forms.Form):
    """One line of a list."""

    list = forms.ChoiceField(
        label="Which list?", choices=[("", "Choose"), *List.choices], error_messages={"required": "Choose a list."}
    )
    name = forms.CharField(
        label="Name of the group, or family of the hint",
        max_length=30,
        required=False,
        help_text="For a group of words, and for a hint. Hints of one family count once.",
    )
    points = forms.IntegerField(
        label="Points of the hint",
        required=False,
        help_text="For a hint only: 1 for a faint one, 2 for a clear one, 3 for one that is enough alone. "
        "Below nought (for example -2) where the words speak against a crisis.",
    )
    pattern = forms.CharField(
        label="Words to find",
        max_length=1_500,
        widget=forms.Textarea(attrs={"data-rows": 3}),
        help_text="For example: better off without me|us. For a site, its name alone.",
        error_messages={"required": "Write the words to find."},
    )
    unless = forms.CharField(
        label="Not where these stand near it",
        max_length=3_000,
        required=False,
        widget=forms.Textarea(attrs={"data-rows": 3}),
        help_text="One to a line. For example: training",
    )
    is_active = forms.BooleanField(label="In use", required=False, initial=True)
    why = forms.CharField(
        label="Why do you change it?",
        max_length=300,
        help_text="Other moderators read this. No names, please.",
        error_messages={"required": "Say why, in a few words."},
    )
    anyway = forms.BooleanField(label="Keep it, even where ordinary sentences are met", required=False)

    def __init__(self, *args: Any, line: Line | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.line = line
        if line is not None:
            facts = {"list": line.list, "name": line.name, "points": line.points or None}
            facts |= {"pattern": line.pattern, "is_active": line.is_active}
            self.initial = {**facts, "unless": line.unless.replace(";", "\n")}
            del self.fields["list"]
            if line.list not in (List.GROUPS, List.CRISIS_HINTS):
                del self.fields["name"]
            if line.list != List.CRISIS_HINTS:
                del self.fields["points"]
        if not self.is_bound:
            del self.fields["anyway"]

    def clean_points(self) -> int:
        """Nothing written is nought."""
        return self.cleaned_data["points"] or 0

    def refused(self, error: Any) -> None:
        """Show why the line isn't kept, at its field."""
        self.add_error(error.field if error.field in self.fields else None, str(error))
        if not isinstance(error, WouldHoldOrdinaryPosts):
            del self.fields["anyway"]


class TryForm(forms.Form):
    """A text to look at. It is not kept."""

    text = forms.CharField(
        label="A text",
        max_length=LONGEST_POST,
        widget=forms.Textarea(attrs={"data-rows": 8}),
        help_text="Nothing of it is kept, and nobody else sees it.",
        error_messages={"required": "Write or paste a text."},
    )
    standing = forms.ChoiceField(
        label="Written by a member who is", choices=Member.Standing.choices, initial=Member.Standing.KNOWN
    )
