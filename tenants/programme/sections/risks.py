"""Risks and issues that areas share, and those of the network itself, on one map."""

from files.people import NO_PEOPLE
from files.tables import Table, numeric
from tenants import network_risks
from tenants.models import NetworkRisk
from tenants.programme.board import Board
from tenants.programme.network_risks import presenters
from tenants.programme.sections import told
from tenants.programme.sections.base import Built, Section
from tenants.returns.models import PublishedRisk
from tenants.returns.queries import latest_as_at
from ui.charts import RiskEntry, RiskMap
from ui.charts.risks import band_of, score_words


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
    """The network's own list first, then the map and the list of what areas share."""
    found, own = shared(board), network_risks.open_as_at(board.day)
    tables = (presenters.table(own, board.day),) if own else ()
    if not found:
        nothing = "No area shares a risk with the board."
        return Built(
            f"{_own_words(own)}{nothing}", tables=tables, empty="" if own else "Areas choose which risks they share."
        )
    chart = RiskMap(
        id="risk-map",
        title="Shared risks and issues, after what is done about them",
        description=_words(found),
        entries=tuple(
            RiskEntry(
                f"{row.area.short_name}: {row.title}",
                row.likelihood_after,
                row.impact_after,
                number,
                before=(row.likelihood_before, row.impact_before),
            )
            for number, row in enumerate(found, 1)
        ),
        as_at=told.newest(found),
        source=told.source(found),
        downloads=board.downloads("risks"),
    )
    return Built(f"{_own_words(own)}{_words(found)}", charts=(chart,), tables=(*tables, _table(found, board)))


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


def _table(found: list[PublishedRisk], board: Board) -> Table:
    return Table(
        key="risks",
        caption="Shared risks and issues",
        head=(numeric("Number"), "Area", "Risk or issue", "What is done", "Owner", "Before", "Now", "Review by"),
        rows=tuple(
            [
                number,
                row.area.short_name,
                f"{'Issue' if row.kind == 'issue' else 'Risk'}: {row.title}",
                row.mitigation or "Not written yet",
                row.owner,
                score_words(row.likelihood_before * row.impact_before),
                score_words(_score(row)),
                row.review_on if row.review_on >= board.day else {"text": f"{row.review_on:%d %B %Y}: overdue"},
            ]
            for number, row in enumerate(found, 1)
        ),
        as_at=told.newest(found),
        source=told.source(found),
        people=NO_PEOPLE,
        sample=told.any_sample(found),
    )


SECTION = Section(
    "risks",
    "Risks and issues",
    "Scored by likelihood times impact, 1 to 25, before and after what is done about them.",
    build,
    tables=("network-risks", "risks"),
)
