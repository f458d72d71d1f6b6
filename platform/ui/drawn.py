"""What a macro of the design system draws, drawn once for all who see the same.

A button takes NHS England's macros an eighth of a millisecond, and a page with its form has half a dozen. What they
draw hangs on their parameters alone, so it is kept by them, all of them. Nothing is kept that holds a value of a
request, such as its token, or what somebody typed: those parameters are drawn each time.
"""

from collections.abc import Callable, Hashable, Mapping
from functools import lru_cache
from types import NoneType
from typing import Any

from django.utils.safestring import SafeString
from jinja2 import ChainableUndefined
from markupsafe import Markup

KEPT = 2_000  # half a kilobyte each; a header has a few
# By type as well: the same letters are escaped as text, and not as markup. What is worked out late isn't kept.
PLAIN = (str, Markup, SafeString, int, bool, NoneType, ChainableUndefined)

Macro = Callable[[dict[str, Any]], str]


def once(macro: Macro, params: dict[str, Any]) -> Markup:
    """What the macro draws of these parameters."""
    try:
        call = _Call(macro, params)
    except _NotPlain:
        return Markup(macro(params))  # noqa: S704 - the macro's own output, already escaped
    return _drawn(call)


class _NotPlain(TypeError):
    """Something among the parameters can't be told from another by how it looks."""


class _Call:
    """A call of the macro, the same as another one with the same parameters."""

    __slots__ = ("key", "macro", "params")

    def __init__(self, macro: Macro, params: dict[str, Any]) -> None:
        self.macro, self.params, self.key = macro, params, (macro, _key_of(params))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Call) and self.key == other.key

    def __hash__(self) -> int:
        return hash(self.key)


def _key_of(value: Any) -> Hashable:
    if type(value) in PLAIN:
        return type(value), value
    if isinstance(value, Mapping):
        return "mapping", *((name, _key_of(each)) for name, each in value.items())
    if isinstance(value, (list, tuple)):
        return "list", *(_key_of(each) for each in value)
    raise _NotPlain


@lru_cache(maxsize=KEPT)
def _drawn(call: _Call) -> Markup:
    return Markup(call.macro(call.params))  # noqa: S704 - as above
