"""What asking adds to a provider's list of things to do, and to what a provider takes out.

What people wrote stays in the pages: a file is passed on more easily than a talk.
"""

from django.urls import reverse

from config.today import today
from files.people import NO_PEOPLE
from files.tables import Table
from market.asking import presenters, queries
from market.asking.home_cards import DAYS_TO_ANSWER
from market.models import Enquiry, Feedback, Provider
from market.todo import Todo
from tenants import working_days
from ui import formats

MOST_LISTED = 20


def to_answer(provider: Provider) -> list[Todo]:
    """Enquiries that wait for an answer. One query."""
    rows = provider.enquiries.filter(state=Enquiry.State.WAITING).select_related("buyer").order_by("last_at")
    return [
        Todo(
            f"Answer {enquiry.buyer.display_name}: {enquiry.about}",
            reverse("market:provider-enquiry", args=[enquiry.public_id]),
            due=working_days.after(enquiry.last_at.date() if enquiry.answered_on else enquiry.asked_on, DAYS_TO_ANSWER),
        )
        for enquiry in rows[:MOST_LISTED]
    ]


def everything_of(provider: Provider) -> list[Table]:
    """What was asked and when, and what people said that everybody reads. Two queries."""
    enquiries = provider.enquiries.select_related("buyer").order_by("-asked_on", "-pk")
    return [presenters.provider_table(list(enquiries)), _feedback(queries.shown_of(provider))]


def _feedback(rows: object) -> Table:
    found: list[Feedback] = list(rows)  # type: ignore[call-overload]
    return Table(
        key="feedback",
        caption="Feedback that everybody reads",
        head=("Written on", "Did they help?", "What people said", "Your answer"),
        rows=tuple(
            [formats.date(each.at), each.get_helped_display(), each.words, presenters.shown_answer(each)]
            for each in found
        ),
        as_at=today(),
        source=presenters.SOURCE,
        people=NO_PEOPLE,
        sample=any(each.is_sample for each in found),
    )
