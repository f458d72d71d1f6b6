"""What asking needs of somebody today: enquiries to answer, feedback and reports to read."""

from django.http import HttpRequest
from django.urls import reverse

from accounts.permissions import Permission
from config.today import today
from tenants import working_days
from ui import formats
from ui.home import HomeCard

# What a provider is asked to keep to.
DAYS_TO_ANSWER = 2


def cards(request: HttpRequest) -> list[HomeCard]:
    """At most three cards, each of one query."""
    access, found = request.access, []
    if access.can(Permission.MARKET_OFFER):
        found += _to_answer(access)
    if access.can(Permission.MARKET_CHECK):
        found += _to_read(access)
    return found


def _to_answer(access) -> list[HomeCard]:
    from market.asking import queries

    waiting = list(queries.at_providers(access, "waiting")[:100])
    if not waiting:
        return []
    title = "Somebody waits for your answer" if len(waiting) == 1 else f"{len(waiting)} people wait for your answer"
    first = min(waiting, key=lambda enquiry: enquiry.asked_on)
    address = reverse("market:provider-enquiries") + "?state=waiting"
    if len(waiting) == 1:
        address = reverse("market:provider-enquiry", args=[first.public_id])
    due = working_days.after(first.last_at.date() if first.answered_on else first.asked_on, DAYS_TO_ANSWER)
    return [HomeCard(title, f"About {first.about}.", "Answer", address, due=due)]


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
