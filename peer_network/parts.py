"""The parts of the room. Each is a package with its own registrations, rights, addresses and declarations.

A part adds `peer_network/<part>/registrations.py` (`register_all()`), `rights.py` (`ROWS`), `urls.py` (`urlpatterns`,
below `/peers/`), `personal_data.py` (`MODELS`) and `tasks.py`, whichever it needs; the room's own modules gather them
from here.
"""

from collections.abc import Iterator
from types import ModuleType

from tenants.room_parts import modules_of

PARTS = (
    "joining",
    "forum",
    "checks",
    "moderation",
    "safeguarding",
    "heard",
    "support",
    "sharing",
    "sample",
)


def modules(name: str) -> Iterator[ModuleType]:
    """This module of each part that has one."""
    return modules_of("peer_network", PARTS, name)
