"""The words, filters and order of a list of resources."""

from typing import Any

from django import forms

from find.forms import SearchForm
from knowledge.finding.library import BY_TITLE, NEWEST, Library


class LibraryForm(SearchForm):
    """As the search's form, with an order."""

    def __init__(self, data: Any, library: Library) -> None:
        super().__init__(data, library.facets)
        by_title = (BY_TITLE, "By title")
        newest = (NEWEST, "Newest first")
        orders = [("", "Best match first"), newest, by_title] if library.words else [("", "Newest first"), by_title]
        self.fields["sort"] = forms.ChoiceField(label="In which order", required=False, choices=orders)
