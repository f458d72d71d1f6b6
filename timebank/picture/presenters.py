"""The network's picture, ready for a page and its files."""

import datetime
from dataclasses import dataclass
from typing import Any

from files.people import NO_PEOPLE
from files.tables import Table, numeric
from timebank.calc import hours
from timebank.models import Account
from timebank.picture.queries import Flow
from timebank.topics import Topic
from ui.charts import FlowBand, FlowChart, HeatCell, HeatColumn, HeatLevel, HeatMap, HeatRow

SOURCE = "The time bank’s ledger and its sessions"
LISTS = "The time bank’s list of offers and requests"
QUIET_DAYS = 90
MOST_BANDS = 30  # more can no longer be told apart
# Hours from which on a cell of the matrix is a step darker.
STEPS = (1, 3, 6, 12, 24)
SCALE = (
    HeatLevel("none", "Nothing", "dash"),
    HeatLevel(1, "under 3 h", "step-1"),
    HeatLevel(2, "3 h or more", "step-2"),
    HeatLevel(3, "6 h or more", "step-3"),
    HeatLevel(4, "12 h or more", "step-4"),
    HeatLevel(5, "24 h or more", "step-5"),
)


@dataclass(frozen=True)
class TopicNeed:
    """A topic: minutes that are asked for and open, minutes offered a month, minutes given so far."""

    topic: str
    open_minutes: int
    offered_a_month: int
    given: int

    @property
    def is_short(self) -> bool:
        """Whether more is asked for than offers could give in three months."""
        return self.open_minutes > 3 * self.offered_a_month


def sentence(flows: list[Flow], accounts: list[Account]) -> str:
    """`62 hours of help so far: 7 of 11 areas gave, 9 had some.`"""
    areas = {account.pk for account in accounts if account.kind == Account.Kind.AREA}
    total = sum(flow.minutes for flow in flows)
    if not total:
        return "No help has been given yet."
    gave = len({flow.giver for flow in flows} & areas)
    had = len({flow.receiver for flow in flows} & areas)
    return f"{hours.in_words(total)} of help so far: {gave} of {len(areas)} areas gave, {had} had some."


def matrix(flows: list[Flow], accounts: list[Account], day: datetime.date, downloads: Any) -> HeatMap:
    """Givers down, receivers across, hours in every cell; accounts with no part in it are left out."""
    names = short_names(accounts)
    givers = [account for account in accounts if account.pk in {flow.giver for flow in flows}]
    receivers = [account for account in accounts if account.pk in {flow.receiver for flow in flows}]
    minutes = {(flow.giver, flow.receiver): flow.minutes for flow in flows}
    return HeatMap(
        id="who-helped-whom",
        title="Who helped whom",
        description="Who gave stands at the left, who was helped at the top.",
        row_heading="Gave",
        columns=tuple(HeatColumn(names[account.pk], names[account.pk]) for account in receivers),
        heat_rows=tuple(
            HeatRow(names[giver.pk], tuple(_cell(minutes.get((giver.pk, each.pk), 0)) for each in receivers))
            for giver in givers
        ),
        scale=SCALE,
        as_at=day,
        source=SOURCE,
        downloads=downloads,
    )


def _cell(minutes: int) -> HeatCell:
    if minutes <= 0:
        return HeatCell("none", "–")
    return HeatCell(max(1, sum(minutes >= step * 60 for step in STEPS)), hours.short(minutes))


def flow_chart(flows: list[Flow], accounts: list[Account], day: datetime.date, downloads: Any) -> FlowChart:
    """The same as bands from those who gave to those who were helped; the largest first."""
    names = short_names(accounts)
    shown = [flow for flow in flows if flow.minutes > 0][:MOST_BANDS]
    rest = len(flows) - len(shown)
    return FlowChart(
        id="flow",
        title="How help flowed",
        description="A band is as wide as the hours that went across. "
        + (f"The {rest} smallest are in the table alone." if rest else ""),
        source_heading="Gave",
        target_heading="Was helped",
        measure="Hours",
        flow_bands=tuple(
            FlowBand(names[flow.giver], names[flow.receiver], flow.minutes, hours.short(flow.minutes)) for flow in shown
        ),
        as_at=day,
        source=SOURCE,
        downloads=downloads,
    )


def flows_table(flows: list[Flow], accounts: list[Account], day: datetime.date) -> Table:
    """Columns: who gave, who was helped, hours; the most first."""
    names = {account.pk: account.name for account in accounts}
    return Table(
        key="who-helped-whom",
        caption="Who helped whom, pair by pair",
        head=("Gave", "Was helped", "Hours", numeric("Minutes")),
        rows=tuple(
            [names[flow.giver], names[flow.receiver], hours.short(flow.minutes), flow.minutes] for flow in flows
        ),
        as_at=day,
        source=SOURCE,
        people=NO_PEOPLE,
    )


def topics_table(needs: list[TopicNeed], day: datetime.date) -> Table:
    """Columns: topic, asked for and open, offered a month, given so far, how it stands; the shortest first."""
    ordered = sorted(needs, key=lambda need: (-(need.open_minutes - 3 * need.offered_a_month), need.topic))
    return Table(
        key="topics",
        caption="Topics",
        head=("Topic", "Asked for and open", "Offered a month", "Given so far", "How it stands"),
        rows=tuple(
            [
                str(Topic(need.topic).label),
                hours.short(need.open_minutes),
                hours.short(need.offered_a_month),
                hours.short(need.given),
                _stands(need),
            ]
            for need in ordered
        ),
        as_at=day,
        source=f"{LISTS}; {SOURCE[0].lower()}{SOURCE[1:]}",
        note="Short of help: more is asked for than the open offers could give in three months.",
        people=NO_PEOPLE,
    )


def _stands(need: TopicNeed) -> str:
    if need.is_short:
        return "Nobody offers help" if not need.offered_a_month else "Short of help"
    return "Nobody asks" if not need.open_minutes else "Enough is offered"


def quiet_table(
    accounts: list[Account], last: dict[int, datetime.date], offering: set[int], asking: set[int], day: datetime.date
) -> Table:
    """Columns: area, last gave or had help, open offers, open requests; areas that are quiet only."""
    return Table(
        key="quiet",
        caption=f"Areas that have given and had nothing for {QUIET_DAYS} days",
        head=("Area", "Last gave or had help", "Offers something", "Asks for something"),
        rows=tuple(
            [
                account.name,
                last.get(account.pk, "Never"),
                "Yes" if account.pk in offering else "No",
                "Yes" if account.pk in asking else "No",
            ]
            for account in accounts
            if account.kind == Account.Kind.AREA and is_quiet(last.get(account.pk), day)
        ),
        as_at=day,
        source=f"{SOURCE}; {LISTS[0].lower()}{LISTS[1:]}",
        people=NO_PEOPLE,
    )


def is_quiet(last: datetime.date | None, day: datetime.date) -> bool:
    """Whether an area has given and had nothing for a while."""
    return last is None or (day - last).days > QUIET_DAYS


def priorities_words(first: int, all_minutes: int) -> str:
    """Share of hours on areas' own stated priorities: `71% of hours…`; words where nothing came of a request yet."""
    if not all_minutes:
        return "Not known yet"
    return f"{first / all_minutes:.0%}"


def short_names(accounts: list[Account]) -> dict[int, str]:
    """Names by number that fit into a chart."""
    return {account.pk: account.area.short_name if account.area else account.name for account in accounts}
