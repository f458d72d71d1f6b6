"""Forms of writing, and of asking to come into a space."""

from typing import Any

from django import forms

from peer_network.forum.post_presenters import stands_in
from peer_network.forum.posting import LONGEST_QUOTE
from peer_network.models import Post
from peer_network.models.posts import LONGEST_POST

TOO_LONG = f"This is too long. Use up to {LONGEST_POST:,} letters, or send the rest as a reply."


class BodyField(forms.CharField):
    """What somebody writes."""

    def __init__(self, label: str, rows: int = 8, **options: Any) -> None:
        super().__init__(
            label=label,
            max_length=LONGEST_POST,
            widget=forms.Textarea(attrs={"data-rows": rows}),
            error_messages={"required": "Write something first.", "max_length": TOO_LONG},
            **options,
        )


class TopicForm(forms.Form):
    """A new topic."""

    title = forms.CharField(
        label="What is it about?",
        max_length=120,
        help_text="A few words, so that others know whether to read it.",
        error_messages={"required": "Say in a few words what it is about."},
    )
    body = BodyField("What would you like to say or ask?")


class ReplyForm(forms.Form):
    """A reply, with words of the post that it answers where it quotes one."""

    body = BodyField("Your reply", rows=5)

    def __init__(self, *args: Any, quotes: Post | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.quotes = quotes
        if quotes is not None:
            self.fields = {"quoted_words": _quote_field(quotes), **self.fields}

    def clean_quoted_words(self) -> str:
        """Words are quoted as they stand."""
        words = self.cleaned_data["quoted_words"].strip()
        if words and self.quotes and not stands_in(words, self.quotes.body):
            raise forms.ValidationError("Quote the words as they stand in the post. You can only leave words out.")
        return words


def _quote_field(quotes: Post) -> forms.CharField:
    return forms.CharField(
        label="Words that you quote",
        required=False,
        max_length=LONGEST_QUOTE,
        initial=quotes.body[:LONGEST_QUOTE],
        help_text="Keep the part that you answer, and take out the rest.",
        widget=forms.Textarea(attrs={"data-rows": 3}),
        error_messages={"max_length": f"Quote up to {LONGEST_QUOTE} letters."},
    )


class ChangeForm(forms.Form):
    """A change of one's own post; of one that begins a topic, also of the title."""

    body = BodyField("Your post")

    def __init__(self, *args: Any, has_title: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        if has_title:
            self.fields = {"title": TopicForm().fields["title"], **self.fields}


class AskForm(forms.Form):
    """Why somebody wants to come in."""

    words = forms.CharField(
        label="Would you like to say why?",
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"data-rows": 3}),
        help_text="Only a moderator reads this.",
        error_messages={"max_length": "This is too long. Use up to 500 letters."},
    )
