"""Eight clients at once, some of whose answers are lost and their requests sent again: nothing lost, nothing doubled.

200 transfers in the suite, 1,000 by `script/soak timebank`. Without the lock, or without the key, the same test fails.
"""

import random
from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError, connection

from tests.timebank import crowd
from tests.timebank.invariants import broken
from timebank.ledger import functions, transfers
from timebank.ledger.errors import LimitPassed

pytestmark = pytest.mark.slow

CLIENTS, TRANSFERS = 8, 1_000 if crowd.SOAK else 200
LOST_ANSWERS = 0.02
# Enough of them that a run without the key doubles some even when it is short.
LOST_ANSWERS_WITHOUT_KEY = 0.2


class Client:
    """Posts transfers until its share is acknowledged; keeps these keys where the database can't lose them."""

    def __init__(self, number: int, accounts: list[Any], lost: float) -> None:
        self.number, self.accounts, self.lost = number, accounts, lost
        self.random = random.Random(f"{crowd.SEED}-{number}")
        self.acknowledged: dict[str, int] = {}
        self.refused = self.sent_again = 0

    def run(self) -> "Client":
        while len(self.acknowledged) < TRANSFERS // CLIENTS:
            self.post(f"client-{self.number}-{len(self.acknowledged)}")
        return self

    def post(self, key: str) -> None:
        giver, receiver = self.random.sample(self.accounts, 2)
        minutes = 15 * self.random.randint(1, 8)
        legs = [transfers.gave(giver, minutes), transfers.had(receiver, minutes)]
        try:
            transfers.post(key=key, legs=legs)
            if self.random.random() < self.lost:
                connection.close()  # the answer came to nobody
                self.sent_again += 1
                transfers.post(key=key, legs=legs)
        except LimitPassed:
            self.refused += 1
            return
        self.acknowledged[key] = minutes


def run_clients(lost: float = LOST_ANSWERS) -> tuple[dict[str, int], list[Client]]:
    accounts = crowd.twenty_accounts()
    clients = crowd.at_once(CLIENTS, lambda number: Client(number, accounts, lost).run())
    return {key: minutes for client in clients for key, minutes in client.acknowledged.items()}, clients


def test_many_clients_lose_and_double_nothing(committed_db: str, capsys: Any) -> None:
    acknowledged, clients = run_clients()

    assert len(acknowledged) == TRANSFERS
    assert broken(connection, acknowledged) == []
    sent_again = sum(client.sent_again for client in clients)
    assert sent_again > 0
    with capsys.disabled():
        refused = sum(client.refused for client in clients)
        print(
            f"\n{TRANSFERS:,} transfers by {CLIENTS} clients over {crowd.ACCOUNTS} accounts, {sent_again} sent again, "
            f"{refused} refused by a limit: 0 lost, 0 doubled (seed {crowd.SEED})"
        )


def change(text: str, old: str, new: str) -> str:
    assert old in text, old
    return text.replace(old, new)


def test_without_the_lock_the_test_fails(committed_db: str) -> None:
    text = functions.all_functions()
    looked_at = "(SELECT c.minutes FROM public.timebank_accountbalance c WHERE c.account_id = NEW.account_id)"
    text = change(text, "SET minutes = b.minutes + NEW.minutes", f"SET minutes = {looked_at} + NEW.minutes")
    with connection.cursor() as cursor:
        cursor.execute(text)

    with pytest.raises((DatabaseError, AssertionError)):
        acknowledged, _ = run_clients()
        assert len(acknowledged) == TRANSFERS
        assert broken(connection, acknowledged) == []


def test_without_the_key_transfers_are_doubled(committed_db: str) -> None:
    text = change(functions.all_functions(), "ON CONFLICT (key) DO NOTHING", "")
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE timebank_transfer DROP CONSTRAINT timebank_transfer_key_once")
        cursor.execute(text)

    acknowledged, clients = run_clients(LOST_ANSWERS_WITHOUT_KEY)

    doubled = [fault for fault in broken(connection, acknowledged) if fault.endswith("appears 2 times.")]
    assert len(doubled) >= sum(client.sent_again for client in clients) > 0
    assert Path(functions.FOLDER / "posting.sql").exists()
