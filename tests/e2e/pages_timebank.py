"""Pages of the time bank: the ledger's own here, and those of the room's other parts, each in a module of its own."""

from importlib import import_module
from importlib.util import find_spec

from tests.e2e.pages_shown import Shown

OTHER_PARTS = ("pages_timebank_exchange", "pages_timebank_sessions")
_others = [import_module(f"tests.e2e.{name}") for name in OTHER_PARTS if find_spec(f"tests.e2e.{name}")]

LEDGER = [
    Shown("time bank", "timebank:start", "area-lead", "/timebank/"),
    Shown("time bank, coordinate", "timebank:coordinate", "network-manager", "/timebank/coordinate/"),
    Shown("time bank, mine", "timebank:mine", "area-lead", "/timebank/mine/"),
    Shown("time bank, confirming", "timebank:confirming", "area-lead", "/timebank/confirming/"),
    Shown("time bank, giving", "timebank:giving", "carer", "/timebank/giving/"),
]
SHOWN = [*LEDGER, *(shown for module in _others for shown in module.SHOWN)]
NO_PAGES: dict[str, str] = {}
for _module in _others:
    NO_PAGES |= _module.NO_PAGES
