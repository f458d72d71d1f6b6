"""How an app says, independently of the policy, who may use each of its addresses.

Each app has a `rights.py` with `ROWS`, one for each route, roles written by hand. A test builds the whole table from
the URL resolver and asks every address as every role; a route without a row fails, and so does a row that the
policy or a decorator no longer agrees with. That only works while rows are written from what the access table of the
brief says, never computed from `accounts.policy`.

    ROWS = [
        Row("programme:board", BOARD_READERS),
        Row("rollout:change", ["area-lead"], ("GET", "POST"), sample=lambda world: {"group": "mental-health"}),
    ]
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

PUBLIC = "everybody"
SIGNED_IN = "everybody who has signed in"
TOKEN = "whoever sends a token"  # noqa: S105 - words, not a secret

# Names for lists of roles that many rows share.
AREA_STAFF = ("practitioner", "area-lead", "finance-lead", "commissioner")
BOARD_READERS = (*AREA_STAFF, "evaluator", "board-member", "network-manager")
# Who writes and publishes in the knowledge base, in Wagtail's editor and around it.
PAGE_EDITORS = ("knowledge-editor", "network-manager")
EVERY_ROLE = (
    "budget-holder",
    "carer",
    "peer-supporter",
    "provider-editor",
    *AREA_STAFF,
    "moderator",
    "knowledge-editor",
    "evaluator",
    "board-member",
    "network-manager",
    "safeguarding-lead",
    "operator",
)

# world -> arguments of the address. `world.area` is the area of the address, `world.me` who asks (None signed out).
Arguments = Callable[[Any], dict[str, Any]]


@dataclass(frozen=True)
class Row:
    """One route: its name, who may use it, with which methods, and arguments to try it with.

    `sample` gives the arguments beside the area's slug, for an object that the person may reach. `foreign` gives
    those of an object of another area or person: everybody allowed must get 404 for it. `data` is what a POST sends.
    `also` are answers beside 2xx and 3xx with which somebody allowed is served (422: the form has errors).
    """

    route: str
    allowed: str | Iterable[str]
    methods: tuple[str, ...] = ("GET",)
    sample: Arguments | None = None
    foreign: Arguments | None = None
    data: dict[str, Any] | None = None
    also: tuple[int, ...] = ()
