"""For whom the request that runs is acted. It imports nothing, so that the audit can ask it."""

from contextvars import ContextVar, Token
from typing import Any

_person: ContextVar[Any] = ContextVar("acting_for", default=None)


def person() -> Any:
    """The person for whom somebody acts in this request, or None."""
    return _person.get()


def remember(person: Any) -> Token:
    """Note for whom this request acts, or None; returns what `forget` takes."""
    return _person.set(person)


def forget(token: Token) -> None:
    """The end of the request."""
    _person.reset(token)
