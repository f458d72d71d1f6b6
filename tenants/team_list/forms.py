"""The upload of a team list."""

from django import forms


class TeamListForm(forms.Form):
    """One filled-in list; the guard and the checker look at what is in it."""

    file = forms.FileField(
        label="The filled-in list",
        help_text="An Excel workbook (.xlsx) or a CSV file, up to 1 MB and 300 people. "
        "If any row has a fault, nobody is invited.",
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv"}),
        error_messages={
            "required": "Choose the list that you filled in.",
            "empty": "The file is empty. Save the list again and choose it.",
        },
    )
