"""The forms of the three lists, and the filter above each."""

from typing import Any

from django import forms

from tenants import groups
from tenants.models import Organisation
from tenants.models.network import PARTNER_STATUS
from tenants.rollout.lists.kinds import Kind

FOR_ALL = [("", "All groups"), *groups.CHOICES]
ANOTHER = "Another, which is not in the list"


class ListForm(forms.Form):
    """A row of a list. `initial` are the fields of the row that is changed."""

    group = forms.ChoiceField(label="For which group?", choices=FOR_ALL, required=False)

    def values(self) -> dict[str, Any]:
        """The fields of the row by name."""
        return dict(self.cleaned_data)


class OrganisationMixin(forms.Form):
    """Choosing an organisation that the network knows."""

    organisation = forms.ModelChoiceField(
        Organisation.objects.order_by("name"),
        label="Organisation",
        required=False,
        empty_label=ANOTHER,
        error_messages={"invalid_choice": "Choose an organisation from the list."},
    )


class PartnerForm(OrganisationMixin, ListForm):
    """A partner: an organisation that is known, or the name and kind of one that is not yet."""

    new_name = forms.CharField(
        label="Its name, if it is not in the list",
        max_length=200,
        required=False,
        help_text="All areas share the list of organisations. Look there first.",
    )
    new_kind = forms.ChoiceField(
        label="Its kind, if it is not in the list",
        choices=[("", "Choose a kind"), *Organisation.Kind.choices],
        required=False,
    )
    status = forms.ChoiceField(
        label="Has it endorsed the programme?", choices=PARTNER_STATUS, widget=forms.RadioSelect, initial="endorsed"
    )

    field_order = ("organisation", "new_name", "new_kind", "group", "status")

    def clean(self) -> dict[str, Any]:
        """One of both: an organisation of the list, or a new one with its kind."""
        cleaned = super().clean() or self.cleaned_data
        chosen, name = cleaned.get("organisation"), cleaned.get("new_name")
        if chosen and name:
            self.add_error("new_name", "Choose an organisation or write a new name, not both.")
        elif not chosen and not name:
            self.add_error("organisation", "Choose the organisation, or write its name below.")
        elif name and not cleaned.get("new_kind"):
            self.add_error("new_kind", "Choose what kind of organisation it is.")
        return cleaned


class PartnerChangeForm(ListForm):
    """What changes of a partner: for which group, and whether it has endorsed, is to be confirmed, or has left."""

    status = forms.ChoiceField(label="Has it endorsed the programme?", choices=PARTNER_STATUS, widget=forms.RadioSelect)


class ResourceForm(ListForm):
    """Something that the area can build on."""

    what = forms.CharField(
        label="What is it?",
        max_length=300,
        help_text="People, tools or groundwork. Such as: a brokerage team of four.",
        error_messages={"required": "Say what it is."},
    )

    field_order = ("what", "group")


class PersonForm(OrganisationMixin, ListForm):
    """Somebody of the team for a group."""

    name = forms.CharField(
        label="Name",
        max_length=120,
        help_text="Ask them first. Only the area's team sees it.",
        error_messages={"required": "Write their name."},
    )
    role = forms.CharField(label="What they do", max_length=120, error_messages={"required": "Say what they do."})

    field_order = ("name", "role", "organisation", "group")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["organisation"].empty_label = "None, or not in the list"


NEW_FORMS: dict[str, type[ListForm]] = {"partners": PartnerForm, "resources": ResourceForm, "people": PersonForm}
CHANGE_FORMS: dict[str, type[ListForm]] = {**NEW_FORMS, "partners": PartnerChangeForm}


class ListFilters(forms.Form):
    """A list by group; partners by kind and standing too. A choice that there is not filters nothing."""

    is_filter = True

    group = forms.ChoiceField(
        label="Group",
        required=False,
        choices=[
            ("", "Every group"),
            ("all", "For all groups"),
            *((group.slug, group.name) for group in groups.GROUPS),
        ],
    )
    kind = forms.ChoiceField(label="Kind", required=False, choices=[("", "All kinds"), *Organisation.Kind.choices])
    status = forms.ChoiceField(label="Standing", required=False, choices=[("", "Any"), *PARTNER_STATUS])

    def __init__(self, *args: Any, of: Kind, **options: Any) -> None:
        super().__init__(*args, **options)
        if of.key != "partners":
            del self.fields["kind"], self.fields["status"]

    def lookups(self) -> dict[str, str]:
        """What a queryset of the list is filtered by."""
        cleaned = self.cleaned_data if self.is_valid() else {}
        found = {}
        if cleaned.get("group"):
            group = groups.BY_SLUG.get(cleaned["group"])
            found["group"] = group.key if group else ""
        if cleaned.get("kind"):
            found["organisation__kind"] = cleaned["kind"]
        if cleaned.get("status"):
            found["status"] = cleaned["status"]
        return found
