"""The time bank's first page, and places that are kept for pages to come."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accounts.access import requires
from accounts.permissions import Permission


@requires(Permission.TIMEBANK_COORDINATE)
def coordinate(request: HttpRequest) -> HttpResponse:
    """What the network manager does in the time bank."""
    return _to_come(request, "Run the time bank", "Grants, limits, reversals and partners’ accounts are set here.")


@requires(Permission.TIMEBANK_CONFIRM)
def confirming(request: HttpRequest) -> HttpResponse:
    """Sessions whose minutes wait to be confirmed."""
    return _to_come(request, "Sessions to confirm", "Sessions that took place wait here until both sides confirm them.")


def _to_come(request: HttpRequest, title: str, words: str) -> HttpResponse:
    return render(request, "timebank/to_come.html", {"title": title, "words": words})
