"""What the marketplace asks of somebody today: checks that wait, and a provider's own work."""

import datetime

from django.http import HttpRequest
from django.urls import reverse

from accounts.permissions import Permission
from ui import formats
from ui.home import HomeCard


def cards(request: HttpRequest) -> list[HomeCard]:
    """At most one card for who checks, and one for who writes for a provider; no query for anybody else."""
    found = []
    if request.access.can(Permission.MARKET_CHECK):
        found += _of_checks(request)
    if request.access.can(Permission.MARKET_OFFER):
        found += _of_provider(request)
    return found


def _of_checks(request: HttpRequest) -> list[HomeCard]:
    from market.providers import queries

    rows = queries.queue([area.slug for area in request.access.areas(Permission.MARKET_CHECK)])
    if not rows:
        return []
    late = sum(row.wait.is_late for row in rows)
    title = f"{formats.plural(len(rows), 'check')} in the marketplace"
    words = f"{rows[0].what} has waited longest. {f'{late} late.' if late else 'Five working days are promised.'}"
    return [HomeCard(title, words, "See who waits", reverse("market:checks"), due=rows[0].wait.due)]


def _of_provider(request: HttpRequest) -> list[HomeCard]:
    from market.providers import todos as own
    from market.providers.access import providers_of

    mine = list(providers_of(request.access))
    if not mine:
        words = "Say who you are, and publish your first offer in ten minutes."
        return [HomeCard("Offer your support", words, "Start", reverse("market:provider-home"))]
    provider = mine[0]
    # Enquiries have a card of their own.
    todos = sorted(
        [*own.of_profile(provider), *own.of_offers(provider)], key=lambda each: each.due or datetime.date.max
    )
    if not todos:
        return []
    more = f" And {len(todos) - 1} more." if len(todos) > 1 else ""
    address = reverse("market:provider-own", args=[provider.public_id])
    words = f"{todos[0].words.rstrip('.')}.{more}"
    return [HomeCard(provider.organisation.name, words, "See what to do", address, due=todos[0].due)]
