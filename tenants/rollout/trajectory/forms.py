"""The numbers of one measure as a table to fill in; and a filled-in workbook."""

from collections.abc import Sequence
from typing import Any

from django import forms

from config.today import today
from tenants.quarters import Quarter
from tenants.rollout.progress.forms import not_to_come, several_lines
from tenants.rollout.trajectory.points import LINES
from ui.forms import SplitDateField

MOST_PEOPLE = 10_000_000  # where nobody knows how many people live in the area


def reason_field(*, is_first: bool) -> forms.CharField:
    """Why the numbers change; the first ones need no reason."""
    return forms.CharField(
        label="Where do these numbers come from?" if is_first else "Why do the numbers change?",
        max_length=500,
        required=not is_first,
        widget=several_lines(2),
        help_text="The programme board reads this with the new revision.",
        error_messages={"required": "Say why the numbers change. The programme board reads this."},
    )


class TrajectoryForm(forms.Form):
    """Quarters across, groups down: `mental_health-2015Q1`. An empty box is a number that isn't planned."""

    based_on = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(
        self, *args: Any, quarters: Sequence[Quarter], is_first: bool, most: int | None = None, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.quarters = quarters
        for group, name in LINES.items():
            for quarter in quarters:
                self.fields[f"{group}-{quarter.key}"] = _people(f"{name}, {quarter}", most or MOST_PEOPLE)
        self.fields["agreed_on"] = SplitDateField(label="Agreed on", initial=today())
        self.fields["reason"] = reason_field(is_first=is_first)

    def clean_agreed_on(self) -> Any:
        """What was agreed has happened."""
        return not_to_come(self.cleaned_data["agreed_on"])

    def points(self) -> dict[str, dict[str, int]]:
        """{group: {quarter: people}} of the boxes that are filled."""
        said = self.cleaned_data
        return {
            group: {
                quarter.key: number
                for quarter in self.quarters
                if (number := said.get(f"{group}-{quarter.key}")) is not None
            }
            for group in LINES
        }


class WorkbookForm(forms.Form):
    """A filled-in workbook, and why the numbers change."""

    file = forms.FileField(
        label="The filled-in workbook",
        help_text="An Excel workbook (.xlsx), up to 1 MB. If any cell has a fault, nothing is changed.",
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx"}),
        error_messages={
            "required": "Choose the workbook that you filled in.",
            "empty": "The file is empty. Save the workbook again and choose it.",
        },
    )

    def __init__(self, *args: Any, is_first: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["reason"] = reason_field(is_first=is_first)


class CompareForm(forms.Form):
    """Two revisions to be compared; in the address."""

    is_filter = True

    def __init__(self, *args: Any, numbers: Sequence[int], **options: Any) -> None:
        super().__init__(*args, **options)
        choices = [(number, f"Revision {number}") for number in numbers]
        for name, label in (("before", "Compare"), ("after", "with")):
            self.fields[name] = forms.TypedChoiceField(
                label=label,
                choices=choices,
                coerce=int,
                error_messages={"invalid_choice": "Choose a revision of the list."},
            )


def _people(label: str, most: int) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        required=False,
        min_value=0,
        max_value=most,
        error_messages={
            "invalid": f"{label}: write a whole number of people, such as 40, or leave it empty.",
            "min_value": f"{label}: write 0 or more.",
            "max_value": f"{label}: that is more than the {most:,} people who live in the area.",
        },
    )
