"""The forms of accounts' own pages."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django_tenants.utils import get_tenant_model

from accounts import policy
from accounts.models import Invitation, User
from accounts.policy import Scope

# Whom the network's managers invite: the network's own roles, an area's first lead, and a provider's editor.
INVITED_BY_NETWORK = [
    *policy.NETWORK_ROLES,
    policy.AREA_LEAD,
    policy.PROVIDER_EDITOR,
]


class NameForm(forms.ModelForm):
    """A person's own name."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["name"].required = True
        self.fields["name"].error_messages["required"] = "Enter your name."

    class Meta:
        model = User
        fields = ["name"]
        labels = {"name": "Your name"}
        help_texts = {"name": "As colleagues know you. The peer network does not show it."}


class FindPersonForm(forms.Form):
    """Looking for somebody in the list of people."""

    q = forms.CharField(label="Name or e-mail address", required=False, max_length=100)


class NewcomerForm(forms.Form):
    """The account of somebody who was invited."""

    name = forms.CharField(label="Your name", max_length=200, error_messages={"required": "Enter your name."})
    password = forms.CharField(
        label="Choose a password",
        help_text="At least 12 characters. Three words that only you would put together work well.",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        strip=False,
        error_messages={"required": "Enter a password."},
    )
    again = forms.CharField(
        label="The same password again",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        strip=False,
        error_messages={"required": "Enter the same password again."},
    )

    def __init__(self, *args: Any, email: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.email = email

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        password = cleaned.get("password")
        if password:
            try:
                validate_password(password, User(email=self.email, name=cleaned.get("name", "")))
            except forms.ValidationError as error:
                self.add_error("password", error)
        if password and cleaned.get("again") and password != cleaned["again"]:
            self.add_error("again", "The two passwords are not the same. Enter the same one twice.")
        return cleaned


class LinkedNewcomerForm(forms.Form):
    """The account of somebody invited who signs in with another organisation's account."""

    name = forms.CharField(label="Your name", max_length=200, error_messages={"required": "Enter your name."})


class StaffSessionForm(forms.Form):
    """Why an operator opens the admin."""

    reason = forms.CharField(
        label="What are you going to do?",
        help_text="Your reason is kept in the audit, with your name and the time.",
        max_length=300,
        min_length=10,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": "Say what you are going to do.",
            "min_length": "Say what you are going to do in at least 10 letters.",
        },
    )


class InviteForm(forms.Form):
    """An invitation by a manager of the network."""

    email = forms.EmailField(
        label="E-mail address",
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": "Enter an e-mail address.",
            "invalid": "Enter an e-mail address like name@example.org.",
        },
    )
    role = forms.ChoiceField(
        label="Role",
        choices=[("", "Choose a role"), *[(role.slug, role.name) for role in INVITED_BY_NETWORK]],
        error_messages={"required": "Choose a role."},
    )
    area = forms.ModelChoiceField(
        label="Area",
        help_text="For an area lead. Also for a budget holder, a carer or a peer supporter of one area.",
        queryset=None,
        required=False,
        empty_label="No area",
    )
    organisation = forms.ModelChoiceField(
        label="Organisation",
        help_text="For a provider editor only.",
        queryset=None,
        required=False,
        empty_label="No organisation",
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        organisations = Invitation._meta.get_field("organisation").related_model
        self.fields["area"].queryset = get_tenant_model().objects.active()
        self.fields["organisation"].queryset = organisations._default_manager.all()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        role = policy.ROLES.get(cleaned.get("role", ""))
        if role is None or self.errors:
            return cleaned
        try:
            policy.check_scope(role.slug, area=cleaned.get("area"), organisation=cleaned.get("organisation"))
        except policy.WrongScope as refusal:
            self.add_error("organisation" if role.scope is Scope.ORGANISATION else "area", str(refusal))
        return cleaned
