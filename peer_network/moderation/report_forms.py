"""The three steps of a report: what is wrong, a few words, sent."""

from django import forms

from peer_network.models import Report
from peer_network.models.reports import LONGEST_WORDS


class WhatForm(forms.Form):
    """What is wrong."""

    step = "what"

    reason = forms.ChoiceField(
        label="What is wrong?",
        widget=forms.RadioSelect,
        choices=Report.Reason.choices,
        error_messages={"required": "Choose what is wrong. If you aren’t sure, choose “Something else”."},
    )


class WhereForm(WhatForm):
    """Where it is, and what is wrong: for somebody who comes without an address."""

    place = forms.CharField(
        label="Where is it?",
        max_length=500,
        widget=forms.Textarea(attrs={"data-rows": 3}),
        help_text="Paste the address of the page, or say in words where you saw it.",
        error_messages={"required": "Say where it is, so that we can find it."},
    )

    field_order = ("place", "reason")


class WordsForm(forms.Form):
    """A few words, if somebody wants to; carries what was said before."""

    step = "words"

    words = forms.CharField(
        label="Do you want to say more?",
        required=False,
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"data-rows": 5}),
        help_text="You don’t have to. The moderators read it, and nobody else.",
    )
    reason = forms.ChoiceField(choices=Report.Reason.choices, widget=forms.HiddenInput)
    place = forms.CharField(required=False, max_length=500, widget=forms.HiddenInput)
