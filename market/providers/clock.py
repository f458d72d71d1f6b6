"""The clock of a check: five working days from the day on which it was asked for."""

import datetime
from dataclasses import dataclass

from config.today import today
from tenants import working_days
from ui import formats

WORKING_DAYS = 5
REMINDED_WORKING_DAYS_BEFORE = 1


@dataclass(frozen=True)
class Wait:
    """How long somebody has waited: `days` working days since; `due` is the last day; `left` is below 0 when late."""

    since: datetime.date
    due: datetime.date
    days: int
    left: int

    @property
    def is_late(self) -> bool:
        """Whether the last day is over."""
        return self.left < 0

    @property
    def is_due(self) -> bool:
        """Whether it is late, or has to be done today or on the next working day."""
        return self.left <= REMINDED_WORKING_DAYS_BEFORE

    @property
    def status(self) -> str:
        """The tag."""
        return "check_late" if self.is_late else "check_due" if self.is_due else "provider_submitted"

    @property
    def words(self) -> str:
        """`Due on 22 July 2015: 2 working days left`, `2 working days late`."""
        if self.is_late:
            return f"{formats.plural(-self.left, 'working day')} late: it was due on {formats.date(self.due)}"
        left = f"{formats.plural(self.left, 'working day')} left" if self.left else "today is the last day"
        return f"Due on {formats.date(self.due)}: {left}"


def wait_of(since: datetime.date, on: datetime.date | None = None) -> Wait:
    """How long somebody has waited who asked on a day, as it stands on another (default: today)."""
    day = on or today()
    due = working_days.after(since, WORKING_DAYS)
    return Wait(since, due, working_days.between(since, day), working_days.between(day, due))
