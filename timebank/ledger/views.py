"""The time bank's first page, and places that are kept for pages to come."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accounts.access import requires
from accounts.permissions import Permission
from timebank.ledger import accounts, presenters


@requires(Permission.TIMEBANK_READ)
def start(request: HttpRequest) -> HttpResponse:
    """Every account with its balance."""
    return render(request, "timebank/start.html", {"table": presenters.balances(accounts.all_accounts())})


@requires(Permission.TIMEBANK_COORDINATE)
def coordinate(request: HttpRequest) -> HttpResponse:
    """What the network manager does in the time bank."""
    return _to_come(request, "Run the time bank", "Grants, limits, reversals and partners’ accounts are set here.")


@requires(Permission.TIMEBANK_ACT)
def mine(request: HttpRequest) -> HttpResponse:
    """An area's own offers and requests."""
    return _to_come(request, "What we offer and ask for", "Your area’s offers and requests are listed here.")


@requires(Permission.TIMEBANK_CONFIRM)
def confirming(request: HttpRequest) -> HttpResponse:
    """Sessions whose minutes wait to be confirmed."""
    return _to_come(request, "Sessions to confirm", "Sessions that took place wait here until both sides confirm them.")


@requires(Permission.TIMEBANK_GIVE)
def giving(request: HttpRequest) -> HttpResponse:
    """A mentor's own sessions."""
    return _to_come(request, "Give time", "Your offers to help, and your sessions, are listed here.")


def _to_come(request: HttpRequest, title: str, words: str) -> HttpResponse:
    return render(request, "timebank/to_come.html", {"title": title, "words": words})
