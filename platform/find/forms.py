"""The search form: words, and one list for each facet that has something to choose."""

from typing import Any

from django import forms

from find.queries import FacetChoices
from find.words import MAX_LETTERS


class SearchForm(forms.Form):
    """The words, and the facets of their results."""

    is_filter = True

    q = forms.CharField(
        label="Words to search for",
        required=False,
        max_length=MAX_LETTERS,
        widget=forms.TextInput(attrs={"type": "search"}),
    )

    def __init__(self, data: Any, facets: list[FacetChoices]) -> None:
        super().__init__(data)
        for each in facets:
            chosen = data.get(each.facet.key, "")
            if len(each.choices) < 2 and not chosen:
                continue  # nothing to narrow by
            options = [(c.value.key, f"{c.value.label} ({c.count})") for c in each.choices]
            if chosen and chosen not in dict(options):
                options.append((chosen, "No such results"))
            self.fields[each.facet.key] = forms.ChoiceField(
                label=each.facet.label, required=False, choices=[("", "All"), *options]
            )
