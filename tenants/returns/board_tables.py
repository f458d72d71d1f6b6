"""What the board makes of released figures: gaps in who is reached, rates, and how many say they were refused.

All is worked out from what is shown, so it tells nothing that a reader couldn't work out alone.
"""

import datetime
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from disclosure import PublishedCount, PublishedFigure, people, rate_per, share
from disclosure.published_table import PublishedTable
from disclosure.tables import TableRefused, publish_table
from tenants import groups
from tenants.models import Area
from tenants.quarters import Quarter
from tenants.returns.figures import BoardFigures
from tenants.returns.models import ReportedRefusal
from tenants.returns.shape import EQUALITY, TABLE_BY_KEY

TOTALS = ("row_totals", "column_totals", "grand_total")


@dataclass(frozen=True)
class Reached:
    """Of the people of a kind (such as women) who are eligible in the network, how many have a budget.

    A count is None where it was left out, and then there is no share either.
    """

    characteristic: str
    name: str
    eligible: PublishedCount | None
    uptake: PublishedCount | None

    @property
    def share(self) -> PublishedFigure | None:
        """Uptake ÷ eligible in percent, to one decimal; hidden where one of them is."""
        if self.eligible is None or self.uptake is None:
            return None
        return share(self.uptake, self.eligible, decimals=1)


def reached(board: BoardFigures, quarter: Quarter) -> list[Reached]:
    """Who is reached, by sex, age, ethnicity, disability, deprivation and rurality, as far as it is known."""
    return [
        Reached(
            title,
            line.name,
            board.network(quarter, f"{key}.eligible.{line.key}"),
            board.network(quarter, f"{key}.uptake.{line.key}"),
        )
        for key, title, _ in EQUALITY
        for line in TABLE_BY_KEY[key].lines
    ]


def rates(board: BoardFigures, quarter: Quarter, kind: str, areas: Iterable[Area]) -> dict[str, PublishedFigure | None]:
    """People per 100,000 by area's slug: None where nothing is shown, or where nobody knows how many live there.

    Populations are public and approximate (of 2014).
    """
    found: dict[str, PublishedFigure | None] = {}
    for area in areas:
        count, population = board.area_total(area.slug, quarter, kind), area.approx_population_2014
        found[area.slug] = rate_per(count, population) if count is not None and population else None
    return found


def has_sample_refusals(quarter: Quarter, day: datetime.date) -> bool:
    """Whether any of the reports that `refusals` counts was made up. One query."""
    return _said(quarter, day).filter(is_sample=True).exists()


def refusals(quarter: Quarter, day: datetime.date, areas: Iterable[Area]) -> PublishedTable | None:
    """How many said in a quarter, up to a day, that they asked and were refused: areas down, groups across.

    One query. A total that would tell what is hidden is left out; None where even that isn't enough.
    """
    said = Counter(_said(quarter, day).values_list("area_id", "group"))
    shown = list(areas)
    if not shown:
        return None
    names = [area.name for area in shown]
    titles = [group.name for group in groups.GROUPS]
    counts = [[people(said[area.pk, group.key]) for group in groups.GROUPS] for area in shown]
    try:
        return publish_table(names, titles, counts)
    except TableRefused as refused:
        left = set(refused.leave_out or TOTALS)
    rows_total, columns_total, grand_total = (name not in left for name in TOTALS)
    try:
        return publish_table(
            names, titles, counts, row_totals=rows_total, column_totals=columns_total, grand_total=grand_total
        )
    except TableRefused:
        return None


def _said(quarter: Quarter, day: datetime.date) -> QuerySet[ReportedRefusal]:
    return ReportedRefusal.objects.filter(said_on__range=(quarter.first_day, min(day, quarter.last_day)))
