"""The ledger as a child would write it: dictionaries, no database. What the real one does is compared with this."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

Leg = tuple[str, int, str]  # account, minutes, side


@dataclass
class ObviousLedger:
    """Each operation answers "ok", "replay", or the name of the refusal, and changes nothing where it refuses."""

    names: list[str]
    base: int = 1200
    growth_percent: int = 0
    growth_cap: int = 1200
    own: dict[str, int] = field(default_factory=dict)
    transfers: dict[str, tuple[str, frozenset[Leg], str | None]] = field(default_factory=dict)
    reversed: set[str] = field(default_factory=set)
    held: dict[str, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))

    def minutes(self, name: str) -> int:
        return self.sums[name][0]

    def __post_init__(self) -> None:
        self.sums = {name: [0, 0, 0] for name in self.names}  # minutes, given, had
        self.reserved = dict.fromkeys(self.names, 0)

    def floor(self, name: str, own: dict[str, int] | None = None) -> int:
        own = self.own if own is None else own
        if name in own:
            return -own[name]
        grown = max(self.sums[name][1], 0) * self.growth_percent // 100
        return -(self.base + min(self.growth_cap, grown))

    def is_within(self, name: str) -> bool:
        return self.minutes(name) - self.reserved[name] >= self.floor(name)

    def post(
        self, key: str, legs: list[Leg], kind: str = "exchange", reverses: str | None = None, spend: str = ""
    ) -> str:
        content = (kind, frozenset(legs), reverses)
        if key in self.transfers:
            return "replay" if self.transfers[key] == content else "KeyTaken"
        if reverses in self.reversed:
            return "AlreadyReversed"
        held = self.held.pop(spend, {}) if spend else {}
        self._free(held, 1)
        self._move(legs, 1)
        if not all(self.is_within(name) for name, minutes, _ in legs if minutes < 0):
            self._move(legs, -1)
            self._free(held, -1)
            if spend:
                self.held[spend] = held
            return "LimitPassed"
        self.transfers[key] = content
        if reverses:
            self.reversed.add(reverses)
        return "ok"

    def reverse(self, key: str, of: str) -> str:
        kind, legs, _ = self.transfers[of]
        if kind == "reversal":
            return "ReversalIsFinal"
        return self.post(key, [(name, -minutes, side) for name, minutes, side in legs], "reversal", of)

    def reserve(self, session: str, minutes: dict[str, int]) -> str:
        held = self.held[session]
        if any(name in held and held[name] != each for name, each in minutes.items()):
            return "HoldDiffers"
        new = {name: each for name, each in minutes.items() if name not in held}
        self._free(new, -1)
        if not all(self.is_within(name) for name in new):
            self._free(new, 1)
            return "LimitPassed"
        held.update(new)
        return "ok"

    def release(self, session: str) -> str:
        self._free(self.held.pop(session, {}), 1)
        return "ok"

    def set_rule(self, base: int, growth_percent: int, growth_cap: int) -> str:
        before = self.base, self.growth_percent, self.growth_cap
        self.base, self.growth_percent, self.growth_cap = base, growth_percent, growth_cap
        if all(self.is_within(name) for name in self.names):
            return "ok"
        self.base, self.growth_percent, self.growth_cap = before
        return "LimitPassed"

    def set_own(self, name: str, limit: int | None) -> str:
        before = dict(self.own)
        self.own.pop(name, None)
        if limit is not None:
            self.own[name] = limit
        if self.is_within(name):
            return "ok"
        self.own = before
        return "LimitPassed"

    def stand(self) -> dict[str, tuple[Any, ...]]:
        """Name -> (minutes, reserved, given, had, floor)."""
        return {n: (self.sums[n][0], self.reserved[n], *self.sums[n][1:], self.floor(n)) for n in self.names}

    def _move(self, legs: list[Leg], sign: int) -> None:
        for name, minutes, side in legs:
            self.sums[name][0] += sign * minutes
            if side == "gave":
                self.sums[name][1] += sign * minutes
            elif side == "had":
                self.sums[name][2] -= sign * minutes

    def _free(self, held: dict[str, int], sign: int) -> None:
        for name, minutes in held.items():
            self.reserved[name] -= sign * minutes
