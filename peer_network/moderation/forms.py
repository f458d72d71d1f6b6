"""Forms of moderators: the queue's filters, decisions, taking over, messages."""

from typing import Any

from django import forms

from peer_network.models import Act, Member, QueueItem
from peer_network.moderation import queries, reasons
from peer_network.moderation.messages import Message

Kind = Act.Kind
OWN_WORDS = "own"
WORDLESS = (Kind.NO_ACTION,)
WORDS_BY_CHOICE = (Kind.SHOW, Kind.CLOSING, Kind.NOT_CLOSED)
WHY = {"required": "Choose why."}


class LabelWithHint(str):
    """A choice with a sentence below it."""

    hint: str

    def __new__(cls, text: str, hint: str = "") -> "LabelWithHint":
        made = super().__new__(cls, text)
        made.hint = hint
        return made


class Filters(forms.Form):
    """What narrows a list; the address keeps it."""

    is_filter = True

    def chosen(self) -> dict[str, Any]:
        """What the address says, without what it says wrongly."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value} if self.is_bound else {}


class QueueFilters(Filters):
    """Which items are listed."""

    kind = forms.ChoiceField(label="Kind", required=False, choices=[("", "All kinds"), *QueueItem.Kind.choices])
    urgency = forms.ChoiceField(label="How soon", required=False, choices=[("", "All"), *QueueItem.Urgency.choices])
    whose = forms.ChoiceField(
        label="Who looks at it",
        required=False,
        choices=[
            ("", "Anybody"),
            (queries.FREE, "Nobody yet"),
            (queries.MINE, "You"),
            (queries.TAKEN, "Somebody else"),
        ],
    )


class ActFilters(Filters):
    """Which decisions are listed."""

    kind = forms.ChoiceField(label="Decision", required=False, choices=[("", "All"), *Kind.choices])


class DecisionForm(forms.Form):
    """Why, and in which words. `kind` shapes it: a pause has days, a standing a choice, a proposal no words."""

    reason = forms.ChoiceField(label="Why?", widget=forms.RadioSelect, error_messages=WHY)
    message = forms.ChoiceField(
        label="What does the member read?", widget=forms.RadioSelect, error_messages={"required": "Choose a message."}
    )
    words = forms.CharField(
        label="Your own words",
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"data-rows": 5}),
        help_text="Kind and short. They are sent in the place of the message above.",
    )
    days = forms.TypedChoiceField(
        label="For how long?",
        coerce=int,
        widget=forms.RadioSelect,
        choices=[(1, "1 day"), (3, "3 days"), (7, "1 week"), (14, "2 weeks"), (30, "30 days")],
        error_messages={"required": "Choose for how long."},
    )
    to_standing = forms.ChoiceField(
        label="How known are they?",
        widget=forms.RadioSelect,
        choices=Member.Standing.choices,
        error_messages={"required": "Choose how known they are."},
    )
    note = forms.CharField(
        label="Note for moderators",
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"data-rows": 2}),
        help_text="The member doesn’t read it here, but gets it with a copy of their data.",
    )

    def __init__(self, *args: Any, kind: str, messages: list[Message], **options: Any) -> None:
        super().__init__(*args, **options)
        self.kind, self.messages = kind, {message.key: message for message in messages}
        self.fields["reason"].choices = reasons.choices(kind)
        self.fields["message"].choices = [
            *((key, LabelWithHint(each.title, each.body)) for key, each in self.messages.items()),
            (OWN_WORDS, "Only my own words, below"),
        ]
        if kind in WORDS_BY_CHOICE:
            self.fields["message"].required = False
            self.fields["message"].choices.append(("", "None"))
        for name, is_there in (
            ("days", kind == Kind.PAUSE),
            ("to_standing", kind == Kind.STANDING),
            ("message", kind not in WORDLESS),
            ("words", kind not in WORDLESS),
        ):
            if not is_there:
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """Own words are there where they were chosen."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("message") == OWN_WORDS and not cleaned.get("words"):
            self.add_error("words", "Write what the member reads, or choose a message above.")
        return cleaned

    def facts(self) -> dict[str, Any]:
        """What `deciding.decide` takes."""
        said = self.cleaned_data
        words = said.get("words") or ""
        if not words and (ready := self.messages.get(said.get("message", ""))):
            words = ready.body
        return {
            "reason": said["reason"],
            "words": words,
            "note": said.get("note", ""),
            "days": said.get("days"),
            "to_standing": said.get("to_standing", ""),
        }


class AppealAnswerForm(forms.Form):
    """How an appeal is decided."""

    outcome = forms.ChoiceField(
        label="What do you decide?",
        widget=forms.RadioSelect,
        choices=[
            ("upheld", LabelWithHint("It is taken back", "The member is right. All is as it was before.")),
            ("refused", LabelWithHint("It stays", "You looked with fresh eyes and come to the same.")),
        ],
        error_messages={"required": "Choose whether it is taken back or stays."},
    )
    answer = forms.CharField(
        label="What do you write to the member?",
        max_length=2_000,
        widget=forms.Textarea(attrs={"data-rows": 5}),
        help_text="Kind and short: what you looked at, and why you decide so.",
        error_messages={"required": "Write a few words to the member."},
    )


class ReasonForm(forms.Form):
    """Why something is taken over."""

    reason = forms.CharField(
        label="Why do you take it over?",
        max_length=300,
        help_text="For example: they have gone home. Moderators read it.",
        error_messages={"required": "Say why you take it over."},
    )


class CaseForm(forms.Form):
    """What worries a moderator."""

    words = forms.CharField(
        label="What worries you?",
        max_length=2_000,
        widget=forms.Textarea(attrs={"data-rows": 5}),
        help_text="The safeguarding leads read it. You won’t see the case.",
        error_messages={"required": "Say what worries you."},
    )


class MessageForm(forms.Form):
    """A ready-written message."""

    act = forms.ChoiceField(label="For which decision?", error_messages={"required": "Choose a decision."})
    title = forms.CharField(
        label="What is it for?",
        max_length=120,
        help_text="Moderators choose it by this.",
        error_messages={"required": "Say what the message is for."},
    )
    body = forms.CharField(
        label="What does the member read?",
        max_length=2_000,
        widget=forms.Textarea(attrs={"data-rows": 8}),
        help_text="Kind, short, without names. Nobody is blamed.",
        error_messages={"required": "Write what the member reads."},
    )
    is_active = forms.BooleanField(label="Offer it to moderators", required=False, initial=True)

    def __init__(self, *args: Any, is_sent_by_itself: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        told = [choice for choice in Kind.choices if choice[0] not in (*WORDLESS, Kind.REOPEN)]
        self.fields["act"].choices = [("", "Choose"), *told]
        if is_sent_by_itself:
            del self.fields["act"], self.fields["is_active"]
