"""allauth's forms with our words on them."""

from typing import Any

from allauth.account import forms as account_forms
from allauth.mfa.webauthn import forms as passkey_forms
from allauth.socialaccount import forms as linked_forms
from django import forms

EMAIL = "E-mail address"
MISSING_EMAIL = "Enter your e-mail address."


def _say_email(field: forms.Field) -> None:
    field.label = EMAIL
    field.error_messages["required"] = MISSING_EMAIL
    field.widget.attrs.pop("placeholder", None)


class LoginForm(account_forms.LoginForm):
    """Signing in."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        _say_email(self.fields["login"])


class ResetPasswordForm(account_forms.ResetPasswordForm):
    """Asking for a link to set a new password."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        _say_email(self.fields["email"])


class AddEmailForm(account_forms.AddEmailForm):
    """A further e-mail address."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        _say_email(self.fields["email"])


class AddPasskeyForm(passkey_forms.AddWebAuthnForm):
    """A new passkey: one that signs in alone, unless the person wants only a second step."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["name"].label = "Name, so that you know it again"
        self.fields["name"].help_text = "For example: my phone"
        self.fields["passwordless"].label = "Sign in with it alone, without my password"
        self.fields["passwordless"].help_text = "Your device then always asks for your fingerprint, face or code."
        self.fields["passwordless"].initial = True


class LinkedAccountField(forms.ModelChoiceField):
    """Linked accounts, by the provider's name."""

    def label_from_instance(self, account: Any) -> str:
        """`NHS login, linked on 3 July 2015`; the bare id of a provider that is no longer set up."""
        from django.conf import settings

        from ui.formats import date

        names = {each.id: each.name for each in settings.OIDC_PROVIDERS}
        return f"{names.get(account.provider, account.provider)}, linked on {date(account.date_joined)}"


class UnlinkForm(linked_forms.DisconnectForm):
    """Taking a link away."""

    account = LinkedAccountField(
        label="Your linked accounts",
        queryset=linked_forms.SocialAccount.objects.none(),
        widget=forms.RadioSelect,
        error_messages={"required": "Choose the account whose link you want to remove."},
    )
