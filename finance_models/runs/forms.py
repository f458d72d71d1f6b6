"""The form of a run: by which assumptions."""

from typing import Any

from django import forms

from finance_models.models import AssumptionSet


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
