"""The header of a page, drawn once for everybody who sees the same one.

NHS England's macro takes a millisecond, which was a tenth of a plain page. What it draws hangs on the entries alone:
people with the same entries, on pages of the same room, share it. The one thing that is each request's own is the
token of the form that signs out; it is written in afterwards.
"""

from typing import Any

from markupsafe import Markup, escape

from ui import drawn

TOKEN = "the-token-of-this-request"  # noqa: S105 - stands where the token goes


def header(macro: drawn.Macro, params: dict[str, Any], token: str) -> Markup:
    """What the macro draws of these parameters; in them, `TOKEN` stands for the request's token.

    The token is read only where it is written: reading it sets a cookie, which visitors who only read don't get.
    """
    found = drawn.once(macro, params)
    return found.replace(TOKEN, escape(token)) if TOKEN in found else found
