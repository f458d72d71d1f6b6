"""Making and revoking tokens and calendar links."""

import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

import audit
from accounts.access import Access
from accounts.models import User
from api import scopes as scope_registry
from api import secret_words
from api.errors import NeedsTwoSteps, ScopeNotYours, TooManyTokens
from api.models import CalendarLink, Token

MOST_TOKENS = 20  # live ones, of one person
USED_EVERY = datetime.timedelta(minutes=1)  # how often "last used" is written


@transaction.atomic
def make(
    *, by: Any, name: str, scopes: list[str], expires_at: datetime.datetime, two_steps: bool, must_have_two_steps: bool
) -> tuple[Token, str]:
    """A new token of `by`, and its secret, which is kept nowhere.

    `two_steps` says whether this session passed two-step sign-in; with `must_have_two_steps` it has to have.
    Raises NeedsTwoSteps, ScopeNotYours, TooManyTokens; a time beyond a year is refused by the database.
    """
    if must_have_two_steps and not two_steps:
        raise NeedsTwoSteps
    allowed = {scope.key for scope in scope_registry.open_to(Access(by))}
    if not set(scopes) <= allowed:
        raise ScopeNotYours
    User.objects.select_for_update().get(pk=by.pk)
    if Token.objects.live().filter(owner=by).count() >= MOST_TOKENS:
        raise TooManyTokens(MOST_TOKENS)
    secret = secret_words.new(secret_words.TOKEN_PREFIX)
    token = Token.objects.create(
        owner=by,
        name=name.strip(),
        scopes=sorted(scopes),
        digest=secret_words.digest(secret),
        two_steps=two_steps,
        created_at=timezone.now(),
        expires_at=expires_at,
    )
    audit.record(action="token.make", by=by, detail={"scopes": token.scopes, "until": expires_at.date().isoformat()})
    return token, secret


@transaction.atomic
def revoke(*, token: Token, by: Any) -> None:
    """End a token at once; nothing happens to one that has ended."""
    if Token.objects.filter(pk=token.pk, revoked_at__isnull=True).update(revoked_at=timezone.now()):
        audit.record(action="token.revoke", by=by, detail={"scopes": token.scopes})


def note_use(*, thing: Token | CalendarLink) -> None:
    """Write when it was last used, at most once a minute."""
    now = timezone.now()
    if thing.last_used_at is None or thing.last_used_at < now - USED_EVERY:
        unwritten = Q(last_used_at__isnull=True) | Q(last_used_at__lt=now - USED_EVERY)
        type(thing)._default_manager.filter(unwritten, pk=thing.pk).update(last_used_at=now)


@transaction.atomic
def make_calendar_link(*, by: Any, calendar: str) -> tuple[CalendarLink, str]:
    """A new secret address of the calendar, and its secret; an older one of the same calendar ends."""
    now = timezone.now()
    User.objects.select_for_update().get(pk=by.pk)
    CalendarLink.objects.filter(owner=by, calendar=calendar, revoked_at__isnull=True).update(revoked_at=now)
    secret = secret_words.new(secret_words.CALENDAR_PREFIX)
    link = CalendarLink.objects.create(owner=by, calendar=calendar, digest=secret_words.digest(secret), created_at=now)
    audit.record(action="calendar_link.make", by=by, detail={"calendar": calendar})
    return link, secret


@transaction.atomic
def revoke_calendar_link(*, link: CalendarLink, by: Any) -> None:
    """End a secret address at once."""
    if CalendarLink.objects.filter(pk=link.pk, revoked_at__isnull=True).update(revoked_at=timezone.now()):
        audit.record(action="calendar_link.revoke", by=by, detail={"calendar": link.calendar})
