"""Forms of joining, and of changing one's display name."""

from django import forms

from peer_network.models.members import LONGEST_NAME

NAME_HINT = "Others see this name and no other. Don’t use your real name. For example: Tea and Toast."


class NameForm(forms.Form):
    """A display name."""

    display_name = forms.CharField(
        label="Your display name",
        max_length=LONGEST_NAME,
        help_text=NAME_HINT,
        widget=forms.TextInput(attrs={"autocomplete": "off", "class": "nhsuk-input--width-20"}),
        error_messages={
            "required": "Choose a name.",
            "max_length": f"This name is too long. Use up to {LONGEST_NAME} letters.",
        },
    )


class AcceptForm(forms.Form):
    """The house rules as they are now."""

    accepts = forms.BooleanField(
        label="I have read the house rules, and I agree to them",
        error_messages={"required": "You need to agree to the house rules to take part."},
    )


class JoinForm(NameForm, AcceptForm):
    """A name, an age, and the rules."""

    field_order = ("display_name", "is_adult", "accepts")

    is_adult = forms.BooleanField(
        label="I am 18 or older",
        error_messages={"required": "The peer network is for people who are 18 or older."},
    )


class LeaveForm(forms.Form):
    """That somebody means it."""

    is_sure = forms.BooleanField(
        label="Yes, I want to leave the peer network",
        error_messages={"required": "Tick the box if you want to leave."},
    )
