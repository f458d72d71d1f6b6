"""Pages of the time bank: the ledger's own here, and those of the room's other parts, each in a module of its own."""

from importlib import import_module
from importlib.util import find_spec

from tests.e2e.pages_shown import A_FILE, Shown, press

OTHER_PARTS = ("pages_timebank_exchange", "pages_timebank_sessions")
_others = [import_module(f"tests.e2e.{name}") for name in OTHER_PARTS if find_spec(f"tests.e2e.{name}")]

STATEMENT, CHANGE, GRANT = "/timebank/accounts/kernow/", "/timebank/limits/change/", "/timebank/coordinate/grant/"
OWN_LIMIT, PARTNER = "/timebank/limits/of/kernow/", "/timebank/coordinate/partner/"
NO_PERIOD = "?first-day=2&first-month=7&first-year=2015&last-day=1&last-month=7&last-year=2015"
MANAGER = "network-manager"

LEDGER = [
    Shown("time bank", "timebank:start", "area-lead", "/timebank/"),
    Shown("time bank, for the board", "timebank:start", "board-member", "/timebank/"),
    Shown("time bank, statement", "timebank:statement", "area-lead", STATEMENT),
    Shown("time bank, statement of no such time", "timebank:statement", MANAGER, STATEMENT + NO_PERIOD),
    Shown("time bank, limits", "timebank:limits", "board-member", "/timebank/limits/"),
    Shown("time bank, limits to change", "timebank:limits", MANAGER, "/timebank/limits/"),
    Shown("time bank, change the limit", "timebank:limits-change", MANAGER, CHANGE),
    Shown("time bank, change, mistakes", "timebank:limits-change", MANAGER, CHANGE, press("Put the rule in force")),
    Shown("time bank, own limit", "timebank:own-limit", MANAGER, OWN_LIMIT),
    Shown("time bank, own limit, mistake", "timebank:own-limit", MANAGER, OWN_LIMIT, press("Save the limit")),
    Shown("time bank, coordinate", "timebank:coordinate", MANAGER, "/timebank/coordinate/"),
    Shown("time bank, grant", "timebank:grant", MANAGER, GRANT),
    Shown("time bank, grant, mistakes", "timebank:grant", MANAGER, GRANT, press("Grant the hours")),
    Shown("time bank, partner", "timebank:partner", MANAGER, PARTNER),
    Shown("time bank, partner, mistake", "timebank:partner", MANAGER, PARTNER, press("Open the account")),
    Shown("time bank, reverse", "timebank:reverse", MANAGER, "{timebank-reverse}"),
    Shown(
        "time bank, reverse, mistake", "timebank:reverse", MANAGER, "{timebank-reverse}", press("Reverse the transfer")
    ),
    Shown("time bank, reversed", "timebank:reverse", MANAGER, "{timebank-reversed}"),
    Shown("time bank, mine", "timebank:mine", "area-lead", "/timebank/mine/"),
    Shown("time bank, giving", "timebank:giving", "carer", "/timebank/giving/"),
]
SHOWN = [*LEDGER, *(shown for module in _others for shown in module.SHOWN)]
NO_PAGES: dict[str, str] = dict.fromkeys(
    ("timebank:balances-file", "timebank:statement-file", "timebank:limits-file"), A_FILE
)
for _module in _others:
    NO_PAGES |= _module.NO_PAGES
