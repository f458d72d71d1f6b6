"""All milestones of an area at a glance: stages down, financial years across, in each cell the worst status."""

import datetime
from collections import defaultdict

from django.urls import reverse

from files.offers import Offers
from tenants.models import Area
from tenants.rollout import rag
from tenants.rollout.milestones.queries import LOCAL_STAGE, AreaMilestone
from ui import formats
from ui.charts import HeatCell, HeatColumn, HeatLevel, HeatMap, HeatRow

NOTHING = "none"
SCALE = (
    HeatLevel(rag.RED, "Red", "triangle"),
    HeatLevel(rag.AMBER, "Amber", "diamond"),
    HeatLevel(rag.GREEN, "Green", "circle"),
    HeatLevel(rag.DONE, "Done", "tick"),
    HeatLevel(NOTHING, "None due", "dash"),
)
APRIL = 4


def financial_year(day: datetime.date) -> str:
    """`2014/15`: it starts in April."""
    start = day.year if day.month >= APRIL else day.year - 1
    return f"{start}/{(start + 1) % 100:02d}"


def heat_map(area: Area, milestones: list[AreaMilestone], on: datetime.date, downloads: Offers) -> HeatMap:
    """The milestones in the plan by stage and by the financial year in which they are due."""
    cells: dict[tuple[str, str], list[AreaMilestone]] = defaultdict(list)
    for each in milestones:
        cells[each.stage, financial_year(each.due)].append(each)
    stages = sorted(dict.fromkeys(stage for stage, _ in cells), key=lambda stage: stage == LOCAL_STAGE)
    years = sorted({year for _, year in cells})
    return HeatMap(
        id="milestones-at-a-glance",
        title="Milestones at a glance",
        description="Each square has the status of its milestone that needs most attention.",
        row_heading="Stage",
        columns=tuple(HeatColumn(year, short_name=year) for year in years),
        heat_rows=tuple(
            HeatRow(stage, tuple(_cell(area, cells.get((stage, year), []), on) for year in years)) for stage in stages
        ),
        scale=SCALE,
        as_at=on,
        source=f"the national timetable, and what {area.name} says of it",
        downloads=downloads,
    )


def _cell(area: Area, milestones: list[AreaMilestone], on: datetime.date) -> HeatCell:
    if not milestones:
        return HeatCell(NOTHING, "None due")
    colours = [each.status(on).colour for each in milestones]
    done = colours.count(rag.DONE)
    worst = rag.worst(set(colours))
    return HeatCell(
        worst,
        rag.WORDS[worst],
        detail=f"{done} of {formats.plural(len(milestones), 'milestone')} done",
        href=reverse("rollout:milestone", args=[area.slug, milestones[0].key]) if len(milestones) == 1 else None,
    )
