"""Forms of the rota."""

import datetime
from typing import Any

from django import forms
from django.utils import timezone

from accounts.models import User
from ui.forms import SplitDateField

TIMES = ["%H:%M", "%H.%M", "%H", "%I:%M%p", "%I.%M%p", "%I%p", "%I %p"]
SAY_A_TIME = {"required": "Enter a time, for example 8:00 or 9pm.", "invalid": "Enter a time, for example 8:00 or 9pm."}
NARROW = {"class": "nhsuk-input--width-5"}


class HoursForm(forms.Form):
    """Whose hours, on which day, from when until when; past midnight where they end earlier than they begin."""

    person = forms.TypedChoiceField(label="Who?", coerce=int, error_messages={"required": "Choose a person."})
    day = SplitDateField(label="Which day?", error_messages={"required": "Enter a day, for example 27 11 2026."})
    starts = forms.TimeField(
        label="From", input_formats=TIMES, widget=forms.TextInput(attrs=NARROW), error_messages=SAY_A_TIME
    )
    ends = forms.TimeField(
        label="Until",
        input_formats=TIMES,
        widget=forms.TextInput(attrs=NARROW),
        help_text="Earlier than the beginning: until that time on the next day.",
        error_messages=SAY_A_TIME,
    )
    weeks = forms.TypedChoiceField(
        label="For how many weeks?",
        coerce=int,
        choices=[(1, "This week only"), (4, "4 weeks"), (8, "8 weeks"), (12, "12 weeks")],
        initial=1,
    )

    def __init__(self, *args: Any, people: list[User], is_new: bool = True, **options: Any) -> None:
        super().__init__(*args, **options)
        self.people = {person.pk: person for person in people}
        self.fields["person"].choices = [("", "Choose"), *((person.pk, str(person)) for person in people)]
        if not is_new:
            del self.fields["weeks"]

    def values(self, person_field: str) -> dict[str, Any]:
        """What the rota keeps."""
        said = self.cleaned_data
        starts_at = _moment(said["day"], said["starts"])
        next_day = datetime.timedelta(days=1 if said["ends"] <= said["starts"] else 0)
        found = {person_field: self.people[said["person"]], "starts_at": starts_at}
        return {**found, "ends_at": _moment(said["day"] + next_day, said["ends"])}


class OnCallForm(HoursForm):
    """The same for who is on call; and whom first."""

    order = forms.TypedChoiceField(
        label="Whom first?", coerce=int, choices=[(1, "First"), (2, "Second"), (3, "Third")], initial=1
    )

    field_order = ("person", "order", "day", "starts", "ends", "weeks")

    def values(self, person_field: str) -> dict[str, Any]:
        """With their place."""
        return {**super().values(person_field), "order": self.cleaned_data["order"]}


def _moment(day: datetime.date, time: datetime.time) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, time))


def initial_of(hours: Any, person_field: str) -> dict[str, Any]:
    """What the form shows of hours that are planned."""
    starts, ends = timezone.localtime(hours.starts_at), timezone.localtime(hours.ends_at)
    found = {"person": getattr(hours, f"{person_field}_id"), "day": starts.date(), "order": getattr(hours, "order", 1)}
    return {**found, "starts": f"{starts:%H:%M}", "ends": f"{ends:%H:%M}"}
