"""Forms of providers: starting, the pages of a profile, people, and the check."""

import datetime
from typing import Any

from django import forms

from config.today import today
from market import area_names
from market.models import Provider
from market.offers.fields import several
from market.offers.fields import words as text
from market.providers import checklist
from tenants.models import Organisation
from ui.forms import SplitDateField

KIND_HINT = "Choose what comes nearest. A small community group has a shorter check."


def kind_field() -> forms.ChoiceField:
    """The kind of a provider."""
    return forms.ChoiceField(
        label="What are you?",
        choices=Provider.Kind.choices,
        widget=forms.RadioSelect(attrs={"data-legend": "m"}),
        help_text=KIND_HINT,
        error_messages={"required": "Choose what comes nearest."},
    )


def name_field() -> forms.CharField:
    """The name of an organisation."""
    return text(
        "What is your organisation called?",
        200,
        required="Enter its name.",
        help_text="If you work for yourself: the name under which people know your work.",
    )


class StartForm(forms.Form):
    """A new organisation."""

    name = name_field()
    kind = kind_field()


class ProfileForm(forms.Form):
    """One page of the profile."""

    is_draft = True

    @classmethod
    def of(cls, provider: Provider, data: Any = None) -> "ProfileForm":
        """The form with what is written so far."""
        return cls(data, initial={name: getattr(provider, name, None) for name in cls.base_fields})

    def content(self) -> dict[str, Any]:
        """What to store."""
        return dict(self.cleaned_data)


class AboutForm(ProfileForm):
    """The name can be changed until it was checked."""

    kind = kind_field()
    about = text("What do you do?", 1_500, rows=5, help_text="A few short sentences. Everybody can read them.")

    @classmethod
    def of(cls, provider: Provider, data: Any = None) -> "AboutForm":
        """The form with what is written so far."""
        form = cls(data, initial={"kind": provider.kind, "about": provider.about, "name": provider.organisation.name})
        if not provider.checks.filter(outcome="passed").exists():
            form.fields = {"name": name_field(), **form.fields}
        return form

    def content(self) -> dict[str, Any]:
        """What is the provider's own; the name is the organisation's."""
        return {name: value for name, value in self.cleaned_data.items() if name != "name"}


class AreasForm(ProfileForm):
    areas = several("In which areas do you work?", (), help_text="The commissioners of these areas can check you.")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["areas"].choices = area_names.choices()  # type: ignore[attr-defined]


class NumbersForm(ProfileForm):
    charity_number = text("Charity number", 12, help_text="Leave out what you don’t have.")
    company_number = text("Company number", 8)
    ods_code = text("ODS code", 10, help_text="Of NHS organisations.")
    cqc_number = text("Care Quality Commission number", 20, help_text="If you give personal care or nursing.")


class ContactForm(ProfileForm):
    email = forms.EmailField(
        label="E-mail for people who ask",
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={"invalid": "Enter an e-mail address, for example hello@example.org."},
    )
    telephone = text("Telephone", 30)
    website = forms.URLField(
        label="Website",
        required=False,
        max_length=300,
        assume_scheme="https",
        error_messages={"invalid": "Enter an address of the web, for example https://example.org."},
    )
    postal_address = text("Address for letters", 400, rows=3)

    def clean_website(self) -> str:
        """Only pages of the web."""
        found: str = self.cleaned_data["website"]
        if found and not found.startswith(("https://", "http://")):
            raise forms.ValidationError("The address begins with https:// or http://.")
        return found


class BrokerForm(ProfileForm):
    is_broker = forms.BooleanField(
        label="We help people to plan and buy their support (we are brokers)", required=False
    )
    keeps_standard = forms.BooleanField(label="We keep the brokers’ standard", required=False)
    conflicts_of_interest = text(
        "Conflicts of interest",
        1_000,
        rows=4,
        help_text="Whom else do you work for, own, or get money from? Everybody reads this. If nobody, say so.",
    )

    @classmethod
    def of(cls, provider: Provider, data: Any = None) -> "BrokerForm":
        """The form with what is written so far."""
        form = cls(
            data,
            initial={
                "is_broker": provider.is_broker,
                "keeps_standard": provider.keeps_broker_standard_since is not None,
                "conflicts_of_interest": provider.conflicts_of_interest,
            },
        )
        form.since = provider.keeps_broker_standard_since
        return form

    def content(self) -> dict[str, Any]:
        """The day on which they first said that they keep the standard stays."""
        found = dict(self.cleaned_data)
        keeps = found.pop("keeps_standard")
        return {**found, "keeps_broker_standard_since": (self.since or today()) if keeps else None}


class InviteForm(forms.Form):
    """Somebody else who writes for it."""

    email = forms.EmailField(
        label="Their e-mail address",
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": "Enter their e-mail address.",
            "invalid": "Enter an e-mail address, for example ann@example.org.",
        },
    )


class InviteToForm(InviteForm):
    """A commissioner invites somebody to write for an organisation that the network knows."""

    field_order = ("organisation", "email")

    organisation = text(
        "The organisation’s name",
        200,
        required="Enter its name.",
        help_text="As it stands in our list. One that isn’t there yet starts by itself.",
    )

    def clean_organisation(self) -> Organisation:
        """One that is in the list."""
        name = " ".join(self.cleaned_data["organisation"].split())
        found = Organisation.objects.filter(name__iexact=name).first()
        if found is None:
            raise forms.ValidationError("It isn’t in our list. Check the name, or ask them to start by themselves.")
        return found


class CheckForm(forms.Form):
    """What a commissioner looked at, and decides."""

    is_draft = True  # what is needed depends on the decision

    looked_at = several("What did you look at?", ())
    decision = forms.ChoiceField(
        label="What do you decide?",
        choices=[
            ("pass", "Checked: every area recognises it"),
            ("change", "Ask for a change"),
            ("refuse", "Don’t accept it"),
        ],
        widget=forms.RadioSelect(attrs={"data-legend": "m"}),
        error_messages={"required": "Choose what becomes of it."},
    )
    valid_until = SplitDateField(label="The check counts until", required=False)
    note = text(
        "What do you say to them?",
        1_000,
        rows=4,
        help_text="Needed where something has to be mended, or isn’t accepted. They read it as you write it.",
    )

    def __init__(self, *args: Any, provider: Provider, **options: Any) -> None:
        until = today() + datetime.timedelta(days=checklist.usual_days(provider))
        super().__init__(*args, initial={"valid_until": until}, **options)
        needed = [(item.key, item.words) for item in checklist.needed(provider)]
        more = [(item.key, f"{item.words} (if you like)") for item in checklist.may_look_at(provider)]
        self.fields["looked_at"].choices = needed + more  # type: ignore[attr-defined]
        self.fields["looked_at"].help_text = f"All of the first {len(needed)} before it is recognised."

    def clean(self) -> dict[str, Any]:
        """A check that is passed has a day."""
        found = super().clean() or {}
        if found.get("decision") == "pass" and not found.get("valid_until") and "valid_until" not in self.errors:
            self.add_error("valid_until", "Say until when the check counts.")
        return found


class StateForm(forms.Form):
    """Which of the providers of one's areas."""

    is_filter = True

    state = forms.ChoiceField(
        label="State",
        choices=[("", "All"), *((key, label) for key, label in Provider.State.choices if key != "draft")],
        required=False,
    )


class FilterForm(forms.Form):
    """Which of those who wait."""

    is_filter = True

    kind = forms.ChoiceField(
        label="Show",
        choices=[("", "Providers and offers"), ("providers", "Providers"), ("offers", "Offers")],
        required=False,
    )
