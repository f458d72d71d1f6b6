"""Forms of releases: what to know of it, and why it is declined or withdrawn."""

from django import forms


class ProposeForm(forms.Form):
    """What the area's lead should know."""

    note = forms.CharField(
        label="What should the area lead know of it? (optional)",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class WhyForm(forms.Form):
    """A reason, which is kept."""

    reason = forms.CharField(
        label="Why?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say why: it is kept with the release."},
    )


class DeclineForm(WhyForm):
    """Why a proposal doesn't leave the area."""

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        self.fields["reason"].label = "Why should it not leave the area?"
