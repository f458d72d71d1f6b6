"""What somebody looks for: words and filters, which stand in the address alone."""

from decimal import Decimal
from functools import lru_cache
from typing import Any

from django import forms
from django.http import QueryDict

from find.words import MAX_LETTERS
from market import words
from tenants import groups

MOST_POUNDS = 100_000
COMES = [
    ("", "Anywhere"),
    ("town", "They come to me, in a town or city"),
    ("village", "They come to me, in a village or the countryside"),
    ("remote", "By telephone or video"),
]
SORTS = [
    ("best", "Best match"),
    ("price", "Lowest price"),
    ("newest", "Newest"),
    ("soonest", "Shortest wait"),
]
# What most people choose by; the rest stands behind “More choices”.
FIRST = ("q", "need", "area", "come", "sort")
# Filters that a search without result may do without, in the order in which to leave them out.
WIDENED = (
    "q", "price", "language", "access", "mechanism", "times", "availability", "come", "group", "area", "need",
)  # fmt: skip


def _any(words_: str, choices: Any) -> list[tuple[str, str]]:
    return [("", words_), *choices]


class FindForm(forms.Form):
    """The words, and what to narrow by. Unknown values in the address leave nothing out and are told of."""

    is_filter = True

    q = forms.CharField(
        label="What are you looking for?",
        required=False,
        max_length=MAX_LETTERS,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    need = forms.ChoiceField(label="Kind of support", required=False, choices=_any("Every kind", words.Need.choices))
    area = forms.ChoiceField(label="Area", required=False)
    come = forms.ChoiceField(label="Who can come to me?", required=False, choices=COMES)
    group = forms.ChoiceField(label="For whom", required=False, choices=_any("Everybody", groups.CHOICES))
    availability = forms.ChoiceField(label="How often", required=False, choices=_any("Any", words.Availability.choices))
    times = forms.ChoiceField(label="When", required=False, choices=_any("Any time", words.Time.choices))
    mechanism = forms.ChoiceField(label="How you pay", required=False, choices=_any("Any way", words.Mechanism.choices))
    language = forms.ChoiceField(label="Language", required=False, choices=_any("Any language", words.Language.choices))
    unit = forms.ChoiceField(label="Price for", required=False, choices=_any("Any price", words.Unit.choices))
    most = forms.DecimalField(
        label="Price up to",
        required=False,
        min_value=Decimal("0.01"),
        max_value=MOST_POUNDS,
        decimal_places=2,
        widget=forms.NumberInput(attrs={"data-prefix": "£", "class": "nhsuk-input--width-5"}),
        error_messages={"invalid": "Enter an amount in pounds, for example 15 or 14.50."},
    )
    access = forms.MultipleChoiceField(
        label="What makes it easier for you",
        required=False,
        choices=words.Access.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    sort = forms.ChoiceField(label="Show first", required=False, choices=SORTS)

    def __init__(self, data: Any, *, areas: dict[str, str]) -> None:
        super().__init__(data)
        self.areas = tuple(areas.items())
        self.fields["area"].choices = _any("Every area", areas.items())

    def clean(self) -> dict[str, Any]:
        """An amount needs to know what it is for: £15 an hour and £15 a night are not the same."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("most") and cleaned.get("unit") in (None, "", words.Unit.FREE):
            self.add_error("most", "Say what the price is for: an hour, a session, a night.")
        return cleaned

    def chosen(self) -> dict[str, Any]:
        """What was chosen, by name, without what was left open or is wrong. Money in pence, as `most_pence`."""
        self.is_valid()
        found = {name: value for name, value in self.cleaned_data.items() if value}
        if "most" in found:
            found["most_pence"] = int(found.pop("most") * 100)
        return found

    def first(self) -> list[str]:
        """The fields that everybody sees, drawn."""
        return [self._drawn(name) for name in FIRST]

    def more(self) -> list[str]:
        """The fields behind “More choices”, drawn."""
        return [self._drawn(name) for name in self.fields if name not in FIRST]

    def _drawn(self, name: str) -> str:
        """The field as HTML. Lists of choices look alike for everybody who chose the same, and are drawn once."""
        if isinstance(self.fields[name], forms.ChoiceField) and name not in self.errors:
            chosen = self[name].value() or ()
            return drawn_choices(name, (chosen,) if isinstance(chosen, str) else tuple(chosen), self.areas)
        return self[name].as_field_group()

    def is_more_used(self) -> bool:
        """Whether one of these was chosen, so that they have to be seen."""
        return any(self[name].value() for name in self.fields if name not in FIRST) or bool(self.errors)


@lru_cache(maxsize=500)
def drawn_choices(name: str, chosen: tuple[str, ...], areas: tuple[tuple[str, str], ...]) -> str:
    """A list of choices as HTML, with these chosen. Kept in this process: they take half of a page's time."""
    data = QueryDict(mutable=True)
    data.setlist(name, list(chosen))
    return FindForm(data, areas=dict(areas))[name].as_field_group()
