"""The network's name and picture, as the header shows them.

The platform holds no network's name. The composition root or a room calls `register` with a function that
answers with a `Brand`; until then the plain default below is shown.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True)
class Brand:
    """`name` is shown in full in the header, `short_name` ends page titles; `logo` is a static path or empty."""

    name: str
    short_name: str
    logo: str = ""


DEFAULT = Brand(
    name="Integrated Personal Commissioning network",
    short_name="Integrated Personal Commissioning network",
)
_providers: list[Callable[[], Brand]] = []


def register(provider: Callable[[], Brand]) -> None:
    """Make `provider` the source of the network's brand; the last one registered wins."""
    _providers.append(provider)


def unregister(provider: Callable[[], Brand]) -> None:
    """Take a provider away again; for tests that registered one."""
    _providers.remove(provider)


def network() -> Brand:
    """The brand of the network that this site serves."""
    return _providers[-1]() if _providers else DEFAULT


NHS_LOGO = re.compile(r'<svg class="nhsuk-header__logo".*?</svg>', re.DOTALL)


def without_nhs_logo(header_html: str) -> Markup:
    """NHS England's header macro always draws the NHS logo; only who may use the logo may show it."""
    return Markup(NHS_LOGO.sub("", str(header_html)))  # noqa: S704 - the macro's own output, already escaped
