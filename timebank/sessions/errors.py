"""What is refused of a session. Each message is a finished sentence."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from timebank.calc.hours import in_words
from timebank.ledger.errors import LimitPassed


class SessionRefused(ValueError):
    """Something that can't be done with a session; nothing has changed."""


class WrongState(SessionRefused):
    """The session stands otherwise by now."""

    def __init__(self, state: str) -> None:
        super().__init__(f"This can’t be done: the session stands at “{state}” by now. Open its page again.")


class ReasonMissing(SessionRefused):
    """Something that the others will ask about has no reason."""

    def __init__(self) -> None:
        super().__init__("Say why, so that the others know.")


class NotEnough(SessionRefused):
    """An area would be below its limit."""

    def __init__(self, below: Iterable[tuple[Any, int, int]]) -> None:
        named = [
            f"{account.name} would be at {in_words(minutes)}, and its limit is {in_words(floor)}."
            for account, minutes, floor in below
        ]
        super().__init__(
            f"{' '.join(named) or 'An area would be below its limit.'} Agree on fewer minutes, give help first, or ask "
            "the network manager, who can grant hours."
        )


@contextmanager
def within_limits() -> Iterator[None]:
    """Says a limit in the words of sessions."""
    try:
        yield
    except LimitPassed as refused:
        raise NotEnough(refused.below) from refused
