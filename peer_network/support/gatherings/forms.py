"""Forms of groups and events."""

import datetime
from typing import Any

from django import forms
from django.utils import timezone

from config.today import today
from peer_network.models import GroupEvent, LocalGroup
from peer_network.support.supporters.forms import BY_SLUG
from tenants import groups
from tenants.models import Area
from ui.forms import SplitDateField

LONGEST_AHEAD = datetime.timedelta(days=366)
TEXT = {"data-rows": 5}


def area_choices() -> list[tuple[str, str]]:
    """The network's areas by name."""
    return [(area.slug, area.name) for area in Area.objects.filter(status=Area.Status.ACTIVE).order_by("name")]


class GroupForm(forms.Form):
    """A group that somebody proposes."""

    said = ("title", "about", "town", "coming")

    title = forms.CharField(
        label="Name of the group", max_length=80, error_messages={"required": "Give the group a name."}
    )
    kind = forms.ChoiceField(
        label="What it is",
        choices=LocalGroup.Kind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what comes nearest."},
    )
    about = forms.CharField(
        label="What happens there",
        max_length=1_500,
        widget=forms.Textarea(attrs=TEXT),
        help_text="Please name nobody, and give no phone number. People ask to come here, in the peer network.",
        error_messages={"required": "Say in a sentence or two what happens there."},
    )
    groups = forms.MultipleChoiceField(
        label="For whom",
        choices=groups.CHOICES,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Tick none if it is for everybody.",
    )
    place = forms.ChoiceField(
        label="Where it meets",
        choices=LocalGroup.Place.choices,
        widget=forms.RadioSelect,
        help_text="A public place, never somebody’s home.",
        error_messages={"required": "Choose where it meets."},
    )
    town = forms.CharField(
        label="Town or village", max_length=60, required=False, help_text="Leave it empty for a group online."
    )
    area = forms.ChoiceField(label="Area", required=False, help_text="Leave it open for a group online.")
    coming = forms.CharField(
        label="How to come for the first time",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"data-rows": 3}),
        help_text="For example: there is a ramp at the side, and the kettle is on from ten.",
    )
    takes_new = forms.BooleanField(label="New people can ask to come", required=False, initial=True)

    def __init__(self, *args: Any, row: LocalGroup | None = None, **options: Any) -> None:
        initial = {name: getattr(row, name) for name in self.base_fields} if row else {}
        if row:
            initial["area"] = row.area.slug if row.area else ""
        super().__init__(*args, initial=initial, **options)
        self.fields["area"].choices = [("", "No area"), *area_choices()]

    def clean(self) -> dict[str, Any]:
        """A group that meets somewhere has a town and an area; the area becomes its row."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("place") and cleaned["place"] != LocalGroup.Place.ONLINE:
            if not cleaned.get("town") and "town" not in self.errors:
                self.add_error("town", "Say in which town or village it meets.")
            if not cleaned.get("area") and "area" not in self.errors:
                self.add_error("area", "Choose the area.")
        cleaned["area"] = Area.objects.filter(slug=cleaned.get("area") or "").first()
        return cleaned


class EventForm(forms.Form):
    """One meeting of a group."""

    said = ("title", "place", "words", "accessibility")

    title = forms.CharField(label="Title", max_length=80, error_messages={"required": "Give it a title."})
    day = SplitDateField(label="Day", error_messages={"required": "Enter the day."})
    starts = forms.TimeField(
        label="Starts at",
        widget=forms.TextInput(attrs={"class": "nhsuk-input--width-5"}),
        help_text="For example 10:30",
        error_messages={"required": "Enter when it starts, such as 10:30.", "invalid": "Enter a time such as 10:30."},
    )
    ends = forms.TimeField(
        label="Ends at",
        widget=forms.TextInput(attrs={"class": "nhsuk-input--width-5"}),
        help_text="For example 12:00",
        error_messages={"required": "Enter when it ends, such as 12:00.", "invalid": "Enter a time such as 12:00."},
    )
    is_online = forms.BooleanField(label="It is online", required=False)
    place = forms.CharField(
        label="Place", max_length=160, required=False, help_text="A public place. Leave it empty if it is online."
    )
    words = forms.CharField(
        label="What happens",
        max_length=1_500,
        widget=forms.Textarea(attrs=TEXT),
        error_messages={"required": "Say in a sentence what happens."},
    )
    accessibility = forms.CharField(
        label="Getting in and around",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"data-rows": 3}),
        help_text="Steps, parking, toilets, a hearing loop, somewhere quiet.",
    )
    is_public = forms.BooleanField(
        label="Show it outside the peer network too, in the public list and calendar", required=False, initial=True
    )

    def __init__(self, *args: Any, row: GroupEvent | None = None, **options: Any) -> None:
        initial: dict[str, Any] = {}
        if row:
            begins, ends = timezone.localtime(row.starts_at), timezone.localtime(row.ends_at)
            initial = {name: getattr(row, name) for name in self.base_fields if hasattr(row, name)}
            initial |= {"day": begins.date(), "starts": f"{begins:%H:%M}", "ends": f"{ends:%H:%M}"}
        super().__init__(*args, initial=initial, **options)

    def clean(self) -> dict[str, Any]:
        """On a day to come, ending after it starts, somewhere or online."""
        cleaned = super().clean() or self.cleaned_data
        day, starts, ends = (cleaned.get(name) for name in ("day", "starts", "ends"))
        if day and not today() <= day <= today() + LONGEST_AHEAD:
            self.add_error("day", "Enter a day from today to a year from now.")
        if starts and ends and ends <= starts:
            self.add_error("ends", "It ends before it starts. Change one of the two.")
        if not cleaned.get("is_online") and not cleaned.get("place") and "place" not in self.errors:
            self.add_error("place", "Say where it is, or tick that it is online.")
        return cleaned

    def values(self) -> dict[str, Any]:
        """The fields of the row."""
        found = {name: self.cleaned_data[name] for name in self.cleaned_data if name not in ("day", "starts", "ends")}
        for name, time in (("starts_at", "starts"), ("ends_at", "ends")):
            when = datetime.datetime.combine(self.cleaned_data["day"], self.cleaned_data[time])
            found[name] = timezone.make_aware(when)
        return found


class GroupFilters(forms.Form):
    """Which groups are listed."""

    is_filter = True

    area = forms.ChoiceField(label="Area", required=False)
    group = forms.ChoiceField(label="For whom", required=False, choices=[("", "Everybody"), *BY_SLUG])
    kind = forms.ChoiceField(label="What it is", required=False, choices=[("", "Anything"), *LocalGroup.Kind.choices])

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["area"].choices = [("", "Every area"), *area_choices()]

    def chosen(self) -> dict[str, Any]:
        """What was chosen, by name, the group as its key; nothing where the address holds what is not there."""
        self.is_valid()
        found = {name: value for name, value in getattr(self, "cleaned_data", {}).items() if value}
        if "group" in found:
            found["group"] = groups.BY_SLUG[found["group"]].key
        return found


class EventFilters(GroupFilters):
    """Which events are listed."""

    kind = None
    when = forms.ChoiceField(
        label="When",
        required=False,
        choices=[
            ("", "Any day to come"),
            ("7", "Within a week"),
            ("31", "Within a month"),
            ("92", "Within three months"),
        ],
    )
