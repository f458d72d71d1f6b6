"""Forms of offers and requests."""

import decimal
from typing import Any

from django import forms

from config.today import today
from tenants import groups
from tenants.frameworks import COMPONENT_CHOICES
from tenants.models import Site
from timebank.exchange.actions import LONGEST_LISTED
from timebank.hours_field import QuarterHoursField
from timebank.models import Account, Offer, Request
from timebank.models.exchange import How
from timebank.topics import Topic
from ui.forms import SplitDateField

EVERY_GROUP = [("", "No group in particular"), *groups.CHOICES]
EVERY_COMPONENT = [("", "No component in particular"), *COMPONENT_CHOICES]


class HoursField(QuarterHoursField):
    """From a quarter of an hour to 500 hours."""

    def __init__(self, **options: Any) -> None:
        attrs = {"class": "nhsuk-input--width-4", "inputmode": "decimal", "data-suffix": "hours"}
        options.setdefault("widget", forms.TextInput(attrs=attrs))
        messages = {
            "required": "Enter how many hours, for example 2 or 1.5.",
            "invalid": "Enter hours as a number, for example 2 or 1.5.",
            "min_value": "Enter at least a quarter of an hour: 0.25.",
            "max_value": "Enter at most 500 hours.",
        }
        super().__init__(
            min_value=decimal.Decimal("0.25"), max_value=decimal.Decimal(500), error_messages=messages, **options
        )


class ListedForm(forms.Form):
    """What an offer and a request have in common."""

    fields_of_row: tuple[str, ...] = ()

    account = forms.ChoiceField(label="For whom", error_messages={"required": "Choose whose it is."})
    title = forms.CharField(label="Title", max_length=120, error_messages={"required": "Say it in a few words."})
    topic = forms.ChoiceField(
        label="Topic",
        choices=[("", "Choose a topic"), *Topic.choices],
        error_messages={"required": "Choose the topic that comes nearest."},
    )
    group = forms.ChoiceField(label="Group", choices=EVERY_GROUP, required=False)
    component = forms.ChoiceField(
        label="Service component",
        choices=EVERY_COMPONENT,
        required=False,
        help_text="Of the national framework. Leave it open if you are not sure.",
    )
    site = forms.TypedChoiceField(label="Site", required=False, coerce=int, empty_value=None)
    how = forms.ChoiceField(label="How", choices=How.choices, widget=forms.RadioSelect, initial=How.EITHER)

    def __init__(self, *args: Any, accounts: list[Account], row: Offer | Request | None = None, **options: Any) -> None:
        initial = {name: getattr(row, name) for name in self.fields_of_row} if row else {}
        if row:
            initial["site"] = row.site_id
        super().__init__(*args, initial=initial | (options.pop("initial", None) or {}), **options)
        self.accounts = {account.slug: account for account in accounts}
        self.row = row
        self._accounts(accounts)
        self._sites(accounts)

    def _accounts(self, accounts: list[Account]) -> None:
        if self.row or len(accounts) == 1:
            del self.fields["account"]
        else:
            self.fields["account"].choices = [("", "Choose"), *((each.slug, each.name) for each in accounts)]

    def _sites(self, accounts: list[Account]) -> None:
        areas = [account.area_id for account in accounts if account.area_id]
        sites = Site.objects.filter(area__in=areas).select_related("cohort").order_by("cohort__number", "name")
        if sites:
            choices = [(site.pk, f"{site.name}, implementation cohort {site.cohort.number}") for site in sites]
            self.fields["site"].choices = [("", "No site in particular"), *choices]
            self.sites = {site.pk: site for site in sites}
        else:
            del self.fields["site"]

    def chosen_account(self) -> Account:
        """Whose it is."""
        if self.row:
            return self.row.account
        slug = self.cleaned_data.get("account") or next(iter(self.accounts))
        return self.accounts[slug]

    def clean(self) -> dict[str, Any]:
        """A site is of the account's own area, and works with the group that is named."""
        cleaned = super().clean() or self.cleaned_data
        site = self.sites.get(cleaned.get("site")) if "site" in self.fields else None
        if site and "account" not in self.errors and site.area_id != self.chosen_account().area_id:
            self.add_error("site", "This site is of another area. Choose one of the area above.")
        if site and cleaned.get("group") and site.group != cleaned["group"]:
            self.add_error("site", "This site works with another group. Choose its group, or another site.")
        return cleaned

    def values(self) -> dict[str, Any]:
        """The fields of the row by name."""
        found = {name: self.cleaned_data[name] for name in self.fields_of_row if name in self.cleaned_data}
        if "site" in found:
            found["site"] = self.sites.get(found["site"])
        return found


class OfferForm(ListedForm):
    """Help that an account offers."""

    fields_of_row = (
        "title",
        "topic",
        "group",
        "component",
        "site",
        "mentor_kind",
        "minutes_a_month",
        "how",
        "available_from",
        "available_until",
        "details",
    )
    field_order = ("account", *fields_of_row)

    mentor_kind = forms.ChoiceField(
        label="Who helps", choices=Offer.MentorKind.choices, widget=forms.RadioSelect, initial="practitioner"
    )
    minutes_a_month = HoursField(label="Hours a month", help_text="As much as you can surely keep, for example 2.")
    available_from = SplitDateField(label="From", error_messages={"required": "Enter the first day."})
    available_until = SplitDateField(label="Until", required=False, help_text="Leave it empty where it has no end.")
    details = forms.CharField(
        label="More about it",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"data-rows": 4}),
        help_text="What you have done, and what others can take from it. No names of people, please.",
    )

    def clean(self) -> dict[str, Any]:
        """An offer ends after it begins, and not before today."""
        cleaned = super().clean()
        first, last = cleaned.get("available_from"), cleaned.get("available_until")
        if first and last and last < first:
            self.add_error("available_until", "This is before the first day. Change one of the two.")
        elif last and last < today():
            self.add_error("available_until", "This day has passed. Enter a day that is still to come.")
        return cleaned


class MentorForm(OfferForm):
    """What somebody with a budget, a carer or a peer supporter offers for their area: fewer questions."""

    fields_of_row = tuple(
        name for name in OfferForm.fields_of_row if name not in ("component", "site", "mentor_kind", "available_until")
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in ("component", "site", "mentor_kind", "available_until"):
            self.fields.pop(name, None)
        self.fields["title"].label = "What could you help others with?"
        self.fields["minutes_a_month"].help_text = "Start small. One hour is a lot of help."


class RequestForm(ListedForm):
    """Help that an account asks for."""

    fields_of_row = (
        "title",
        "topic",
        "group",
        "component",
        "site",
        "minutes",
        "needed_by",
        "priority",
        "how",
        "why",
    )
    field_order = ("account", *fields_of_row)

    minutes = HoursField(label="Hours", help_text="In all. Your best guess will do.")
    needed_by = SplitDateField(label="Needed by", error_messages={"required": "Enter the day by which you need it."})
    priority = forms.TypedChoiceField(
        label="How pressing is it for your area?",
        choices=Request.Priority.choices,
        coerce=int,
        widget=forms.RadioSelect,
        initial=2,
        help_text="You decide. The matching looks at it, and the board sees how much help went to first priorities.",
    )
    why = forms.CharField(
        label="Why do you need it?",
        max_length=2000,
        widget=forms.Textarea(attrs={"data-rows": 4}),
        help_text="What you want to be able to do afterwards. No names of people, please.",
        error_messages={"required": "Say why, so that the right people offer to help."},
    )

    def clean_needed_by(self) -> Any:
        """A day that is still to come, within a year."""
        day = self.cleaned_data["needed_by"]
        if day and not today() < day <= today() + LONGEST_LISTED:
            raise forms.ValidationError("Enter a day from tomorrow to a year from today.")
        return day


class ExtendForm(forms.Form):
    """Until when something stays on the list."""

    until = SplitDateField(label="Until when?", error_messages={"required": "Enter a day."})


class Filters(forms.Form):
    """Which offers or requests are listed; the address keeps the choice."""

    is_filter = True

    topic = forms.ChoiceField(label="Topic", required=False, choices=[("", "Every topic"), *Topic.choices])
    group = forms.ChoiceField(label="Group", required=False, choices=[("", "Every group"), *groups.CHOICES])
    component = forms.ChoiceField(
        label="Service component", required=False, choices=[("", "Every component"), *COMPONENT_CHOICES]
    )
    account = forms.ChoiceField(label="Area or partner", required=False)
    how = forms.ChoiceField(
        label="How", required=False, choices=[("", "Any way"), ("remote", "Remote"), ("on_site", "On site")]
    )
    when = forms.ChoiceField(
        label="When",
        required=False,
        choices=[("", "Any time"), ("month", "Within a month"), ("quarter", "Within three months")],
    )

    def __init__(self, *args: Any, accounts: list[Account], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["account"].choices = [("", "All"), *((each.slug, each.name) for each in accounts)]

    def chosen(self) -> dict[str, Any]:
        """What was chosen, by name; nothing where the address holds what is not there."""
        self.is_valid()
        return {name: value for name, value in getattr(self, "cleaned_data", {}).items() if value}
