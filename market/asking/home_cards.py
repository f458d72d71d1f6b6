"""What asking needs of somebody today: enquiries to answer, feedback and reports to read."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from accounts.permissions import Permission
from config.today import today
from market.todo import Todo
from tenants import working_days
from ui import formats
from ui.home import HomeCard

# What a provider is asked to keep to.
DAYS_TO_ANSWER = 2
MOST_COUNTED = 100


def cards(request: HttpRequest) -> list[HomeCard]:
    """What waits for an answer of a provider's editor; for who checks, at most two cards of one query each."""
    access, found = request.access, []
    if access.can(Permission.MARKET_OFFER):
        found += _to_answer(access)
    if access.can(Permission.MARKET_CHECK):
        found += _to_read(access)
    return found


def _to_answer(access) -> list[HomeCard]:
    """One card for each of the person's providers whom somebody asked; a query for each."""
    from market.providers.access import providers_of

    todos = [each for provider in providers_of(access) for each in of_provider(provider)]
    title = "Somebody waits for your answer"
    return [HomeCard(title, f"{each.words}.", "Answer", each.href, due=each.due) for each in todos]


def of_provider(provider: Any) -> list[Todo]:
    """What people asked a provider and wait for: one line for one, else for all. One query."""
    waiting = list(provider.enquiries.filter(state="waiting").order_by("last_at", "pk")[:MOST_COUNTED])
    if not waiting:
        return []
    first = waiting[0]
    since = first.last_at.date() if first.answered_on else first.asked_on
    due = working_days.after(since, DAYS_TO_ANSWER)
    if len(waiting) == 1:
        return [
            Todo(f"Answer about {first.about}", reverse("market:provider-enquiry", args=[first.public_id]), due=due)
        ]
    address = reverse("market:provider-enquiries") + "?state=waiting"
    return [Todo(f"Answer {len(waiting)} people who asked", address, due=due)]


def _to_read(access) -> list[HomeCard]:
    from market.asking import queries

    found = []
    reported = queries.reported(access).count()
    if reported:
        words = f"{formats.plural(reported, 'message was', 'messages were')} reported in the marketplace."
        card = HomeCard("Look at a reported message", words, "Look at it", reverse("market:to-read"), due=today())
        found.append(card)
    waiting = queries.to_read(access).count()
    if waiting:
        words = f"{formats.plural(waiting, 'piece waits', 'pieces wait')}. People see it once you have read it."
        found.append(HomeCard("Read feedback on providers", words, "Read it", reverse("market:to-read")))
    return found
