"""What all views of the board share: the day that is shown, and what was published by then, each read once."""

import datetime
from collections.abc import Callable
from functools import cached_property

from files.offers import Offers
from tenants import quarters
from tenants.models import Area
from tenants.programme.queries import Snapshot, snapshot
from tenants.returns.figures import BoardFigures, board_figures
from tenants.site_register import Register, register


class Board:
    """The network as at a day. `quarter` is the past quarter that was chosen; None shows today.

    `downloads` gives what is offered of a table by its key; on paper nothing is.
    """

    def __init__(
        self,
        day: datetime.date,
        *,
        quarter: quarters.Quarter | None = None,
        downloads: Callable[[str], Offers | None] = lambda key: None,
    ) -> None:
        self.day = day
        self.quarter = quarter
        self.downloads = downloads

    @cached_property
    def snapshot(self) -> Snapshot:
        """Areas, plans, baselines, promises, milestones and intakes. Nine queries."""
        return snapshot(self.day)

    @cached_property
    def figures(self) -> BoardFigures:
        """What was released of signed returns."""
        return board_figures(self.day)

    @cached_property
    def register(self) -> Register:
        """The register of sites, and who mentors whom. Four queries."""
        return register(self.day)

    @property
    def areas(self) -> tuple[Area, ...]:
        """The areas in the network's order."""
        return self.snapshot.areas

    @property
    def as_at_words(self) -> str:
        """`31 March 2015`."""
        return f"{self.day.day} {self.day:%B %Y}"
