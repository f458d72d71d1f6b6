"""The form of a finance cohort: a part for each thing that can be asked of people; what is left empty is not asked."""

from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms

from finance_models.models import CohortDefinition

ANY_ANSWER = ("", "Not asked")


class CohortForm(forms.Form):
    """Criteria, combined with all or any."""

    name = forms.CharField(
        label="Name of the finance cohort", max_length=80, error_messages={"required": "Give the cohort a name."}
    )
    combine = forms.ChoiceField(
        label="People who meet",
        choices=[("all", "all of the criteria"), ("any", "any of the criteria")],
        widget=forms.RadioSelect,
        initial="all",
    )
    reason = forms.CharField(
        label="What is the cohort for?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say what the cohort is for."},
    )

    def __init__(self, *args: Any, definition: CohortDefinition | None = None, **options: Any) -> None:
        from finance_models.calc.cohorts.measures import MEASURES

        self._measures = MEASURES
        super().__init__(*args, initial=_initial(definition), **options)
        for measure in MEASURES.values():
            self.fields.update(_fields_of(measure))
        asked = [name for name in self.fields if name.startswith("ask_")]
        self.order_fields(["name", "combine", *asked, "reason"])

    def clean(self) -> dict[str, Any]:
        """At least one criterion."""
        cleaned = super().clean() or {}
        if not self.errors and not self.criteria()["criteria"]:
            raise forms.ValidationError("Ask for at least one thing, or everybody would be in the cohort.")
        return cleaned

    def criteria(self) -> dict[str, Any]:
        """The criteria as `calc.cohorts` takes them."""
        found = []
        for name in self._measures:
            asked: dict[str, Any] = {
                key: str(value)
                for key in ("at_least", "at_most")
                if (value := self.cleaned_data.get(f"ask_{name}_{key}")) is not None
            }
            if chosen := self.cleaned_data.get(f"ask_{name}_one_of"):
                asked["one_of"] = chosen if isinstance(chosen, list) else [each.strip() for each in chosen.split("|")]
            if flag := self.cleaned_data.get(f"ask_{name}_is_set"):
                asked["is_set"] = flag == "yes"
            if asked:
                found.append({"measure": name, **asked})
        return {"combine": self.cleaned_data["combine"], "criteria": found}


class NumberField(forms.CharField):
    """A number, exact; None where nothing is asked."""

    def __init__(self, **options: Any) -> None:
        widget = forms.TextInput(attrs={"class": "nhsuk-input--width-10", "inputmode": "decimal"})
        super().__init__(required=False, max_length=20, widget=widget, **options)

    def clean(self, value: Any) -> Decimal | None:  # type: ignore[override]
        """The number; raises ValidationError with how to mend it."""
        text = super().clean(value).replace(",", "").removeprefix("£")
        if not text:
            return None
        try:
            number = Decimal(text)
        except InvalidOperation:
            raise forms.ValidationError("Write a number with digits, such as 3 or 0.25.") from None
        if not number.is_finite():
            raise forms.ValidationError("Write a number with digits, such as 3 or 0.25.")
        return number


def _fields_of(measure: Any) -> dict[str, forms.Field]:
    """The fields of one measure: a range, choices, or yes and no."""
    title = measure.title
    if measure.kind == "number":
        return {
            f"ask_{measure.name}_at_least": NumberField(label=f"{title}: at least"),
            f"ask_{measure.name}_at_most": NumberField(label=f"{title}: at most"),
        }
    if measure.kind == "flag":
        choices = [ANY_ANSWER, ("yes", "Yes"), ("no", "No")]
        return {f"ask_{measure.name}_is_set": forms.ChoiceField(label=title, choices=choices, required=False)}
    if measure.choices:
        from finance_models.calc.cohorts.measures import choice_words

        words = [(choice, choice_words(measure, choice)) for choice in measure.choices]
        boxes = forms.CheckboxSelectMultiple
        field: forms.Field = forms.MultipleChoiceField(label=title, choices=words, widget=boxes, required=False)
        return {f"ask_{measure.name}_one_of": field}
    hint = "Several with | between them."
    return {f"ask_{measure.name}_one_of": forms.CharField(label=title, required=False, max_length=300, help_text=hint)}


def _initial(definition: CohortDefinition | None) -> dict[str, Any]:
    """What a definition that this form can show asks; nested criteria can't be shown, and are left out."""
    if definition is None:
        return {}
    found: dict[str, Any] = {"name": definition.name, "combine": definition.criteria.get("combine", "all")}
    for asked in definition.criteria.get("criteria", []):
        name = asked.get("measure", "")
        for key in ("at_least", "at_most", "one_of"):
            if key in asked:
                found[f"ask_{name}_{key}"] = asked[key]
        if "is_set" in asked:
            found[f"ask_{name}_is_set"] = "yes" if asked["is_set"] else "no"
    return found
