"""The header of a page, drawn once for everybody who sees the same one.

NHS England's macro takes a millisecond, which was a tenth of a plain page. What it draws hangs on the entries alone:
people with the same entries, on pages of the same room, share it. The one thing that is each request's own is the
token of the form that signs out; it is written in afterwards.
"""

import json
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from markupsafe import Markup, escape

TOKEN = "the-token-of-this-request"  # noqa: S105 - stands where the token goes
HEADERS_KEPT = 500  # a few kilobytes each


def header(macro: Callable[[dict[str, Any]], str], params: dict[str, Any], token: str) -> Markup:
    """What the macro draws of these parameters; in them, `TOKEN` stands for the request's token.

    The token is read only where it is written: reading it sets a cookie, which visitors who only read don't get.
    """
    drawn = _drawn(_Call(macro, params))
    if TOKEN not in drawn:
        return Markup(drawn)  # noqa: S704 - as below
    return Markup(drawn.replace(TOKEN, str(escape(token))))  # noqa: S704 - the macro's own output, already escaped


class _Call:
    """A call of the macro, the same as another one with the same parameters."""

    def __init__(self, macro: Callable[[dict[str, Any]], str], params: dict[str, Any]) -> None:
        self.macro, self.params = macro, params
        self.key = json.dumps(params, default=str)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Call) and self.key == other.key

    def __hash__(self) -> int:
        return hash(self.key)


@lru_cache(maxsize=HEADERS_KEPT)
def _drawn(call: _Call) -> str:
    return str(call.macro(call.params))
