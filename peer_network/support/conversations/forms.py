"""What is written in a conversation."""

from django import forms

from peer_network.models.conversations import LONGEST_MESSAGE


class MessageForm(forms.Form):
    """One message."""

    said = ("body",)

    body = forms.CharField(
        label="Your message",
        max_length=LONGEST_MESSAGE,
        widget=forms.Textarea(attrs={"data-rows": 5}),
        error_messages={"required": "Write a few words first."},
    )
