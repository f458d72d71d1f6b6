"""What became of all lines of a costing, and what they cost by source of price and by setting."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from finance_models.calc import frames, money
from finance_models.calc.costing import COSTED, OUTCOMES, UNCOSTED, Costing

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Totals:
    """Accepted lines by outcome; whole pence of the costed ones by source, by setting, and in all."""

    lines: Mapping[str, int]
    by_source: Mapping[str, int]
    by_setting: Mapping[str, int]

    @property
    def pence(self) -> int:
        """The total cost."""
        return sum(self.by_source.values())

    @property
    def uncosted_share(self) -> Fraction:
        """The share of uncosted lines among those that count; 0 where none count."""
        counted = self.lines[UNCOSTED] + self.lines[COSTED]
        return Fraction(self.lines[UNCOSTED], counted) if counted else Fraction(0)

    @property
    def warnings(self) -> list[str]:
        """How much is missing from every total, where something is."""
        if not self.lines[UNCOSTED]:
            return []
        percent = money.places(100 * self.uncosted_share, 1)
        counted = self.lines[UNCOSTED] + self.lines[COSTED]
        what = f"{self.lines[UNCOSTED]:,} of {counted:,} lines ({percent}%) have no price"
        return [f"{what}: they are counted, and no total has their cost in it."]

    def table(self) -> "pd.DataFrame":
        """One row a setting: pence, and its share of the total."""
        made = frames.table(self.by_setting.items(), ["setting", "pence"])
        return made.assign(share=made.pence / max(1, self.pence))


def totals(costing: Costing) -> Totals:
    """Add up a costing."""
    lines: Counter[str] = Counter(dict.fromkeys(OUTCOMES, 0))
    by_source: Counter[str] = Counter()
    by_setting: Counter[str] = Counter()
    for row in costing.totals.to_pyarrow().to_pylist():
        lines[row["outcome"]] += row["lines"]
        if row["outcome"] == COSTED:
            by_source[row["source"]] += row["pence"]
            by_setting[row["setting"]] += row["pence"]
    return Totals(dict(lines), dict(sorted(by_source.items())), dict(sorted(by_setting.items())))


def uncosted_services(costing: Costing) -> list[tuple[str, str, int]]:
    """Setting, service and number of the lines without a price, the most first."""
    lines = costing.lines.filter(costing.lines.outcome == UNCOSTED)
    rows = lines.group_by(["setting", "service"]).agg(lines=lines.count()).to_pyarrow().to_pylist()
    rows.sort(key=lambda row: (-row["lines"], row["setting"], row["service"]))
    return [(row["setting"], row["service"], row["lines"]) for row in rows]
