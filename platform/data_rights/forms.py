"""The forms of data rights."""

from django import forms

AREA_OF_TEXT = forms.Textarea(attrs={"rows": 5})


class CorrectionForm(forms.Form):
    """What is wrong, and how it should be."""

    text = forms.CharField(
        label="What is wrong, and what should it say?",
        help_text="Say where you saw it. You can change your name yourself, under Your details.",
        max_length=2000,
        min_length=10,
        widget=AREA_OF_TEXT,
        error_messages={
            "required": "Write what is wrong and what it should say.",
            "min_length": "Write a little more: what is wrong, and what it should say.",
            "max_length": "Keep it below 2,000 letters.",
        },
    )


class ErasureForm(forms.Form):
    """Asked before what can't be undone."""

    sure = forms.BooleanField(
        label="I have read what will go and what stays",
        error_messages={"required": "Tick the box to show that you have read what will go and what stays."},
    )


class AnswerForm(forms.Form):
    """The answer to a request; the person reads it."""

    answer = forms.CharField(
        label="Your answer",
        help_text="The person reads it on their own page. Say what you changed, or why you could not.",
        max_length=2000,
        widget=AREA_OF_TEXT,
        error_messages={"required": "Write what you did, or why you could not."},
    )
