"""What synthetic data are asked for: an area, how many people and lines, and which oddities."""

import datetime
from dataclasses import dataclass, field, fields

LINES_EACH = 13
HUNDREDTH = 100


@dataclass(frozen=True)
class Oddities:
    """What real files have that a tidy example has not. Each is a share (0 to 1) of lines or people; 0 switches it off.

    `missing_prices`: lines of a service that no price list has. `other_years`: 1 leaves some services with prices of
    another year only, one of them of a year without a price index. `joiners_leavers`: people who are eligible for a
    part of the window. `duplicates`: lines that stand in the file twice. `high_costs`: people whose care costs far
    more than the truncation. `unlinked`: lines of nobody in the people file. `outside_eligibility`: lines whose date
    lies anywhere in the window or 30 days round it. `several_groups`: people put into one more group. `actual_costs`:
    lines that bring their own cost, of the services where that is usual. `faulty`: lines with units below zero.
    """

    missing_prices: float = 0.004
    other_years: float = 1
    joiners_leavers: float = 0.06
    duplicates: float = 0.002
    high_costs: float = 0.001
    unlinked: float = 0.003
    outside_eligibility: float = 0.02
    several_groups: float = 0.01
    actual_costs: float = 0.3
    faulty: float = 0

    @classmethod
    def none(cls) -> "Oddities":
        """Tidy data: every line is linked, eligible and priced."""
        return cls(**{each.name: 0 for each in fields(cls)})

    def validate(self) -> list[str]:
        """A sentence for each share that is none."""
        return [
            f"Oddity {each.name}: {getattr(self, each.name)} is not a share. Write a number from 0 to 1."
            for each in fields(self)
            if not 0 <= getattr(self, each.name) <= 1
        ]


@dataclass(frozen=True)
class Sample:
    """Synthetic people and what they used in the window [start, end). The same sample is always the same rows.

    `area` is a short name that stands in each pseudonym; `lines` None means about thirteen for each person.
    """

    people: int
    lines: int | None = None
    area: str = "area"
    council: str = "council"
    seed: int = 20150715
    start: datetime.date = datetime.date(2013, 4, 1)
    end: datetime.date = datetime.date(2014, 4, 1)
    oddities: Oddities = field(default_factory=Oddities)

    @classmethod
    def of_population(cls, population: int, *, scale: int = HUNDREDTH, **rest: object) -> "Sample":
        """A sample of one in `scale` of an area's population."""
        return cls(people=max(1, population // scale), **rest)  # type: ignore[arg-type]

    @property
    def all_lines(self) -> int:
        """How many rows the activity has, oddities included."""
        return self.people * LINES_EACH if self.lines is None else self.lines

    @property
    def days(self) -> int:
        """Days in the window."""
        return (self.end - self.start).days

    def validate(self) -> list[str]:
        """Every fault of what is asked for, as a finished sentence."""
        faults = self.oddities.validate()
        if self.people < 1:
            faults.append("A sample needs at least one person.")
        if self.all_lines < 0:
            faults.append("The number of lines can't be below zero.")
        if self.days < 1:
            faults.append("The window has to end after it starts.")
        if not self.area.replace("-", "").isalnum() or not self.council.replace("-", "").isalnum():
            faults.append("Short names of area and council have letters, digits and hyphens only.")
        return faults
