"""Risks and issues that areas share, and those of the network itself, on one map."""

import datetime
from dataclasses import dataclass
from typing import Any

from files.people import NO_PEOPLE
from files.tables import Table
from tenants import network_risks
from tenants.models import NetworkRisk
from tenants.programme.board import Board
from tenants.programme.network_risks import presenters
from tenants.programme.sections import told
from tenants.programme.sections.base import Built, Section
from tenants.returns.models import PublishedRisk
from tenants.returns.queries import latest_as_at
from ui import formats
from ui.charts import RiskEntry, RiskMap
from ui.charts.risks import band_of, score_words


@dataclass(frozen=True)
class _OnTheMap:
    """A scored risk or issue: its number there, whose it is, and the row that says the rest of it."""

    number: str
    whose: str
    row: Any  # PublishedRisk or NetworkRisk, whose fields have the same names

    @property
    def before(self) -> tuple[int, int] | None:
        """Likelihood and impact before mitigation; the network may have left them open."""
        if self.row.likelihood_before is None:
            return None
        return self.row.likelihood_before, self.row.impact_before


def shared(board: Board) -> list[PublishedRisk]:
    """Open risks and issues that areas share on the day, the highest score first. One query."""
    places = {area.pk: place for place, area in enumerate(board.areas)}
    found = [
        row
        for row in latest_as_at(PublishedRisk, board.day, "number").select_related("area")
        if not row.is_withdrawn and row.area_id in places and (row.closed_on is None or row.closed_on > board.day)
    ]
    return sorted(found, key=lambda row: (-_score(row), places[row.area_id], row.number))


def build(board: Board) -> Built:
    """The network's own list first, then the map of all that is scored, and the list of what stands on it."""
    found, own = shared(board), network_risks.open_as_at(board.day)
    tables = (presenters.table(own, board.day),) if own else ()
    said = f"{_own_words(own)}{_words(found) if found else 'No area shares a risk with the board.'}"
    placed = _placed(found, own)
    if not placed:
        return Built(said, tables=tables, empty="" if own else "Areas choose which risks they share.")
    return Built(said, charts=(_map(board, placed, said),), tables=(*tables, _table(placed, board)))


def _placed(found: list[PublishedRisk], own: list[NetworkRisk]) -> list[_OnTheMap]:
    """The network's risks that are scored, by their numbers in its list, and then those of the areas."""
    network = [
        _OnTheMap(presenters.number(place), presenters.THE_NETWORK, row)
        for place, row in enumerate(own, 1)
        if row.rating_after is not None
    ]
    return network + [_OnTheMap(str(number), row.area.short_name, row) for number, row in enumerate(found, 1)]


def _map(board: Board, placed: list[_OnTheMap], words: str) -> RiskMap:
    rows = [each.row for each in placed]
    return RiskMap(
        id="risk-map",
        title="Risks and issues, after what is done about them",
        description=words,
        entries=tuple(
            RiskEntry(
                f"{each.whose}: {each.row.title}",
                each.row.likelihood_after,
                each.row.impact_after,
                each.number,
                before=each.before,
            )
            for each in placed
        ),
        as_at=told.newest(rows),
        source=_source(placed),
        downloads=board.downloads("risks"),
    )


def _source(placed: list[_OnTheMap]) -> str:
    """Where the risks come from: the areas, the network's own list (N), or both."""
    areas = told.SOURCE if any(isinstance(each.row, PublishedRisk) for each in placed) else ""
    network = "the network’s own list (N)" if any(isinstance(each.row, NetworkRisk) for each in placed) else ""
    words = "; ".join(filter(None, (areas, network)))
    return told.source((each.row for each in placed), f"{words[0].upper()}{words[1:]}")


def _score(row: PublishedRisk) -> int:
    return row.likelihood_after * row.impact_after


def _own_words(own: list[NetworkRisk]) -> str:
    """`The network itself names 3, 1 of them scored. `, or nothing."""
    scored = sum(row.rating_after is not None for row in own)
    return f"The network itself names {len(own)}, {scored or 'none'} of them scored. " if own else ""


def _words(found: list[PublishedRisk]) -> str:
    high = sum(band_of(_score(row)).name in ("High", "Extreme") for row in found)
    late = sum(1 for row in found if row.kind == "issue")
    return f"Areas share {len(found)} open risks and issues: {high} score high or extreme, {late} have happened."


def _table(placed: list[_OnTheMap], board: Board) -> Table:
    rows = [each.row for each in placed]
    return Table(
        key="risks",
        caption="Risks and issues on the map",
        head=("Number", "Whose", "Risk or issue", "What is done", "Owner", "Before", "Now", "Review by"),
        rows=tuple(
            [
                each.number,
                each.whose,
                f"{'Issue' if each.row.kind == 'issue' else 'Risk'}: {each.row.title}",
                each.row.mitigation or "Not written yet",
                each.row.owner or "Nobody named yet",
                score_words(each.before[0] * each.before[1]) if each.before else "Not scored",
                score_words(_score(each.row)),
                _review(each.row.review_on, board.day),
            ]
            for each in placed
        ),
        as_at=told.newest(rows),
        source=_source(placed),
        people=NO_PEOPLE,
        sample=told.any_sample(rows),
    )


def _review(by: datetime.date | None, day: datetime.date) -> Any:
    if by is None:
        return "No date yet"
    return by if by >= day else {"text": f"{formats.date(by)}: overdue"}


SECTION = Section(
    "risks",
    "Risks and issues",
    "Scored by likelihood times impact, 1 to 25, before and after what is done about them.",
    build,
    tables=("network-risks", "risks"),
)
