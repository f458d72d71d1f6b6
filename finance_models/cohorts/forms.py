"""The forms that the builder of a finance cohort is put together from; what is left empty is not asked."""

from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms

from finance_models.models import AssumptionSet

ANY_ANSWER = ("", "Not asked")
PARTS_OF_ALL = [("all", "every part"), ("any", "at least one part")]
COMBINES = [("all", "all of these"), ("any", "any of these"), ("none", "none of these")]


class FactsForm(forms.Form):
    """What the cohort is called, and what it is for."""

    name = forms.CharField(
        label="Name of the finance cohort", max_length=80, error_messages={"required": "Give the cohort a name."}
    )
    reason = forms.CharField(
        label="What is the cohort for?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say what the cohort is for."},
    )


class CountForm(forms.Form):
    """By which assumptions people are counted: they say the base year and what care costs."""

    assumptions = forms.ModelChoiceField(
        queryset=AssumptionSet.objects.none(),
        label="Count by which assumptions?",
        empty_label=None,
        error_messages={"required": "Choose the assumptions."},
    )

    def __init__(self, *args: Any, sets: list[AssumptionSet], **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["assumptions"]
        field.queryset = AssumptionSet.objects.filter(pk__in=[each.pk for each in sets])
        field.initial = sets[0].pk if sets else None


class WholeForm(forms.Form):
    """How the parts are combined."""

    combine = forms.ChoiceField(label="People have to meet", choices=PARTS_OF_ALL, initial="all")


class PartForm(forms.Form):
    """How the criteria of one part are combined, and which criterion to add to it."""

    combine = forms.ChoiceField(label="People who meet", choices=COMBINES, initial="all")
    add = forms.ChoiceField(label="Add a criterion about", required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        from finance_models.calc.cohorts.measures import MEASURES

        super().__init__(*args, **options)
        add: Any = self.fields["add"]
        add.choices = [(each.name, each.title) for each in MEASURES.values()]


class CriterionForm(forms.Form):
    """One criterion: a range, choices, or yes and no, as its measure asks."""

    def __init__(self, *args: Any, measure: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.measure = measure
        self.number = int(str(self.prefix).rpartition("-")[2])
        self.fields.update(fields_of(measure))

    def criterion(self) -> dict[str, Any] | None:
        """The criterion as `calc.cohorts` takes it; None where nothing is asked, or wrongly."""
        given = getattr(self, "cleaned_data", {})
        asked: dict[str, Any] = {
            key: str(value) for key in ("at_least", "at_most") if (value := given.get(key)) is not None
        }
        if chosen := given.get("one_of"):
            asked["one_of"] = chosen if isinstance(chosen, list) else [each.strip() for each in chosen.split("|")]
        if flag := given.get("is_set"):
            asked["is_set"] = flag == "yes"
        return {"measure": self.measure.name, **asked} if asked else None


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


def fields_of(measure: Any) -> dict[str, forms.Field]:
    """The fields of one measure: a range, choices, or yes and no."""
    title = measure.title
    if measure.kind == "number":
        return {
            "at_least": NumberField(label="At least"),
            "at_most": NumberField(label="At most"),
        }
    if measure.kind == "flag":
        choices = [ANY_ANSWER, ("yes", "Yes"), ("no", "No")]
        return {"is_set": forms.ChoiceField(label=title, choices=choices, required=False)}
    if measure.choices:
        from finance_models.calc.cohorts.measures import choice_words

        words = [(choice, choice_words(measure, choice)) for choice in measure.choices]
        boxes = forms.CheckboxSelectMultiple
        field: forms.Field = forms.MultipleChoiceField(label=title, choices=words, widget=boxes, required=False)
        return {"one_of": field}
    hint = "Several with | between them."
    return {"one_of": forms.CharField(label=title, required=False, max_length=300, help_text=hint)}


def typed(criterion: dict[str, Any]) -> dict[str, Any]:
    """What of a kept criterion stands in the form's fields."""
    found = {key: criterion[key] for key in ("at_least", "at_most", "one_of") if key in criterion}
    if "is_set" in criterion:
        found["is_set"] = "yes" if criterion["is_set"] else "no"
    if criterion["measure"] == "register" and "one_of" in found:
        found["one_of"] = " | ".join(found["one_of"])
    return found
