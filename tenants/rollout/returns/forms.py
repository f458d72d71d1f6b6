"""Forms of a return. A section's cells are text: nothing that was typed is lost or turned into something else."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from tenants.returns.checks import Fault
from tenants.returns.shape import Section
from tenants.rollout.return_drafts import MOST_NOTE_LETTERS

NOTE = "note"


class SectionForm(forms.Form):
    """A field for each cell of a section, and its note. Whatever is typed is valid; the checker adds its faults."""

    def __init__(self, *args: Any, section: Section, **options: Any) -> None:
        super().__init__(*args, **options)
        for table in section.tables:
            for cell in table.cells():
                self.fields[cell.key] = forms.CharField(label=cell.words, required=False, strip=False)
        self.fields[NOTE] = forms.CharField(
            label="Note on this section",
            required=False,
            max_length=MOST_NOTE_LETTERS,
            widget=forms.Textarea(attrs={"data-rows": 3}),
            help_text="What a reader of these figures should know. It is signed with them. Don’t name people.",
        )

    def typed(self) -> dict[str, str]:
        """What stands in each cell, as it was sent."""
        return {name: self.data.get(name, "") for name in self.fields if name != NOTE}

    def note(self) -> str:
        """The note as it was sent."""
        return self.data.get(NOTE, "")

    def show(self, faults: Iterable[Fault]) -> None:
        """Put the checker's faults at their cells."""
        self.full_clean()
        for fault in faults:
            if fault.cell_key in self.fields:
                self.add_error(fault.cell_key, fault.words)


def section_form(section: Section, typed: Mapping[str, str], note: str) -> SectionForm:
    """A section's form with what is kept of it."""
    return SectionForm({**typed, NOTE: note}, section=section)


class SignForm(forms.Form):
    """A name under a return."""

    name = forms.CharField(
        label="Your name",
        max_length=150,
        help_text="As you would sign a letter. It is kept with the figures and the day.",
        error_messages={"required": "Write your name, as you would sign a letter."},
    )


class CorrectForm(forms.Form):
    """Why a signed return is corrected."""

    reason = forms.CharField(
        label="Why is it corrected?",
        max_length=500,
        widget=forms.Textarea(attrs={"data-rows": 3}),
        help_text="It is kept with the new version, and the network’s manager reads it. Don’t name people.",
        error_messages={"required": "Say why the return is corrected. Whoever compares the versions will ask."},
    )


class UploadForm(forms.Form):
    """A filled-in workbook; the guard and the reader look at what is in it."""

    file = forms.FileField(
        label="The filled-in workbook",
        help_text="An Excel workbook (.xlsx), up to 1 MB. If any cell has a fault, nothing of it is kept.",
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx"}),
        error_messages={
            "required": "Choose the workbook that you filled in.",
            "empty": "The file is empty. Save the workbook again and choose it.",
        },
    )
