"""What is needed, for the front page of everybody with the time bank."""

from django.http import HttpRequest
from django.urls import reverse

from accounts.permissions import Permission
from timebank.exchange import queries
from timebank.exchange.notices import address
from timebank.models import Request
from ui import formats
from ui.front_page import ENTRIES_SHOWN, FrontPageEntry, FrontPageList


def whats_needed(request: HttpRequest) -> FrontPageList | None:
    """Open requests of the time bank, those that are needed soonest first."""
    access = getattr(request, "access", None)
    if not access or not access.can(Permission.TIMEBANK_READ):
        return None
    found = queries.listed_requests().filter(state=Request.State.OPEN).order_by("needed_by", "pk")[:ENTRIES_SHOWN]
    entries = tuple(
        FrontPageEntry(row.title, address(row), f"{row.account.name}, by {formats.date(row.needed_by)}")
        for row in found
    )
    return FrontPageList("What is needed", entries, "All requests", reverse("timebank:requests"), order=20)
