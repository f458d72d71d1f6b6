"""Who makes the changes that the database keeps by itself (`tenants.history`): told to it for each request and job."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pghistory
import structlog
from django.contrib.auth import get_user_model
from django.http import HttpRequest, HttpResponse

SAFE_METHODS = {"GET", "HEAD", "OPTIONS", "TRACE"}
SOMEBODY = "The system"


def made_by(person: Any) -> AbstractContextManager[Any]:
    """Changes made inside are this person's, by number; nothing is written where nothing changes."""
    request = structlog.contextvars.get_contextvars().get("request_id", "")
    return pghistory.context(user=getattr(person, "pk", None), request=request)


class HistoryMiddleware:
    """Says whose a request's changes are. Reading changes nothing, so it says nothing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method in SAFE_METHODS or not request.user.is_authenticated:
            return self.get_response(request)
        with made_by(request.user):
            return self.get_response(request)


def who_of(events: list[Any]) -> dict[Any, str]:
    """Event's id -> who made the change, as they are called now. One query."""
    numbers = {event.pgh_id: (event.pgh_context.metadata or {}).get("user") for event in events if event.pgh_context}
    names = {user.pk: str(user) for user in get_user_model().objects.filter(pk__in=set(numbers.values()) - {None})}
    return {event.pgh_id: names.get(numbers.get(event.pgh_id), SOMEBODY) for event in events}
