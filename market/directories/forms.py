"""Forms of other directories."""

from typing import Any

from django import forms

from files import guard
from files.faults import Refused
from files.limits import Limits
from market import words
from market.directories import actions
from market.directories.errors import AddressRefused
from market.directories.reading import addresses
from market.models import Directory, DirectoryRecord, OfferEdition
from market.models.editions import MOST_NEEDS
from tenants import groups
from tenants.models import Area

ENDINGS = (".json",)


def _several(label: str, choices: Any, **options: Any) -> forms.MultipleChoiceField:
    widget = forms.CheckboxSelectMultiple
    return forms.MultipleChoiceField(label=label, choices=choices, required=False, widget=widget, **options)


class DirectoryForm(forms.Form):
    """A directory: what it is called, where it is read, and for which areas."""

    name = forms.CharField(
        label="Name of the directory",
        max_length=120,
        help_text="People see it beside each of its services.",
        error_messages={"required": "Enter what the directory is called."},
    )
    address = forms.URLField(
        label="Address of its feed",
        max_length=300,
        required=False,
        assume_scheme="https",
        help_text="It begins with https:// and follows Open Referral UK 3.0. Leave it empty to send files.",
        error_messages={"invalid": "Enter an address that begins with https://."},
    )
    licence = forms.CharField(
        label="Licence of its data",
        max_length=200,
        required=False,
        help_text="As the directory states it, for example Open Government Licence 3.0.",
    )
    areas = _several("Areas that it covers", [])
    needs = _several(
        "Kinds of support",
        words.Need.choices,
        help_text=f"Services that name none of our kinds are listed under these. Choose up to {MOST_NEEDS}.",
    )
    refresh = forms.ChoiceField(
        label="When is it read again?",
        choices=Directory.Refresh.choices,
        widget=forms.RadioSelect,
        initial=Directory.Refresh.NEVER,
    )
    is_shown = forms.BooleanField(label="Show its services in the marketplace", required=False, initial=True)

    def __init__(self, *args: Any, areas: list[Area], directory: Directory | None = None, **options: Any) -> None:
        initial = {name: getattr(directory, name) for name in self.base_fields} if directory else {}
        super().__init__(*args, initial=initial, **options)
        self.directory = directory
        self.own = {area.slug for area in areas}
        self.fields["areas"].choices = [(area.slug, area.name) for area in areas]  # type: ignore[attr-defined]

    def clean_name(self) -> str:
        """No two directories have one name."""
        name: str = self.cleaned_data["name"].strip()
        others = Directory.objects.filter(name__iexact=name).exclude(pk=self.directory.pk if self.directory else None)
        if others.exists():
            raise forms.ValidationError("There is a directory of this name already. Choose another name.")
        return name

    def clean_address(self) -> str:
        """An address that may be fetched, and that no other directory has."""
        address: str = self.cleaned_data["address"].rstrip("/")
        if not address:
            return ""
        try:
            addresses.target(address)
        except AddressRefused as refused:
            raise forms.ValidationError(str(refused)) from refused
        others = Directory.objects.filter(address=address).exclude(pk=self.directory.pk if self.directory else None)
        if others.exists():
            raise forms.ValidationError("This feed is read already. Look for it in the list of directories.")
        return address

    def clean_areas(self) -> list[str]:
        """The person's own areas as they chose; areas of others stay as they were."""
        chosen = self.cleaned_data["areas"]
        others = set(self.directory.areas) - self.own if self.directory else set()
        if not chosen and not others:
            raise forms.ValidationError("Choose at least one area.")
        return sorted({*chosen, *others})

    def clean_needs(self) -> list[str]:
        """A few."""
        needs: list[str] = self.cleaned_data["needs"]
        if len(needs) > MOST_NEEDS:
            raise forms.ValidationError(f"Choose up to {MOST_NEEDS} kinds of support.")
        return needs

    def clean(self) -> dict[str, Any]:
        """Only an address can be read again."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("refresh") != Directory.Refresh.NEVER and cleaned.get("address") == "":
            self.add_error("refresh", "A directory without an address can’t be read by itself. Enter its address.")
        return cleaned


class FeedFileForm(forms.Form):
    """A file of a directory."""

    file = forms.FileField(
        label="The directory’s file",
        help_text="JSON, as Open Referral UK 3.0 describes it. It is tried out first: nothing is changed yet.",
        error_messages={"required": "Choose the file.", "empty": "The file is empty. Choose another."},
    )

    def clean_file(self) -> Any:
        """Past the guard of uploads."""
        file = self.cleaned_data["file"]
        try:
            guard.check(file, endings=ENDINGS, limits=Limits())
        except Refused as refusal:
            raise forms.ValidationError([f"{fault}." for fault in refusal.faults]) from refusal
        return file


class RecordsFilter(forms.Form):
    """Which services of a directory are listed."""

    is_filter = True

    q = forms.CharField(label="Words of the name", required=False, max_length=100)
    state = forms.ChoiceField(
        label="State",
        required=False,
        choices=[("", "Any"), ("waits", "A change waits"), *DirectoryRecord.State.choices],
    )

    def chosen(self) -> dict[str, str]:
        """What was chosen; nothing where the address holds what is not there."""
        self.is_valid()
        found = getattr(self, "cleaned_data", {})
        return {"words": found.get("q", ""), "state": found.get("state", "")}


class RecordForm(forms.Form):
    """Our words for a service of another directory."""

    title = forms.CharField(label="Name", max_length=80, error_messages={"required": "Enter a name."})
    summary = forms.CharField(
        label="What it is and for whom, in two sentences",
        max_length=400,
        widget=forms.Textarea(attrs={"data-rows": 3}),
        error_messages={"required": "Say what it is."},
    )
    details = forms.CharField(
        label="More about it", max_length=3_000, required=False, widget=forms.Textarea(attrs={"data-rows": 6})
    )
    needs = _several("Kinds of support", words.Need.choices, help_text=f"Up to {MOST_NEEDS}.")
    groups = _several("For which groups", groups.CHOICES)
    outcomes = _several("What it helps with", words.Outcome.choices)
    mechanisms = _several("How people can pay", words.Mechanism.choices)
    goes_rural = forms.BooleanField(label="Goes to villages and the countryside", required=False)
    comes_to_you = forms.BooleanField(label="Comes to people’s homes", required=False)

    def __init__(self, *args: Any, edition: OfferEdition, **options: Any) -> None:
        super().__init__(*args, initial={name: getattr(edition, name) for name in actions.EDITABLE}, **options)

    clean_needs = DirectoryForm.clean_needs
