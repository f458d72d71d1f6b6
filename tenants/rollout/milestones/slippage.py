"""How the dates of a milestone have moved: read from the rows that the area published, which are never changed."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from tenants.models import Area
from tenants.returns.models import PublishedMilestone
from tenants.rollout.milestones.queries import AreaMilestone


@dataclass(frozen=True)
class Move:
    """One move of one date. `what` is due or forecast; `before` or `after` None: there was, or is, no forecast."""

    on: datetime.date
    what: str
    before: datetime.date | None
    after: datetime.date | None
    reason: str

    @property
    def days(self) -> int | None:
        """Days later; fewer than 0 is earlier. None where there is no date before or after."""
        return (self.after - self.before).days if self.before and self.after else None


@dataclass(frozen=True)
class Slippage:
    """All moves, the oldest first, and where they have led.

    `first_due` is the date by which it was first due. `now` is the day it was done, else the forecast, else the date
    by which it is due now.
    """

    first_due: datetime.date
    now: datetime.date
    moves: tuple[Move, ...]

    @property
    def days(self) -> int:
        """Days from the first date to the present one: the total slip. Fewer than 0: it comes, or came, earlier."""
        return (self.now - self.first_due).days


def of(area: Area, milestone: AreaMilestone) -> Slippage:
    """How a milestone's dates have moved. One query."""
    rows = PublishedMilestone.objects.filter(area=area, key=milestone.key, is_national=milestone.is_national)
    return between(milestone, rows.order_by("as_at", "pk"))


def between(milestone: AreaMilestone, rows: Iterable[PublishedMilestone]) -> Slippage:
    """The same from published rows that are at hand, the oldest first."""
    moves: list[Move] = []
    first_due = due = milestone.due if milestone.is_national else None
    forecast: datetime.date | None = None
    for row in rows:
        if due is None:
            first_due = due = row.due
        if not milestone.is_national and row.due != due:
            moves.append(Move(row.as_at, "due", due, row.due, row.reason))
        if row.forecast != forecast:
            # The first forecast is measured against the date by which the milestone is due.
            moves.append(Move(row.as_at, "forecast", forecast or row.due, row.forecast, row.reason))
        due, forecast = row.due, row.forecast
    now = milestone.done_on or milestone.forecast or milestone.due
    return Slippage(first_due or milestone.due, now, tuple(moves))
