"""Asking for a projection, and keeping one."""

from decimal import Decimal
from typing import Any

from django import forms

from tenants.models import Area
from tenants.programme.projection import STAGES, WHOLE, Assumptions, percent

PERCENT = Decimal(100)


def rate_field(key: str) -> str:
    """The name of a stage's field."""
    return f"rate-{key}"


class ProjectionForm(forms.Form):
    """For whom, and by which rates. An empty population is the area's own; an empty rate leaves its stage out."""

    def __init__(self, *args: Any, areas: list[Area], **options: Any) -> None:
        super().__init__(*args, **options)
        self.areas = {area.slug: area for area in areas}
        self.fields["area"] = forms.ChoiceField(
            label="For whom",
            required=False,
            choices=[("", "The whole network"), *((area.slug, area.name) for area in areas)],
        )
        self.fields["population"] = forms.IntegerField(
            label="People who live there",
            required=False,
            min_value=1,
            max_value=100_000_000,
            help_text="Leave it empty for the approximate population of 2014.",
            error_messages={"invalid": "Write a whole number, for example 548000."},
        )
        for stage in STAGES:
            self.fields[rate_field(stage.key)] = forms.DecimalField(
                label=stage.name,
                required=False,
                min_value=0,
                max_value=100,
                decimal_places=2,
                initial=percent(stage.default).rstrip("%") if stage.default is not None else None,
                help_text=f"Share of all people. {stage.source}.",
                widget=forms.NumberInput(attrs={"class": "nhsuk-input--width-5", "data-suffix": "%", "step": "0.01"}),
                error_messages={"invalid": "Write a share as a number, for example 0.5."},
            )

    @property
    def area(self) -> Area | None:
        """The area that was chosen; None is the network."""
        return self.areas.get(self.cleaned_data.get("area") or "")

    def assumptions(self) -> Assumptions:
        """What was asked for; call after `is_valid`."""
        rates = {stage.key: _hundredths(self.cleaned_data.get(rate_field(stage.key))) for stage in STAGES}
        return Assumptions(self.cleaned_data.get("population") or self.own_population(), rates)

    def own_population(self) -> int:
        """The approximate population of the area, or of all areas together; 0 where none is known."""
        if self.area is not None:
            return self.area.approx_population_2014 or 0
        return sum(area.approx_population_2014 or 0 for area in self.areas.values())

    def clean(self) -> dict[str, Any]:
        """Faults between fields: parts that are more than their whole."""
        cleaned = super().clean() or self.cleaned_data
        if not self.errors:
            for fault in self.assumptions().validate():
                self.add_error(None, fault)
        return cleaned


class KeepForm(forms.Form):
    """A name for a projection that is kept."""

    name = forms.CharField(
        label="Name of this projection",
        max_length=120,
        error_messages={"required": "Give the projection a name by which you will find it again."},
    )
    note = forms.CharField(
        label="Why these rates", max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )


def _hundredths(share: Decimal | None) -> int | None:
    return None if share is None else int(share * WHOLE / PERCENT)
