"""What a member says when they ask for another look."""

from django import forms


class AppealForm(forms.Form):
    """In the member's own words."""

    words = forms.CharField(
        label="Why should a second moderator look at it?",
        max_length=2_000,
        widget=forms.Textarea(attrs={"data-rows": 6}),
        help_text="In your own words. You can ask once.",
        error_messages={"required": "Write a few words, so that the second moderator knows what you mean."},
    )
