"""The four invariants of the ledger in plain Python, from its rows: a second opinion beside `ipc timebank verify`."""

from collections import Counter, defaultdict
from typing import Any

from timebank.ledger import verifying


def broken(connection: Any, acknowledged: dict[str, int] | None = None) -> list[str]:
    """A sentence for each thing that is wrong. `acknowledged` has the keys that clients were told of, with minutes."""
    with connection.cursor() as cursor:
        transfers = rows(cursor, "SELECT id, key, minutes FROM timebank_transfer")
        entries = rows(cursor, "SELECT transfer_id, account_id, minutes FROM timebank_entry")
        kept = rows(cursor, "SELECT account_id, minutes, reserved, floor FROM timebank_accountbalance")
        found = [fault for check in verifying.checks(cursor) for fault in check.faults]
    of_transfers, of_accounts = defaultdict(int), defaultdict(int)
    for transfer, account, minutes in entries:
        of_transfers[transfer] += minutes
        of_accounts[account] += minutes
    found += [f"Transfer {number} sums to {total}." for number, total in of_transfers.items() if total]
    times = Counter(key for _, key, _ in transfers)
    found += [f"Key {key} appears {count} times." for key, count in times.items() if count > 1]
    for account, minutes, reserved, floor in kept:
        if minutes != of_accounts[account]:
            found.append(f"Account {account} keeps {minutes}, and its entries are {of_accounts[account]}.")
        if of_accounts[account] - reserved < floor:
            found.append(f"Account {account} is at {of_accounts[account]}, below {floor}.")
    if acknowledged is not None:
        there = {key: minutes for _, key, minutes in transfers}
        found += [f"Key {key} was acknowledged and is lost." for key in acknowledged if key not in there]
        found += [
            f"Key {key} has other minutes." for key in acknowledged.keys() & there if acknowledged[key] != there[key]
        ]
        found += [f"Key {key} was never acknowledged." for key in there.keys() - acknowledged]
    return found


def rows(cursor: Any, query: str) -> list[tuple[Any, ...]]:
    """All rows of a query."""
    cursor.execute(query)
    return cursor.fetchall()
