"""Forms that begin a session, or change what it is about."""

import datetime
from typing import Any

from django import forms

from config.today import today
from timebank.exchange.forms import EVERY_GROUP, HoursField
from timebank.models import Account
from timebank.models.exchange import How
from timebank.sessions.forms import AccountForm, ClockField, moment_of
from timebank.topics import Topic
from ui.forms import SplitDateField

GIVES, RECEIVES = "gives", "receives"
NO_NAMES = "No names of people, please: calendars and lists show it."


class SessionForm(AccountForm):
    """A session that accounts agree among themselves."""

    field_order = ("account", "direction", "others", "title", "topic", "group", "minutes", "how", "details")

    direction = forms.ChoiceField(
        label="Who helps whom?",
        choices=[(GIVES, "We give the time"), (RECEIVES, "We are helped")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether you give the time or are helped."},
    )
    others = forms.MultipleChoiceField(
        label="Who is on the other side?",
        widget=forms.CheckboxSelectMultiple,
        help_text="Choose one, or several: the hours are shared out among them evenly, in quarters.",
        error_messages={"required": "Choose who is on the other side."},
    )
    title = forms.CharField(
        label="Title", max_length=120, help_text=NO_NAMES, error_messages={"required": "Say it in a few words."}
    )
    topic = forms.ChoiceField(
        label="Topic",
        choices=[("", "Choose a topic"), *Topic.choices],
        error_messages={"required": "Choose the topic that comes nearest."},
    )
    group = forms.ChoiceField(label="Group", choices=EVERY_GROUP, required=False)
    minutes = HoursField(
        label="Hours of help in all",
        help_text="All the time that is given. Where two give an hour each, that is 2 hours.",
    )
    how = forms.ChoiceField(label="How", choices=How.choices, widget=forms.RadioSelect, initial=How.EITHER)
    details = forms.CharField(
        label="What it is about",
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"data-rows": 4}),
        help_text="The two sides and the network manager read it.",
    )

    def __init__(self, *args: Any, everybody: list[Account], **options: Any) -> None:
        super().__init__(*args, **options)
        self.everybody = {account.slug: account for account in everybody}
        own = set(self.accounts) if len(self.accounts) == 1 else set()
        self.fields["others"].choices = [(each.slug, each.name) for each in everybody if each.slug not in own]

    def clean(self) -> dict[str, Any]:
        """Nobody helps themselves."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("account") and cleaned["account"] in (cleaned.get("others") or []):
            self.add_error("others", "You can’t be on both sides. Choose another one.")
        return cleaned

    def sides(self) -> dict[str, list[Account]]:
        """Who gives and who receives."""
        own, others = [self.chosen_account()], [self.everybody[slug] for slug in self.cleaned_data["others"]]
        is_giving = self.cleaned_data["direction"] == GIVES
        return {"giving": own if is_giving else others, "receiving": others if is_giving else own}

    def values(self) -> dict[str, Any]:
        """What the session is, by the names of its fields."""
        return {name: self.cleaned_data[name] for name in ("title", "topic", "group", "how", "details")}


class RecordForm(SessionForm):
    """“We already met.”"""

    field_order = ("account", "direction", "others", "met_on", "met_at", *SessionForm.field_order[3:])

    met_on = SplitDateField(label="When did you meet?", error_messages={"required": "Enter the day on which you met."})
    met_at = ClockField(label="At what time?", required=False)

    def clean_met_on(self) -> datetime.date:
        """A day that has come."""
        day = self.cleaned_data["met_on"]
        if day > today():
            raise forms.ValidationError("This day is still to come. Agree on a session instead.")
        return day

    def moment(self) -> datetime.datetime:
        """When it was; at noon where no time was given."""
        return moment_of(self.cleaned_data["met_on"], self.cleaned_data.get("met_at") or datetime.time(12))


class ChangeForm(AccountForm):
    """What a session is about, and where it is."""

    FIELDS = ("title", "how", "place", "link", "details")

    title = SessionForm.base_fields["title"]
    how = SessionForm.base_fields["how"]
    place = forms.CharField(
        label="Place", max_length=200, required=False, help_text="Where to come to: building, room, town."
    )
    link = forms.URLField(
        label="Link for joining",
        max_length=300,
        required=False,
        assume_scheme="https",
        help_text="Where you meet by video. Only the two sides see it.",
        error_messages={"invalid": "Enter the whole address, for example https://meet.example.org/room."},
    )
    details = SessionForm.base_fields["details"]

    def clean_link(self) -> str:
        """An address that is encrypted."""
        link = self.cleaned_data["link"]
        if link and not link.startswith("https://"):
            raise forms.ValidationError("Use an address that begins with https://.")
        return link

    def values(self) -> dict[str, Any]:
        """By the names of the fields."""
        return {name: self.cleaned_data[name] for name in self.FIELDS}
