"""Forms of loading: files in, and what their headings mean."""

from typing import Any

from django import forms

from files.errors import size_in_words
from files.faults import Refused
from finance_models.calc.tables import SCHEMAS
from finance_models.loading import uploads
from finance_models.loading.given import NEEDED, TABLES
from finance_models.models import DataVersion, GovernanceEntry
from finance_models.models.governance import PERSON_TABLES

MOST_FILES = 36  # three years of months
NAMES = dict(PERSON_TABLES)


class ManyFilesInput(forms.ClearableFileInput):
    """Takes several files at once."""

    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """Several files, each past the guard of uploads; `is_linked_data` for those that are read piece by piece."""

    def __init__(self, *, several: bool = False, is_linked_data: bool = False, **options: Any) -> None:
        self.several, self.is_linked_data = several, is_linked_data
        widget = ManyFilesInput() if several else forms.FileInput()
        super().__init__(widget=widget, **options)

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        """The files; raises ValidationError with what the guard says."""
        files = data if isinstance(data, (list, tuple)) else [data] if data else []
        if not files:
            super().clean(None, initial)
            return []
        if len(files) > MOST_FILES:
            raise forms.ValidationError(f"Choose at most {MOST_FILES} files.")
        for file in files:
            try:
                uploads.check(file, streamed_bytes=uploads.most_bytes() if self.is_linked_data else 0)
            except Refused as refusal:
                raise forms.ValidationError([f"{fault}." for fault in refusal.faults]) from refusal
        return list(files)


class LoadForm(forms.Form):
    """The files of a load, by what right, and what becomes of them."""

    entry = forms.ModelChoiceField(
        queryset=GovernanceEntry.objects.none(),
        label="Source",
        help_text="A valid entry of the information governance register.",
        empty_label="Choose",
        error_messages={"required": "Choose the source."},
    )
    add_to = forms.ModelChoiceField(
        queryset=DataVersion.objects.none(),
        label="What are these files?",
        required=False,
        to_field_name="number",
        empty_label="The whole data set",
        help_text="A month can be added to a version. Give people whole again where they have changed.",
    )
    accept = forms.TypedChoiceField(
        label="When it has loaded",
        choices=[("look", "Wait, so that I can look at it first"), ("use", "Take it into use at once")],
        coerce=lambda value: value == "use",
        widget=forms.RadioSelect,
        initial="look",
    )

    field_order = ("entry", "add_to", *TABLES, "accept")

    def __init__(self, *args: Any, entries: list[GovernanceEntry], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["entry"].queryset = GovernanceEntry.objects.filter(pk__in=[entry.pk for entry in entries])  # type: ignore[attr-defined]
        self.fields["add_to"].queryset = DataVersion.objects.exclude(state=DataVersion.State.DELETED)  # type: ignore[attr-defined]
        for table in TABLES:
            several = table in ("activity", "outcomes")
            most = size_in_words(uploads.most_bytes())
            hint = f"CSV or Parquet, all files together up to {most}; or an Excel workbook (.xlsx) of up to 50 MB."
            more = " Several files may be chosen." if several else ""
            self.fields[table] = ManyFilesField(
                several=several,
                is_linked_data=True,
                label=NAMES[table],
                required=False,
                help_text=hint + more if table == "people" else more,
            )
        self.order_fields(self.field_order)

    def clean(self) -> dict[str, Any]:
        """A whole data set needs people and activity; the source has to cover what is given."""
        cleaned = super().clean() or {}
        given = [table for table in TABLES if cleaned.get(table)]
        entry = cleaned.get("entry")
        if not cleaned.get("add_to"):
            for table in NEEDED:
                if table not in given and table not in self.errors:
                    self.add_error(table, f"Choose the file for {NAMES[table].lower()}.")
        elif not given:
            self.add_error("activity", "Choose at least one file.")
        for table in given if entry else ():
            if table not in entry.tables:
                self.add_error(table, f"“{entry.source}” doesn't cover {NAMES[table].lower()}. Choose another source.")
        return cleaned


class ColumnsForm(forms.Form):
    """What the headings of a source's files mean: a box for each of our columns."""

    def __init__(self, *args: Any, table: str, headings: dict[str, str], **options: Any) -> None:
        self.table = table
        theirs = {our: their for their, our in headings.items()}
        super().__init__(*args, initial={f"column_{our}": their for our, their in theirs.items()}, **options)
        for column in SCHEMAS[table].columns:
            self.fields[f"column_{column.name}"] = forms.CharField(
                label=column.name,
                required=False,
                max_length=120,
                help_text=column.about,
                widget=forms.TextInput(attrs={"class": "nhsuk-input--width-20"}),
            )

    def headings(self) -> dict[str, str]:
        """Their heading: our column, where they differ."""
        typed = {name.removeprefix("column_"): value for name, value in self.cleaned_data.items() if value}
        return {theirs: our for our, theirs in typed.items() if theirs.casefold() != our.casefold()}

    def clean(self) -> dict[str, Any]:
        """One heading means one column."""
        cleaned = super().clean() or {}
        typed = [value.casefold() for value in cleaned.values() if value]
        for name, value in list(cleaned.items()):
            if value and typed.count(value.casefold()) > 1:
                self.add_error(name, "This heading stands twice. One heading means one column.")
        return cleaned
