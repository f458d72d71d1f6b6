"""Enquiries and feedback, ready for pages and files."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from config.today import today
from files.people import NO_PEOPLE
from files.tables import Table, numeric
from market.models import Enquiry, Feedback, Message, Provider
from ui import formats

TAGS = (
    ("market_waiting", "Waits for an answer", "yellow"),
    ("market_answered", "Answered", "green"),
    ("market_closed", "Closed", "grey"),
    ("feedback_waiting", "Waits to be read", "yellow"),
    ("feedback_shown", "Shown", "green"),
    ("feedback_refused", "Not shown", "grey"),
)
SOURCE = "Enquiries in the marketplace"
HIDDEN_WORDS = "A commissioner has hidden this message."


@dataclass(frozen=True)
class Line:
    """A message as one side sees it."""

    message: Message
    who: str
    words: str
    is_hidden: bool
    report_href: str


def tag_of(enquiry: Enquiry) -> str:
    """The tag's key."""
    return f"market_{enquiry.state}"


def feedback_tag(state: str) -> str:
    """The tag's key."""
    return f"feedback_{state}"


def lines(enquiry: Enquiry, *, is_of_buyer: bool) -> list[Line]:
    """The talk as the buyer, or the provider, reads it. Editors are not named to buyers. One query."""
    route = "market:enquiry-report" if is_of_buyer else "market:provider-enquiry-report"
    other = enquiry.provider.organisation.name if is_of_buyer else enquiry.buyer.display_name
    own = "You" if is_of_buyer else enquiry.provider.organisation.name
    return [
        Line(
            message=each,
            who=own if each.is_of_buyer == is_of_buyer else other,
            words=HIDDEN_WORDS if each.hidden_at else each.words,
            is_hidden=each.hidden_at is not None,
            report_href=""
            if each.hidden_at or each.is_of_buyer == is_of_buyer
            else reverse(route, args=[each.public_id]),
        )
        for each in enquiry.messages.all()
    ]


def shared_rows(name: str, email: str, telephone: str) -> list[tuple[str, str]]:
    """Exactly what the provider sees of somebody's contact details."""
    rows = (("Name", name), ("E-mail address", email), ("Telephone number", telephone))
    return [(label, value) for label, value in rows if value]


def waits(enquiry: Enquiry) -> str:
    """Since when it waits, or how soon it was first answered."""
    if enquiry.first_answer_days is not None:
        if enquiry.first_answer_days == 0:
            return "First answered on the same day"
        return f"First answered after {formats.plural(enquiry.first_answer_days, 'working day')}"
    return f"Waits since {formats.date(enquiry.asked_on)}"


def provider_table(rows: Iterable[Enquiry], *, linked: bool = False) -> Table:
    """A provider's enquiries: when, from whom, about what. What was written stays in the pages."""
    found = [
        [
            enquiry.asked_on,
            enquiry.buyer.display_name,
            _linked(enquiry) if linked else enquiry.about,
            {"status": tag_of(enquiry), "text": enquiry.get_state_display()},
            enquiry.answered_on,
            enquiry.first_answer_days,
        ]
        for enquiry in rows
    ]
    head = ("Asked on", "From", "About", "State", "First answered on", numeric("Working days to the first answer"))
    return Table(
        key="enquiries", caption="Enquiries", head=head, rows=tuple(found), as_at=today(), source=SOURCE,
        people=NO_PEOPLE, sample=any(enquiry.is_sample for enquiry in rows),
    )  # fmt: skip


def everything_of(provider: Provider) -> list[Table]:
    """What a provider takes out of asking: its enquiries, and the feedback that is shown."""
    asked = provider.enquiries.select_related("buyer").order_by("-asked_at", "-pk")
    said = provider.feedback.filter(state=Feedback.State.SHOWN)
    return [provider_table(list(asked)), feedback_table(list(said))]


def feedback_table(rows: list[Feedback]) -> Table:
    """Feedback that is shown, with the provider's answers."""
    found = [
        [each.at.date(), each.get_helped_display(), each.words, each.answer, each.get_answer_state_display()]
        for each in rows
    ]
    head = ("Written on", "Did they help", "What others should know", "Answer", "The answer is")
    return Table(
        key="feedback", caption="Feedback", head=head, rows=tuple(found), as_at=today(), source=SOURCE,
        people=NO_PEOPLE, sample=any(each.is_sample for each in rows),
    )  # fmt: skip


def _linked(enquiry: Enquiry) -> dict[str, Any]:
    return {"text": enquiry.about, "href": reverse("market:provider-enquiry", args=[enquiry.public_id])}


def public_feedback(rows: Iterable[Feedback]) -> list[dict[str, Any]]:
    """Feedback as everybody reads it: without a name, and the provider's answer where that is shown."""
    return [
        {
            "helped": f"Did they help? {each.get_helped_display()}.",
            "words": each.words,
            "on": each.at.date(),
            "answer": each.answer if each.answer_state == Feedback.State.SHOWN else "",
            "is_sample": each.is_sample,
        }
        for each in rows
    ]
