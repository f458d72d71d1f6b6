"""Every transfer is reversed twice at once, by two of twenty workers: exactly one of the two succeeds.

100 transfers in the suite, 500 by `script/soak timebank`.
"""

import random
from collections import Counter
from typing import Any

import pytest
from django.db import connection

from tests.timebank import crowd
from tests.timebank.invariants import broken
from timebank.ledger import transfers
from timebank.ledger.errors import AlreadyReversed
from timebank.models import Transfer

pytestmark = pytest.mark.slow

WORKERS, TRANSFERS = 20, 500 if crowd.SOAK else 100


def test_each_transfer_is_reversed_once(committed_db: str, capsys: Any) -> None:
    accounts = crowd.twenty_accounts()
    crowd.without_limits()
    chance = random.Random(crowd.SEED)
    for number in range(TRANSFERS):
        giver, receiver = chance.sample(accounts, 2)
        transfers.post(key=f"t-{number}", legs=[transfers.gave(giver, 60), transfers.had(receiver, 60)])
    posted = list(Transfer.objects.order_by("pk"))
    # Neighbouring workers have the same transfers in the same order, so that the two attempts come together.
    shares = [posted[number // 2 :: WORKERS // 2] for number in range(WORKERS)]

    def reverse(worker: int) -> Counter[str]:
        outcomes: Counter[str] = Counter()
        for transfer in shares[worker]:
            try:
                key = f"reverse-{transfer.pk}-{worker}"
                transfers.reverse(transfer=transfer, reason="Tried twice", by=None, key=key)
                outcomes["reversed"] += 1
            except AlreadyReversed:
                outcomes["refused"] += 1
        return outcomes

    outcomes = sum(crowd.at_once(WORKERS, reverse), Counter())

    assert outcomes == {"reversed": TRANSFERS, "refused": TRANSFERS}
    assert Transfer.objects.filter(kind="reversal").count() == TRANSFERS
    assert broken(connection) == []
    assert {account.balance.minutes for account in crowd.twenty_accounts()} == {0}
    with capsys.disabled():
        print(f"\n{TRANSFERS} transfers reversed twice at once by {WORKERS} workers: {dict(outcomes)}")
