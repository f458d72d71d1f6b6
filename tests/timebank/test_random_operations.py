"""Random operations on the real ledger and on an obvious one: after each, both say the same.

3,000 in the suite, 100,000 by `script/soak timebank`; the seed is printed, and IPC_SOAK_SEED repeats a run.
"""

import random
import uuid
from collections import Counter
from typing import Any

import pytest
from django.db import connection

from tests.timebank import crowd
from tests.timebank.invariants import broken
from tests.timebank.obvious_ledger import ObviousLedger
from timebank.ledger import accounts, holds, limits, transfers
from timebank.ledger.errors import LedgerRefused
from timebank.models import AccountBalance, Transfer

pytestmark = pytest.mark.slow

OPERATIONS = 100_000 if crowd.SOAK else 3_000
COMPARED_EVERY = 50
SESSIONS = 40


class Pair:
    """The two ledgers, and a source of chance: each method makes up one operation and carries it out on both."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        found = crowd.twenty_accounts()
        self.real = {account.slug: account for account in found}
        self.names = sorted(self.real)
        self.obvious = ObviousLedger(self.names)
        self.sessions = [str(uuid.UUID(int=chance.getrandbits(128))) for _ in range(SESSIONS)]
        self.keys: list[str] = []
        self.sent: dict[str, tuple[Any, ...]] = {}

    def quarters(self, most: int = 24) -> int:
        return 15 * self.chance.randint(1, most)

    def legs(self) -> list[tuple[str, int, str]]:
        givers, receivers = self.chance.choice([(1, 1), (1, 1), (1, 3), (3, 1), (2, 2)])
        names = self.chance.sample(self.names, givers + receivers)
        minutes = [self.quarters() + 45 for _ in range(givers)]
        left = sum(minutes)
        had = []
        for place in range(receivers):
            last = place == receivers - 1
            had.append(left if last else 15 * self.chance.randint(1, left // 15 - (receivers - place - 1)))
            left -= had[-1]
        gave = [(name, each, "gave") for name, each in zip(names, minutes, strict=False)]
        return gave + [(name, -each, "had") for name, each in zip(names[givers:], had, strict=True)]

    def post(self) -> tuple[str, str]:
        key, legs = f"k{len(self.sent)}", self.legs()
        spend = self.chance.choice(self.sessions) if self.chance.random() < 0.4 else ""
        return self._post(key, legs, spend)

    def _post(self, key: str, legs: list[tuple[str, int, str]], spend: str) -> tuple[str, str]:
        self.sent[key] = (legs, spend)
        made = [transfers.Leg(self.real[name], minutes, side) for name, minutes, side in legs]
        said = outcome(lambda: transfers.post(key=key, legs=made, spend_holds_of=spend or None))
        return said, self.obvious.post(key, legs, spend=spend)

    def again(self) -> tuple[str, str]:
        """The same request once more; it may have been refused before."""
        key = self.chance.choice(list(self.sent)) if self.sent else "first"
        legs, spend = self.sent.get(key, (self.legs(), ""))
        return self._post(key, legs, spend)

    def other_content(self) -> tuple[str, str]:
        if not self.obvious.transfers:
            return self.post()
        key, legs = self.chance.choice(list(self.obvious.transfers)), self.legs()
        made = [transfers.Leg(self.real[name], minutes, side) for name, minutes, side in legs]
        return outcome(lambda: transfers.post(key=key, legs=made)), self.obvious.post(key, legs)

    def grant(self) -> tuple[str, str]:
        key, minutes = f"g{len(self.obvious.transfers)}", self.quarters()
        name = self.chance.choice([each for each in self.names if each != "network"])
        legs = [("network", -minutes, "grant"), (name, minutes, "grant")]
        said = outcome(lambda: transfers.grant(key=key, to=self.real[name], minutes=minutes, note="", by=None))
        return said, self.obvious.post(key, legs, "grant")

    def reverse(self) -> tuple[str, str]:
        if not self.obvious.transfers:
            return self.post()
        of = self.chance.choice(list(self.obvious.transfers)[-200:])
        key, found = f"r{len(self.obvious.transfers)}-{of}", Transfer.objects.get(key=of)
        said = outcome(lambda: transfers.reverse(transfer=found, reason="", by=None, key=key))
        return said, self.obvious.reverse(key, of)

    def reserve(self) -> tuple[str, str]:
        session, names = self.chance.choice(self.sessions), self.chance.sample(self.names, self.chance.randint(1, 3))
        minutes = {name: self.quarters(12) for name in names}
        real = {self.real[name]: each for name, each in minutes.items()}
        said = outcome(lambda: holds.reserve_all(minutes=real, session_ref=uuid.UUID(session), by=None))
        return said, self.obvious.reserve(session, minutes)

    def release(self) -> tuple[str, str]:
        session = self.chance.choice(self.sessions)
        return outcome(lambda: holds.release(session_ref=uuid.UUID(session))), self.obvious.release(session)

    def set_rule(self) -> tuple[str, str]:
        base, percent = 60 * self.chance.randint(10, 40), self.chance.choice([0, 10, 25, 33])
        cap = 60 * self.chance.randint(0, 20)
        facts = {"base": base, "growth_percent": percent, "growth_cap": cap}
        said = outcome(lambda: limits.set_rule(**facts, warning_percent=75, reason="Chance", by=None))
        return said, self.obvious.set_rule(base, percent, cap)

    def set_own(self) -> tuple[str, str]:
        name = self.chance.choice(self.names)
        limit = self.chance.choice([None, 60 * self.chance.randint(0, 60)])
        said = outcome(lambda: limits.set_own(account=self.real[name], limit=limit, reason="Chance", by=None))
        return said, self.obvious.set_own(name, limit)

    def real_stand(self) -> dict[str, tuple[Any, ...]]:
        fields = ("account__slug", "minutes", "reserved", "given", "had", "floor")
        return {row[0]: row[1:] for row in AccountBalance.objects.values_list(*fields)}


def outcome(work: Any) -> str:
    """What an operation came to, as the obvious ledger says it."""
    try:
        done = work()
    except LedgerRefused as refused:
        name = type(refused).__name__
        return "LimitPassed" if name == "LimitTooLow" else name
    return "replay" if getattr(done, "is_replay", False) else "ok"


# How often each operation is drawn.
DRAWN = {
    "post": 40, "again": 8, "other_content": 4, "grant": 5, "reverse": 14, "reserve": 16, "release": 10, "set_rule": 1,
    "set_own": 2,
}  # fmt: skip


def test_random_operations_do_what_an_obvious_ledger_does(committed_db: str, capsys: Any) -> None:
    chance = random.Random(crowd.SEED)
    pair = Pair(chance)
    outcomes: Counter[str] = Counter()
    for number in range(OPERATIONS):
        name = chance.choices(list(DRAWN), list(DRAWN.values()))[0]
        real, obvious = getattr(pair, name)()
        assert real == obvious, f"Operation {number}, {name}, of the seed {crowd.SEED}: {real}, expected {obvious}."
        outcomes[f"{name} {real}"] += 1
        if number % COMPARED_EVERY == 0:
            assert pair.real_stand() == pair.obvious.stand(), f"After operation {number} of the seed {crowd.SEED}."

    assert pair.real_stand() == pair.obvious.stand()
    assert broken(connection) == []
    assert accounts.open_missing() == 0
    with capsys.disabled():
        said = ", ".join(f"{words} {count:,}" for words, count in sorted(outcomes.items()))
        print(f"\n{OPERATIONS:,} random operations, no difference (seed {crowd.SEED}): {said}")
