"""Forms of the case baseline."""

from typing import Any

from django import forms

from files.identifiers import is_nhs_number
from files.shapes import Unreadable
from finance_models.cases import workbook
from finance_models.cases.actions import FIELDS, Recorded
from finance_models.models import Case
from finance_models.models.cases import COSTS
from finance_models.money_words import PoundsField
from tenants import groups


class CaseForm(forms.Form):
    """One case: who (by pseudonym), and what a year costs before and after the plan."""

    pseudonym = forms.CharField(
        label="Pseudonym",
        max_length=64,
        help_text="Never a name or an NHS number. A case of the same pseudonym is replaced.",
        error_messages={"required": "Enter the pseudonym."},
    )
    site = forms.CharField(label="Site", max_length=120, error_messages={"required": "Name the site."})
    group = forms.ChoiceField(label="Group", choices=groups.CHOICES, widget=forms.RadioSelect)
    has_consent = forms.TypedChoiceField(
        label="Does the person consent to evaluation?",
        choices=[("no", "No"), ("yes", "Yes")],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        initial="no",
    )
    lines = forms.CharField(
        label="What the plan buys",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Each with a colon and pounds a year, and | between them: Short breaks: 1200 | Peer support: 300",
    )

    def __init__(self, *args: Any, case: Case | None = None, **options: Any) -> None:
        initial = {name: getattr(case, name) for name in FIELDS} if case else {}
        if case:
            initial["has_consent"] = "yes" if case.has_consent else "no"
            initial["lines"] = workbook.lines_as_text([(line.what, line.pence) for line in case.lines.all()])
        super().__init__(*args, initial=initial, **options)
        for when in ("before", "after"):
            for key, name in COSTS:
                hint = "Pounds a year. Empty where it is not known." if (when, key) == ("before", "nhs") else ""
                self.fields[f"{when}_{key}"] = PoundsField(
                    label=f"{name}, {when} the plan", required=False, help_text=hint
                )
        self.order_fields(["pseudonym", "site", "group", "has_consent", *self._costs(), "lines"])

    def _costs(self) -> list[str]:
        return [name for name in self.fields if name.startswith(("before_", "after_"))]

    def clean_pseudonym(self) -> str:
        """An NHS number is no pseudonym."""
        pseudonym: str = self.cleaned_data["pseudonym"].strip()
        if is_nhs_number(pseudonym):
            raise forms.ValidationError("This looks like an NHS number. Use a pseudonym that only your area knows.")
        return pseudonym

    def clean_lines(self) -> list[tuple[str, int]]:
        """The plan's lines."""
        try:
            return workbook.plan_lines(self.cleaned_data["lines"])
        except Unreadable as error:
            sentence = str(error)
            raise forms.ValidationError(f"{sentence[0].upper()}{sentence[1:]}.") from None

    def recorded(self) -> Recorded:
        """The case as it was given."""
        return Recorded({name: self.cleaned_data[name] for name in FIELDS}, self.cleaned_data["lines"])


class CasesFileForm(forms.Form):
    """A filled-in template."""

    file = forms.FileField(
        label="The filled-in workbook",
        help_text="An Excel workbook (.xlsx) or a CSV file.",
        error_messages={"required": "Choose the workbook."},
    )
