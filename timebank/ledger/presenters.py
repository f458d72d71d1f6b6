"""The ledger, ready for a page."""

from collections.abc import Iterable

from config.today import today
from files.tables import Table
from timebank.ledger.errors import hours
from timebank.models.accounts import Account

SOURCE = "The time bank's ledger"


def balances(rows: Iterable[Account]) -> Table:
    """Columns: account, balance, reserved, given, had. An hour is an hour, whoever gives it."""
    return Table(
        key="balances",
        caption="Balances",
        head=("Account", "Balance", "Reserved", "Given", "Had"),
        rows=tuple(
            [
                row.name,
                hours(row.balance.minutes),
                hours(row.balance.reserved),
                hours(row.balance.given),
                hours(row.balance.had),
            ]
            for row in rows
        ),
        as_at=today(),
        source=SOURCE,
    )
