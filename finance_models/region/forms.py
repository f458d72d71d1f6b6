"""Forms of the region: what to compare, and the network's terms."""

from decimal import Decimal
from typing import Any

from django import forms

from finance_models.calc.bands import Bands
from finance_models.money_words import PoundsField
from tenants.returns.models import FinanceTerms
from ui.forms import SplitDateField

SHARES = ("inflation", "growth", "efficiency")


class BenchmarkForm(forms.Form):
    """Which setting and which band to draw."""

    setting = forms.ChoiceField(label="Setting")
    band = forms.ChoiceField(label="Band (age/conditions)")

    def __init__(self, *args: Any, settings: list[tuple[str, str]], bands: list[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        for name, choices in (("setting", settings), ("band", bands)):
            field: Any = self.fields[name]
            field.choices = choices
            field.initial = choices[0][0]

    def chosen(self, name: str) -> str:
        """What was asked for; the first where nothing, or nothing known, was."""
        field: Any = self.fields[name]
        if self.is_bound:
            self.full_clean()
        return self.cleaned_data.get(name, field.initial) if self.is_bound else field.initial


class EdgesField(forms.CharField):
    """Lower edges with commas between, beginning with 0."""

    def prepare_value(self, value: Any) -> Any:
        """`0, 18, 65` for a list."""
        return ", ".join(map(str, value)) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[int]:  # type: ignore[override]
        """The edges; raises ValidationError with how to mend it."""
        parts = [part.strip() for part in super().clean(value).split(",")]
        if not all(part.isdecimal() and len(part) <= 3 for part in parts):
            raise forms.ValidationError("Write whole numbers with commas between, such as 0, 18, 65.")
        edges = [int(part) for part in parts]
        if faults := Bands(tuple(edges), ()).validate():
            words = faults[0].partition(": ")[2]
            raise forms.ValidationError(f"{words[:1].upper()}{words[1:]}.")
        return edges


class TermsForm(forms.Form):
    """The network's terms of finance releases."""

    window_start = SplitDateField(label="First day of the base year")
    window_end = SplitDateField(label="Day after the base year", help_text="For 2013/14 this is 1 April 2014.")
    age_edges = EdgesField(label="Ages from", help_text="The lower edge of each band, such as 0, 18, 65, 75, 85.")
    ltc_edges = EdgesField(label="Long-term conditions from", help_text="Such as 0, 1, 2, 4.")
    truncation_pence = PoundsField(label="Truncation", help_text="What a person costs beyond it is spread over all.")
    inflation = forms.DecimalField(label="Inflation", max_digits=6, decimal_places=3)
    growth = forms.DecimalField(label="Growth", max_digits=6, decimal_places=3)
    efficiency = forms.DecimalField(label="Efficiency", max_digits=6, decimal_places=3)
    reason = forms.CharField(
        label="Why are they so?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say why: every area sees it."},
    )

    def __init__(self, *args: Any, terms: FinanceTerms | None, **options: Any) -> None:
        super().__init__(*args, initial=_initial(terms), **options)
        for name in SHARES:
            field: Any = self.fields[name]
            field.min_value, field.max_value = Decimal(-99), Decimal(99)
            field.widget.attrs.update({"class": "nhsuk-input--width-5", "data-suffix": "%"})

    def clean(self) -> dict[str, Any]:
        """The year ends after it starts, and the truncation is above nought."""
        found = super().clean() or {}
        start, end = found.get("window_start"), found.get("window_end")
        if start and end and end <= start:
            self.add_error("window_end", "The day after the base year lies after its first day.")
        if found.get("truncation_pence") == 0:
            self.add_error("truncation_pence", "Write an amount above 0, such as 40000.")
        for name in SHARES:
            if (share := found.get(name)) is not None and not -100 < share < 100:
                self.add_error(name, "Write a number between -99 and 99, such as 2.1.")
        return found

    def values(self) -> dict[str, Any]:
        """As the action takes them: shares as 0.021 for 2.1%."""
        found = {key: value for key, value in self.cleaned_data.items() if key != "reason"}
        return found | {name: found[name] / 100 for name in SHARES}


def _initial(terms: FinanceTerms | None) -> dict[str, Any]:
    if terms is None:
        return {"age_edges": [0, 18, 65, 75, 85], "ltc_edges": [0, 1, 2, 4]}
    names = ("window_start", "window_end", "age_edges", "ltc_edges", "truncation_pence")
    shares = {name: f"{(getattr(terms, name) * 100).normalize():f}" for name in SHARES}
    return {name: getattr(terms, name) for name in names} | shares
