"""The `[gain_share]` part: corridor, tiers, cap, quality, and who shares by how much."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from finance_models.calc.assumptions.sections import Section

NAME = "gain_share"
SHARES = ("corridor", "cap", "quality")
KEYS = ("corridor", "tiers", "cap", "quality", "split")
ASK_SHARE = "write a share from 0 to 1, such as 0.02 for 2%"
ASK_TIERS = "write pairs of width and share, the last with width 0, such as [[0.03, 0.5], [0, 0.3]]"
ASK_SPLIT = f"write a table [{NAME}.split] with a line for each partner, such as: ccg = 0.4"
MOST_TIERS, MOST_PARTNERS = 50, 100


@dataclass(frozen=True)
class Tier:
    """A stretch of the variance beyond the corridor. `width` is a share of the target; 0 means without end."""

    width: Decimal
    share: Decimal

    @property
    def is_open(self) -> bool:
        """True for the tier that takes whatever is left."""
        return self.width == 0


@dataclass(frozen=True)
class GainShareTerms:
    """What the partners have agreed, in shares: 0.02 is 2%. Corridor, widths and cap are shares of the target.

    `split` is each partner's part of what is shared, in the order that decides over a penny that is left.
    """

    corridor: Decimal
    tiers: tuple[Tier, ...]
    cap: Decimal
    quality: Decimal
    split: Mapping[str, Decimal]

    def validate(self) -> list[str]:
        """Every fault, as a line that says where, what and how to mend it."""
        shares = [(name, getattr(self, name)) for name in SHARES]
        faults = [_no_share(name, value) for name, value in shares if not 0 <= value <= 1]
        return [f"[{NAME}] {fault}" for fault in faults + self._tier_faults() + self._split_faults()]

    def _tier_faults(self) -> list[str]:
        if not self.tiers:
            return [f"tiers: there is none; {ASK_TIERS}"]
        faults = []
        for number, tier in enumerate(self.tiers, start=1):
            for name, value in (("width", tier.width), ("share", tier.share)):
                if not 0 <= value <= 1:
                    faults.append(_no_share(f"tiers, {name} of tier {number}", value))
            if tier.is_open and number < len(self.tiers):
                faults.append(
                    f"tiers: tier {number} is open (width 0), so what follows is never reached; "
                    "only the last may be open"
                )
        if not self.tiers[-1].is_open:
            faults.append("tiers: the last tier ends; give it width 0, so that it takes whatever is left")
        return faults

    def _split_faults(self) -> list[str]:
        if not self.split:
            return [f"split: nobody shares; {ASK_SPLIT}"]
        faults = [_no_share(f"split, {name}", share) for name, share in self.split.items() if not 0 <= share <= 1]
        if not faults and sum(map(Fraction, self.split.values())) != 1:
            total = sum(self.split.values(), Decimal(0))
            faults.append(f"split: the shares add up to {total}; they must add up to exactly 1")
        return faults


def read(document: Mapping[str, Any]) -> tuple[GainShareTerms | None, list[str]]:
    """The terms in an assumptions document whose numbers are decimals, or none, and every fault."""
    if NAME not in document:
        return None, [f"[{NAME}] is missing; add it with {', '.join(KEYS[:-1])} and [{NAME}.split]"]
    section = Section(NAME, document[NAME], known=KEYS)
    # A stand-in without fault takes the place of what can't be read, so that the rest is checked too.
    shares = {name: section.number(name, ASK_SHARE) or Decimal(0) for name in SHARES}
    terms = GainShareTerms(
        tiers=_tiers(section) or (Tier(Decimal(0), Decimal(0)),),
        split=_split(section) or {"nobody": Decimal(1)},
        **shares,
    )
    faults = section.faults + terms.validate()
    return (None, faults) if faults else (terms, [])


def _tiers(section: Section) -> tuple[Tier, ...] | None:
    """The tiers, or none where one of them can't be read."""
    if "tiers" not in section.values:
        section.fault("tiers", f"this is missing; {ASK_TIERS}")
        return None
    pairs = section.values["tiers"]
    if not isinstance(pairs, list) or not 0 < len(pairs) <= MOST_TIERS or not all(map(_is_pair, pairs)):
        section.fault("tiers", f"these can't be read as tiers; {ASK_TIERS}")
        return None
    numbers = [
        (
            section.decimal(f"tiers, width of tier {number}", width, ASK_SHARE),
            section.decimal(f"tiers, share of tier {number}", share, ASK_SHARE),
        )
        for number, (width, share) in enumerate(pairs, start=1)
    ]
    tiers = tuple(Tier(width, share) for width, share in numbers if width is not None and share is not None)
    return tiers if len(tiers) == len(pairs) else None


def _is_pair(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 2


def _split(section: Section) -> dict[str, Decimal] | None:
    """Shares by partner in the order of the file, or none where one of them can't be read."""
    if "split" not in section.values:
        section.fault("split", f"this is missing; {ASK_SPLIT}")
        return None
    values = section.values["split"]
    if not isinstance(values, Mapping) or not 0 < len(values) <= MOST_PARTNERS:
        section.fault("split", f"this can't be read as a split; {ASK_SPLIT}")
        return None
    shares = {name: section.decimal(f"split, {name}", share, ASK_SHARE) for name, share in values.items()}
    read_shares = {name: share for name, share in shares.items() if share is not None}
    return read_shares if len(read_shares) == len(shares) else None


def _no_share(name: str, value: Decimal) -> str:
    return f"{name}: {value} is not a share; {ASK_SHARE}"
