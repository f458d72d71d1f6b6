"""The map of risks: likelihood down, impact across, each risk by its number in its square.

The five steps and their words, and the four bands of the score (likelihood times impact), are those of "A risk matrix
for risk managers", National Patient Safety Agency, January 2008.
"""

from dataclasses import dataclass, replace

from ui import formats
from ui.charts.base import Chart

LIKELIHOODS = {1: "Rare", 2: "Unlikely", 3: "Possible", 4: "Likely", 5: "Almost certain"}
IMPACTS = {1: "Negligible", 2: "Minor", 3: "Moderate", 4: "Major", 5: "Catastrophic"}

# More numbers than this can't be read in the squares; then so many are listed.
MOST_NUMBERED, MOST_LISTED = 60, 20


@dataclass(frozen=True)
class Band:
    """A range of scores, with its words, mark and class name."""

    lowest: int
    highest: int
    name: str
    mark: str

    @property
    def style(self) -> str:
        return self.name.lower()

    @property
    def words(self) -> str:
        """`High: 8 to 12`."""
        return f"{self.name}: {self.lowest} to {self.highest}"


BANDS = (
    Band(1, 3, "Low", "ring"),
    Band(4, 6, "Moderate", "circle"),
    Band(8, 12, "High", "diamond"),
    Band(15, 25, "Extreme", "triangle"),
)


def band_of(score: int) -> Band:
    """The band of a product of two steps; between the bands lies no such product."""
    return next(band for band in BANDS if band.lowest <= score <= band.highest)


@dataclass(frozen=True)
class RiskEntry:
    """One risk. `before` is (likelihood, impact) at the time before, None where there was no score."""

    name: str
    likelihood: int
    impact: int
    number: int | str
    href: str | None = None
    before: tuple[int, int] | None = None

    def __post_init__(self) -> None:
        for likelihood, impact in [(self.likelihood, self.impact), *([self.before] if self.before else [])]:
            if likelihood not in LIKELIHOODS or impact not in IMPACTS:
                raise ValueError(f"Likelihood and impact of {self.name!r} are 1 to 5, not {likelihood} and {impact}")

    @property
    def score(self) -> int:
        return self.likelihood * self.impact

    @property
    def score_before(self) -> int | None:
        return self.before[0] * self.before[1] if self.before else None


@dataclass(frozen=True, kw_only=True)
class RiskMap(Chart):
    """Risks on a grid of five by five. Its table lists each with its score before and now.

    With more than can be told apart by their numbers the squares say how many stand there, and those with the highest
    scores are listed; `rows()` has all of them.
    """

    entries: tuple[RiskEntry, ...]
    list_title: str = "Risks on the map"

    bands = BANDS
    likelihoods = tuple(sorted(LIKELIHOODS.items(), reverse=True))
    impacts = tuple(IMPACTS.items())

    def head(self):
        return ["Number", "Risk", "Likelihood", "Impact", "Score before", "Score now"]

    def rows(self):
        return [
            [
                entry.number,
                {"text": entry.name, "href": entry.href} if entry.href else entry.name,
                f"{entry.likelihood}, {LIKELIHOODS[entry.likelihood].lower()}",
                f"{entry.impact}, {IMPACTS[entry.impact].lower()}",
                score_words(entry.score_before) if entry.score_before else "Not scored",
                score_words(entry.score),
            ]
            for entry in self.entries
        ]

    @property
    def is_crowded(self) -> bool:
        return len(self.entries) > MOST_NUMBERED

    @property
    def listed_title(self) -> str:
        """What the list below the map is of."""
        if not self.is_crowded:
            return self.list_title
        return f"The {MOST_LISTED} with the highest scores, of {formats.number(len(self.entries))}"

    def listed(self) -> list[list]:
        """The rows of the list below the map."""
        if not self.is_crowded:
            return self.rows()
        highest = sorted(self.entries, key=lambda entry: -entry.score)[:MOST_LISTED]
        return replace(self, entries=tuple(highest)).rows()

    @staticmethod
    def band(likelihood: int, impact: int) -> Band:
        """The band of one square."""
        return band_of(likelihood * impact)

    def at(self, likelihood: int, impact: int) -> list[RiskEntry]:
        """The risks in one square, in their given order."""
        return [entry for entry in self.entries if (entry.likelihood, entry.impact) == (likelihood, impact)]


def score_words(score: int) -> str:
    """`12, high`."""
    return f"{score}, {band_of(score).name.lower()}"
