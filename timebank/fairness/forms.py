"""Forms of the rule of fair shares and of pledges."""

from typing import Any

from django import forms

from config.today import today
from tenants.models import Site
from timebank.calc.fairness.shares import RULES, Rule
from timebank.exchange.forms import HoursField
from timebank.models import Account
from ui.forms import SplitDateField

PREFIX = "weight-"


class RuleForm(forms.Form):
    """Which rule counts from today, and why. Each area has a weight where the board sets the shares itself."""

    rule = forms.ChoiceField(label="Rule", choices=list(RULES.items()), widget=forms.RadioSelect)
    reason = forms.CharField(
        label="Why?",
        max_length=500,
        widget=forms.Textarea(attrs={"data-rows": 3}),
        help_text="Every area reads it, and it stays with the rule for good. Name no people.",
        error_messages={"required": "Say why, and when the board decided it."},
    )

    def __init__(self, *args: Any, areas: list[Account], weights: dict[str, int], **options: Any) -> None:
        super().__init__(*args, **options)
        self.slugs = [account.slug for account in areas]
        for account in areas:
            self.fields[f"{PREFIX}{account.slug}"] = forms.IntegerField(
                label=f"The board’s weight for {account.name}",
                required=False,
                min_value=0,
                max_value=1000,
                initial=weights.get(account.slug, 1),
                widget=forms.TextInput(attrs={"class": "nhsuk-input--width-3", "inputmode": "numeric"}),
                error_messages={"invalid": "Enter a whole number from 0 to 1,000."},
            )

    def weights(self) -> dict[str, int]:
        """The board's weights, where it sets the shares itself."""
        if self.cleaned_data["rule"] != Rule.BOARD:
            return {}
        return {slug: self.cleaned_data.get(f"{PREFIX}{slug}") or 0 for slug in self.slugs}


class PledgeForm(forms.Form):
    """What a first-phase site agreed to give."""

    account = forms.ChoiceField(label="Whose pledge", error_messages={"required": "Choose whose pledge it is."})
    site = forms.TypedChoiceField(label="Site", required=False, coerce=int, empty_value=None)
    minutes = HoursField(label="Hours")
    made_on = SplitDateField(label="Agreed on", error_messages={"required": "Enter the day."})
    words = forms.CharField(
        label="What was agreed",
        max_length=500,
        widget=forms.Textarea(attrs={"data-rows": 3}),
        error_messages={"required": "Write what was agreed, in a sentence."},
    )

    def __init__(self, *args: Any, accounts: list[Account], **options: Any) -> None:
        super().__init__(*args, **options)
        self.accounts = {account.slug: account for account in accounts}
        self.sites = {site.pk: site for site in Site.objects.filter(cohort__number=1).select_related("area")}
        self.fields["account"].choices = [("", "Choose"), *((each.slug, each.name) for each in accounts)]
        sites = [(site.pk, f"{site.name} ({site.area.short_name})") for site in self.sites.values()]
        self.fields["site"].choices = [("", "The area as a whole"), *sites]

    def clean(self) -> dict[str, Any]:
        """The site is of the area, and nothing was agreed on a day to come."""
        cleaned = super().clean() or self.cleaned_data
        site, account = self.sites.get(cleaned.get("site")), self.accounts.get(cleaned.get("account", ""))
        if site and account and site.area_id != account.area_id:
            self.add_error("site", "This site is of another area. Choose one of the area above.")
        if cleaned.get("made_on") and cleaned["made_on"] > today():
            self.add_error("made_on", "This day is still to come.")
        return cleaned

    def values(self) -> dict[str, Any]:
        """What the action takes."""
        given = self.cleaned_data
        return {
            "account": self.accounts[given["account"]],
            "site": self.sites.get(given["site"]),
            "minutes": given["minutes"],
            "made_on": given["made_on"],
            "words": given["words"],
        }
