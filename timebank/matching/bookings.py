"""What happens to a proposal that both sides agreed to: the sessions register how one is booked."""

from collections.abc import Callable
from typing import Any

# Gives the session that was begun; called with proposal= and by=, in the transaction of the second yes.
Starter = Callable[..., Any]
_starter: Starter | None = None


def register(starter: Starter) -> None:
    """Called once, by the package that books sessions. Raises ValueError where another has done so."""
    global _starter
    if _starter not in (None, starter):
        raise ValueError("Another package books sessions already.")
    _starter = starter


def unregister() -> None:
    """Take it away again; for tests."""
    global _starter
    _starter = None


def start(*, proposal: Any, by: Any) -> Any | None:
    """Begin the session of an agreed proposal; None while nobody books sessions."""
    return _starter(proposal=proposal, by=by) if _starter else None
