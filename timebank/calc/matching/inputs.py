"""What a matching run looks at: requests, offers, areas' accounts, and what people have decided already."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

STEP = 15  # minutes; every amount is a multiple
Month = tuple[int, int]  # (2015, 7)


class CaseFaults(ValueError):
    """A case that can't be matched; `faults` has a sentence for each thing that is wrong."""

    def __init__(self, faults: list[str]) -> None:
        self.faults = faults
        super().__init__(" ".join(faults))


@dataclass(frozen=True)
class Need:
    """A request: `minutes` are those that nobody has agreed to give yet. `cohort` is of the site or area that asks,
    in the group; None where it has no site there."""

    key: str
    account: str
    topic: str
    minutes: int
    asked_on: datetime.date
    needed_by: datetime.date
    priority: int = 2  # 1 is the most pressing
    group: str = ""
    component: str = ""
    how: str = "either"
    cohort: int | None = None
    place: int = 0  # among those who asked on the same day, who came first


@dataclass(frozen=True)
class Help:
    """An offer: `taken` are the minutes of each month that are agreed already. `cohorts` has the implementation cohort
    of the giver's site in each group where it has one that may mentor; `is_outside` is true for the network's pool and
    partners, who belong to no intake."""

    key: str
    account: str
    topic: str
    minutes_a_month: int
    offered_on: datetime.date
    available_from: datetime.date
    available_until: datetime.date | None = None
    group: str = ""
    component: str = ""
    how: str = "either"
    cohorts: Mapping[str, int] = field(default_factory=dict)
    is_outside: bool = False
    mentor: str = ""
    taken: Mapping[Month, int] = field(default_factory=dict)
    place: int = 0  # as of a request


@dataclass(frozen=True)
class Standing:
    """An account: what it has had, its share of all help (shares add up to 1 over the areas), and how many minutes
    it can still take before its limit (None: no limit)."""

    account: str
    name: str
    had: int
    share: float
    room: int | None = None


@dataclass(frozen=True)
class Settings:
    """What the network chose: caps, and how much fairness weighs beside fit, priority and shortfall."""

    least: int = 60  # minutes; nobody travels for less, unless less is asked
    most_helpers: int = 3  # of one request
    mentor_minutes_a_month: int = 480
    fairness: int = 200  # see `model.VALUES`
    seconds: float = 120.0  # the solver gives up after it


@dataclass(frozen=True)
class Case:
    """Everything that one run looks at. `topics` and `groups` give names for the reasons."""

    today: datetime.date
    needs: tuple[Need, ...]
    helps: tuple[Help, ...]
    standings: tuple[Standing, ...]
    pins: frozenset[tuple[str, str]] = frozenset()  # (request, offer) that must be proposed
    refusals: frozenset[tuple[str, str]] = frozenset()  # (request, offer) that must not
    settings: Settings = Settings()
    mentor_taken: Mapping[tuple[str, Month], int] = field(default_factory=dict)
    topics: Mapping[str, str] = field(default_factory=dict)
    groups: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def standing(self) -> dict[str, Standing]:
        """The accounts by their slug."""
        return {standing.account: standing for standing in self.standings}

    @cached_property
    def ordered_needs(self) -> tuple[Need, ...]:
        """In the order of asking, so that the order in which rows arrive changes nothing."""
        return tuple(sorted(self.needs, key=lambda need: (need.asked_on, need.place, need.key)))

    @cached_property
    def ordered_helps(self) -> tuple[Help, ...]:
        """In the order of offering."""
        return tuple(sorted(self.helps, key=lambda help: (help.offered_on, help.place, help.key)))

    @cached_property
    def pool(self) -> int:
        """The minutes that fair shares are counted of: what all areas have had, and what is asked for now.

        It doesn't depend on what is proposed, so that an area's ratio can be compared before and after.
        """
        return sum(s.had for s in self.standings if s.share) + sum(need.minutes for need in self.needs)

    def name(self, account: str) -> str:
        """The account's name."""
        return self.standing[account].name

    def validate(self) -> None:
        """Raises CaseFaults with every fault at once."""
        faults = [
            f"The {what} {key} has {minutes} minutes; use a multiple of {STEP}."
            for what, key, minutes in (
                *(("request", need.key, need.minutes) for need in self.needs),
                *(("offer", help.key, help.minutes_a_month) for help in self.helps),
            )
            if minutes < 0 or minutes % STEP
        ]
        rows: list[Need | Help] = [*self.needs, *self.helps]
        keys = [row.key for row in rows]
        faults += [f"{key} is there twice." for key in sorted({key for key in keys if keys.count(key) > 1})]
        accounts = {row.account for row in rows}
        faults += [f"There is no account {account}." for account in sorted(accounts - set(self.standing))]
        faults += [
            f"The request {need.key} has the priority {need.priority}; it is 1, 2 or 3."
            for need in self.needs
            if need.priority not in (1, 2, 3)
        ]
        if faults:
            raise CaseFaults(faults)
