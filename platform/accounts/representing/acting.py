"""Acting for somebody during a session: begun, looked at again for every request, stopped."""

from django.db import transaction
from django.http import HttpRequest

import audit
from accounts.models import User
from accounts.representing import scopes
from accounts.representing.errors import NotLive
from accounts.representing.models import Representation

KEY = "ipc_acting"


class Ended(Exception):
    """The session acts in a representation that no longer counts."""


@transaction.atomic
def start(request: HttpRequest, *, representation: Representation, by: User) -> None:
    """Act for the person from the next request on; raises NotLive."""
    if representation.representative_id != by.pk or not representation.is_live or not representation.person.is_active:
        raise NotLive
    request.session[KEY] = representation.pk
    audit.record(
        action="representation.act",
        by=by,
        area=representation.area,
        on_behalf_of=representation.person,
        detail={"kind": representation.kind},
    )


@transaction.atomic
def stop(request: HttpRequest, *, by: User) -> None:
    """Act for oneself again; nothing happens to somebody who does."""
    found = Representation.objects.filter(pk=request.session.pop(KEY, None)).select_related("person", "area").first()
    if found:
        audit.record(action="representation.stop", by=by, area=found.area, on_behalf_of=found.person)


def current(request: HttpRequest) -> Representation | None:
    """The representation in which this session acts, asked of the database each time; None without one.

    Raises Ended, and clears the session, where it no longer counts: what was being sent for somebody must not be done
    as if the representative had sent it for themselves.
    """
    key = request.session.get(KEY)
    if key is None:
        return None
    live = Representation.objects.live().select_related("person", "area")
    found = live.filter(pk=key, representative_id=request.user.pk, person__is_active=True).first()
    if found is None or not (found.area.is_active):
        del request.session[KEY]
        raise Ended
    return found


def allows(representation: Representation, scope: str) -> bool:
    """Whether this scope was recorded, and its room still offers it."""
    return scope in representation.scope and not scopes.unknown([scope])
