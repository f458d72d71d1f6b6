"""Who may use the ledger's addresses; see `accounts.rights_table`."""

from typing import Any

from accounts.rights_table import AREA_STAFF, Row

READERS = (*AREA_STAFF, "evaluator", "board-member", "network-manager")
COORDINATOR = ("network-manager",)
GET_AND_POST = ("GET", "POST")


def _own(world: Any) -> dict[str, Any]:
    """The account of the asker's own area; of the area of the table for people who have none."""
    from timebank.ledger import accounts

    accounts.open_missing()
    held = world.me.memberships.exclude(area=None).first() if world.me else None
    return {"slug": held.area.slug if held else world.area.slug}


def _no_account(world: Any) -> dict[str, Any]:
    return {"slug": "nowhere"}


def _transfer(world: Any) -> dict[str, Any]:
    from timebank.ledger import accounts, transfers

    legs = [
        transfers.gave(accounts.by_slug(world.area.slug), 15),
        transfers.had(accounts.by_slug(world.other_area.slug), 15),
    ]
    return {"public_id": transfers.post(key="The table of rights", legs=legs).transfer.public_id}


def _file(world: Any) -> dict[str, Any]:
    return {"ending": "csv"}


ROWS = [
    Row("timebank:balances-file", READERS, sample=_file),
    # Whose statement it is, is asked in tests/timebank/test_statement_page.py.
    Row("timebank:statement", READERS, sample=_own, foreign=_no_account),
    Row("timebank:statement-file", READERS, sample=lambda world: {**_own(world), **_file(world)}),
    Row("timebank:limits", READERS),
    Row("timebank:limits-file", READERS, sample=_file),
    Row("timebank:limits-change", COORDINATOR, GET_AND_POST, also=(422,)),
    Row("timebank:own-limit", COORDINATOR, GET_AND_POST, sample=_own, also=(422,)),
    Row("timebank:coordinate", COORDINATOR),
    Row("timebank:grant", COORDINATOR, GET_AND_POST, also=(422,)),
    Row("timebank:partner", COORDINATOR, GET_AND_POST, also=(422,)),
    Row("timebank:reverse", COORDINATOR, GET_AND_POST, sample=_transfer, also=(409, 422)),
]
