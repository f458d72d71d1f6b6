"""Forms of whoever reads what is needed."""

from typing import Any

from django import forms


class AreaFilter(forms.Form):
    """One area of several."""

    is_filter = True
    area = forms.ChoiceField(label="Area", required=False)

    def __init__(self, *args: Any, areas: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["area"].choices = [("", "All areas"), *((area.slug, area.name) for area in areas)]
