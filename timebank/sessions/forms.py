"""Forms of sessions that are still to come, and of lists."""

import datetime
from typing import Any

from django import forms
from django.utils import timezone

from config.today import today
from timebank.models import Account, Session
from timebank.topics import Topic
from ui.forms import SplitDateField

TIMES = ["%H:%M", "%H.%M", "%H", "%I:%M%p", "%I.%M%p", "%I%p", "%I %p", "%I:%M %p"]


class ClockField(forms.TimeField):
    """A time of day, typed as people write it: `14:30`, `2.30pm`, `2pm`."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("widget", forms.TextInput(attrs={"class": "nhsuk-input--width-5"}))
        messages = {
            "required": "Enter a time, for example 14:30 or 2.30pm.",
            "invalid": "Enter a time, for example 14:30 or 2.30pm.",
        }
        super().__init__(input_formats=TIMES, error_messages=messages, **options)


class AccountForm(forms.Form):
    """A form for one of the accounts for which the person acts; asked only where there are several."""

    account = forms.ChoiceField(label="For whom", error_messages={"required": "Choose for whom you answer."})

    def __init__(self, *args: Any, accounts: list[Account], **options: Any) -> None:
        super().__init__(*args, **options)
        self.accounts = {account.slug: account for account in accounts}
        if len(accounts) == 1:
            del self.fields["account"]
        else:
            self.fields["account"].choices = [("", "Choose"), *((each.slug, each.name) for each in accounts)]

    def chosen_account(self) -> Account:
        """For whom it is."""
        return self.accounts[self.cleaned_data.get("account") or next(iter(self.accounts))]


class DatesForm(AccountForm):
    """Up to three dates at once."""

    NAMES = ("first", "second", "third")

    first_day = SplitDateField(label="First date", error_messages={"required": "Enter a date."})
    first_time = ClockField(label="Time of the first date")
    second_day = SplitDateField(label="Second date", required=False)
    second_time = ClockField(label="Time of the second date", required=False)
    third_day = SplitDateField(label="Third date", required=False)
    third_time = ClockField(label="Time of the third date", required=False)

    def clean(self) -> dict[str, Any]:
        """A date has a time, and is to come."""
        cleaned = super().clean() or self.cleaned_data
        for name in self.NAMES:
            day, time = cleaned.get(f"{name}_day"), cleaned.get(f"{name}_time")
            if day and day < today():
                self.add_error(f"{name}_day", "This day has passed. Enter one that is still to come.")
            if day and not time and f"{name}_time" not in self.errors:
                self.add_error(f"{name}_time", "Enter the time of this date, for example 14:30.")
            if time and not day and f"{name}_day" not in self.errors:
                self.add_error(f"{name}_day", "Enter the day that goes with this time.")
        return cleaned

    def moments(self) -> list[datetime.datetime]:
        """The dates that were given, each once."""
        pairs = [(self.cleaned_data.get(f"{name}_day"), self.cleaned_data.get(f"{name}_time")) for name in self.NAMES]
        return list(dict.fromkeys(moment_of(day, time) for day, time in pairs if day and time))


class Filters(forms.Form):
    """Which sessions are listed; the address keeps the choice."""

    is_filter = True

    whose = forms.ChoiceField(
        label="Whose", required=False, choices=[("", "Everybody’s"), ("mine", "Mine and my area’s")]
    )
    state = forms.ChoiceField(label="State", required=False, choices=[("", "Every state"), *Session.State.choices])
    topic = forms.ChoiceField(label="Topic", required=False, choices=[("", "Every topic"), *Topic.choices])
    account = forms.ChoiceField(label="Area or partner", required=False)

    def __init__(self, *args: Any, accounts: list[Account], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["account"].choices = [("", "All"), *((each.slug, each.name) for each in accounts)]

    def chosen(self) -> dict[str, Any]:
        """What was chosen, by name; nothing where the address holds what is not there."""
        self.is_valid()
        return {name: value for name, value in getattr(self, "cleaned_data", {}).items() if value}


def moment_of(day: datetime.date, time: datetime.time) -> datetime.datetime:
    """The moment in London."""
    return timezone.make_aware(datetime.datetime.combine(day, time))
