"""Forms of runs: by which assumptions, and the gain and loss share calculator."""

from typing import Any

from django import forms

from finance_models.models import AssumptionSet
from finance_models.money_words import PoundsField


class RunForm(forms.Form):
    """By which assumptions to calculate."""

    assumptions = forms.ModelChoiceField(
        queryset=AssumptionSet.objects.none(),
        label="By which assumptions?",
        empty_label="Choose",
        error_messages={"required": "Choose the assumptions."},
    )

    def __init__(self, *args: Any, sets: list[AssumptionSet], **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["assumptions"]
        field.queryset = AssumptionSet.objects.filter(pk__in=[each.pk for each in sets])
        if len(sets) == 1:
            field.initial = sets[0].pk


class ShareForm(RunForm):
    """What care was to cost, what it did cost, and by which agreement a gain or loss is shared."""

    field_order = ("target", "actual", "assumptions")

    target = PoundsField(label="Target", error_messages={"required": "Enter what care was to cost."})
    actual = PoundsField(label="Actual cost", error_messages={"required": "Enter what care did cost."})
