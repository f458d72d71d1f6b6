"""Forms about areas: the network's folder, a new area, an invitation to a team, filters of organisations."""

from typing import Any

from django import forms

from accounts import policy
from files import guard
from files.faults import Refused
from tenants.models import Organisation
from tenants.models.areas import RESERVED_SLUGS, SLUG_SHAPE
from tenants.network_loading.reading import LIMITS


class LoadForm(forms.Form):
    """The network's folder: one .zip of CSV files, or a workbook."""

    folder = forms.FileField(
        label="The network's folder, as one .zip file or one .xlsx workbook",
        help_text="areas.csv is needed; the other files are optional. Nothing is stored if any line has a fault.",
        widget=forms.ClearableFileInput(attrs={"accept": ".zip,.xlsx"}),
        error_messages={
            "required": "Choose the .zip file or the workbook with the network's folder.",
            "empty": "The file is empty. Pack the folder again and choose it.",
        },
    )

    def clean_folder(self) -> Any:
        """Refuses by size, by the first letters of the file and by virus scanner, before anything opens it."""
        upload = self.cleaned_data["folder"]
        try:
            guard.check(upload, endings=(".zip", ".xlsx"), limits=LIMITS)
        except Refused as refusal:
            raise forms.ValidationError(refusal.faults) from refusal
        return upload


class NewAreaForm(forms.Form):
    """An area that joins the network."""

    name = forms.CharField(label="Name of the area", max_length=120)
    short_name = forms.CharField(
        label="Short name", max_length=60, help_text="For charts and small screens.", required=False
    )
    slug = forms.RegexField(
        SLUG_SHAPE,
        label="Name in addresses",
        max_length=40,
        help_text="Small letters, numbers and hyphens, such as north-dorset. It can't be changed later.",
        error_messages={"invalid": "Use 2 to 40 small letters, numbers and hyphens."},
    )

    def clean_slug(self) -> str:
        """None of the site's own words."""
        slug = self.cleaned_data["slug"]
        if slug in RESERVED_SLUGS:
            raise forms.ValidationError("This word is kept for the site's own pages. Choose another.")
        return slug


class InviteForm(forms.Form):
    """Somebody to join an area's team."""

    email = forms.EmailField(
        label="E-mail address",
        help_text="They get a link that works for 14 days.",
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": "Enter an e-mail address.",
            "invalid": "Enter an e-mail address like name@nhs.net.",
        },
    )
    role = forms.ChoiceField(
        label="Role",
        choices=[(role.slug, role.name) for role in policy.AREA_ROLES],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose a role."},
    )


class OrganisationFilters(forms.Form):
    """Organisations, by kind."""

    is_filter = True

    kind = forms.ChoiceField(label="Kind", required=False, choices=[("", "All kinds"), *Organisation.Kind.choices])

    def rows(self) -> Any:
        """The organisations that the filter leaves, by name; all of them while the address names no known kind."""
        rows = Organisation.objects.select_related("network_partnership").order_by("name")
        kind = self.cleaned_data.get("kind") if self.is_valid() else ""
        return rows.filter(kind=kind) if kind else rows
