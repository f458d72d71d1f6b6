"""A look with the starting lists, and what was found in short."""

from collections.abc import Callable

import pytest

from peer_network.checks.calc import starting
from peer_network.checks.calc.looking import look


@pytest.fixture
def found() -> Callable[..., list[tuple[str, str]]]:
    """`found("Ring 07700 900123")` is `[("phone", "07700 900123")]`."""

    def look_at(text: str, **facts: object) -> list[tuple[str, str]]:
        return [(each.kind.value, each.quoted) for each in look(text, phrases=starting.book(), **facts)]

    return look_at
