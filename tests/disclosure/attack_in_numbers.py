"""What the attacker found, added up."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Tally:
    asked: int = 0
    refused: int = 0
    hidden: int = 0
    worked_out: int = 0
    old_hidden: int = 0
    old_worked_out: int = 0
    by_kind: Counter = field(default_factory=Counter)
    refused_by_kind: Counter = field(default_factory=Counter)

    def add(self, outcome):
        """One table or pair. None: it was refused before there was a pair, and is not counted."""
        if outcome is None:
            return
        self.asked += 1
        self.refused += outcome.is_refused
        self.by_kind[outcome.kind] += 1
        self.refused_by_kind[outcome.kind] += outcome.is_refused
        self.hidden += len(outcome.open_values)
        self.worked_out += sum(n < 3 for n in outcome.open_values)
        self.old_hidden += len(outcome.old_open_values)
        self.old_worked_out += sum(n < 3 for n in outcome.old_open_values)

    def plus(self, other):
        """Both together."""
        return Tally(*(getattr(self, name) + getattr(other, name) for name in self.__dataclass_fields__))

    @property
    def share_refused(self):
        return self.refused / self.asked

    @property
    def old_share(self):
        return self.old_worked_out / self.old_hidden

    def in_words(self, what):
        kinds = ", ".join(f"{kind} {self.refused_by_kind[kind]} of {n}" for kind, n in sorted(self.by_kind.items()))
        words = (
            f"{self.asked:,} {what}: {self.hidden:,} hidden figures shown, "
            f"{self.worked_out:,} with fewer than 3 possible values; "
            f"refused {self.refused:,} ({self.share_refused:.1%}: {kinds})"
        )
        if self.old_hidden:
            words += f"; old rule: {self.old_worked_out:,} of {self.old_hidden:,} worked out ({self.old_share:.1%})"
        return words
