"""Checks behind `/readyz`, which rooms and platform packages register."""

from collections.abc import Callable

_checks: dict[str, Callable[[], str | None]] = {}


def register(name: str, check: Callable[[], str | None]) -> None:
    """Add a check: it returns None when all is well, else one sentence that says what is wrong."""
    _checks[name] = check


def run() -> dict[str, str | None]:
    """Every check's answer by name: None, or a sentence. A check that raises counts as failed."""
    answers: dict[str, str | None] = {}
    for name, check in _checks.items():
        try:
            answers[name] = check()
        except Exception as error:  # noqa: BLE001 - a failed check is an answer here
            answers[name] = f"{type(error).__name__}: {error}"
    return answers
