"""Who is a member, on a view: below `@requires(Permission.PEERS_TAKE_PART)` and `@methods(…)`."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from config.prepared import Prepared
from peer_network.joining import rules
from peer_network.models import Member, RulesAcceptance

View = TypeVar("View", bound=Callable[..., Any])
CLOSED = (
    "Your membership of the peer network is closed. If you think that this is wrong, you can ask a second moderator to "
    "look again: open “Your membership”."
)


def member_of(user: Any) -> Member | None:
    """The person's membership, whatever its state; None for somebody who hasn't joined. One query.

    `has_accepted` on it: whether they accepted the house rules as they are now.
    """
    return next(iter(_members(user.pk, rules.VERSION)), None)


def _of(user: int, version: str) -> QuerySet[Member]:
    has = RulesAcceptance.objects.filter(member=OuterRef("pk"), version=version)
    return Member.objects.filter(user=user).annotate(has_accepted=Exists(has)).order_by()


_members = Prepared(_of)


def is_paused(member: Member) -> bool:
    """Whether a member may read and not write now."""
    is_over = member.paused_until is not None and member.paused_until <= timezone.now()
    return member.state == Member.State.PAUSED and not is_over


def joined(view: View) -> View:
    """Give the view `request.member`; whoever hasn't joined, or not accepted the rules, is led there first.

    403 with the reason for a member whose account is closed.
    """

    @wraps(view)
    def with_member(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        member = member_of(request.user)
        if member is None or not member.has_accepted:
            query = {"next": request.get_full_path()} if request.method in ("GET", "HEAD") else {}
            return redirect(f"{reverse('peers:join')}?{urlencode(query)}" if query else reverse("peers:join"))
        if member.state == Member.State.CLOSED:
            raise PermissionDenied(CLOSED)
        request.member = member
        return view(request, *args, **kwargs)

    return with_member  # type: ignore[return-value]


def may_write(view: View) -> View:
    """Below `joined`: 403 with the reason for a member who is paused."""

    @wraps(view)
    def unless_paused(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if is_paused(request.member):
            raise PermissionDenied(f"You can read, but not write just now. {request.member.state_reason}")
        return view(request, *args, **kwargs)

    return unless_paused  # type: ignore[return-value]
