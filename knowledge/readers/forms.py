"""What an area's team and any reader fill in about a resource."""

from typing import Any

from django import forms

from files.identifiers import EMAIL, NHS_NUMBER_INSIDE, PHONE, POSTCODE

LONGEST_CHANGED, LONGEST_WHY = 400, 200  # characters
HELPED, DID_NOT = "yes", "no"
LEAVE_OUT = "Leave out what leads to a person: e-mail addresses, telephone and NHS numbers, postcodes."


def without_people(text: str) -> str:
    """The text, trimmed; raises ValidationError where it holds an address or a number of somebody."""
    if any(pattern.search(text) for pattern in (EMAIL, NHS_NUMBER_INSIDE, PHONE, POSTCODE)):
        raise forms.ValidationError(LEAVE_OUT)
    return text.strip()


class UseForm(forms.Form):
    """What using a resource changed for an area. The area is asked only of somebody who has several."""

    area = forms.ChoiceField(
        label="Which area used it?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose the area that used it."},
    )
    changed = forms.CharField(
        label="What did it change?",
        max_length=LONGEST_CHANGED,
        widget=forms.Textarea(attrs={"data-rows": 4}),
        help_text="Say it in plain words. Everybody can read it, so name no patient and no colleague.",
        error_messages={
            "required": "Say what it changed. One sentence is enough.",
            "max_length": f"Say it in {LONGEST_CHANGED} letters or fewer.",
        },
    )

    def __init__(self, data: Any = None, *, areas: list[Any], **options: Any) -> None:
        super().__init__(data, **options)
        self.areas = {area.slug: area for area in areas}
        if len(areas) == 1:
            del self.fields["area"]
        else:
            self.fields["area"].choices = [(area.slug, area.name) for area in areas]  # type: ignore[attr-defined]

    def clean_changed(self) -> str:
        """Nothing that leads to a person."""
        return without_people(self.cleaned_data["changed"])

    @property
    def area_chosen(self) -> Any:
        """The area; the person's only one where there is no choice."""
        slug = self.cleaned_data.get("area")
        return self.areas[slug] if slug else next(iter(self.areas.values()))


class OpinionForm(forms.Form):
    """Did it help, and why."""

    helped = forms.ChoiceField(
        label="Did it help you?",
        choices=[(HELPED, "Yes"), (DID_NOT, "No, or not enough")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose yes or no."},
    )
    why = forms.CharField(
        label="Why?",
        required=False,
        max_length=LONGEST_WHY,
        widget=forms.Textarea(attrs={"data-rows": 2}),
        help_text="A few words. Only the people who look after the page read them. Name nobody.",
        error_messages={"max_length": f"Say it in {LONGEST_WHY} letters or fewer."},
    )

    def clean_why(self) -> str:
        """Nothing that leads to a person."""
        return without_people(self.cleaned_data["why"])
