"""Forgets a draft once it has been sent after all."""

import uuid
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from drafts import queries

FIELD = "_draft"


class SentDraftMiddleware:
    """A form that was sent from a draft carries the draft's id; an answer that leads on means that it was taken."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.method == "POST" and 300 <= response.status_code < 400 and request.user.is_authenticated:
            self._forget(request)
        return response

    def _forget(self, request: HttpRequest) -> None:
        try:
            public_id = uuid.UUID(request.POST.get(FIELD, ""))
        except ValueError:
            return
        queries.of(request.user).filter(public_id=public_id).delete()
