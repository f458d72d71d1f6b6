"""Areas compared: people with a budget per 100,000, and how far chance alone would spread them."""

from decimal import Decimal

from disclosure import PublishedCount, rate_per
from files.people import ALREADY_PUBLIC, People, hidden_by
from tenants.models import Area
from tenants.programme import funnel
from tenants.programme.board import Board
from tenants.programme.sections import latest, told
from tenants.programme.sections.base import Built, Section
from ui.charts import FunnelLine, FunnelPlot, FunnelPoint

UNIT = "people with a budget for every 100,000"
NOTE = (
    "Limits are exact binomial ones: each person who lives in an area has a budget or has none, so chance alone "
    "spreads areas of a size by the binomial distribution; at shares this small Poisson limits are the same to three "
    "digits. "
    "Between whole numbers of people they are interpolated (Spiegelhalter, Statistics in Medicine, 2005). 95 of 100 "
    "areas lie between the dashed lines by chance, 998 of 1,000 between the dotted ones. Populations are rounded "
    "estimates for 2014; figures are rounded as published, and a hidden one is not drawn."
)
STATUS = {
    "inside": "inside",
    "above 95%": "above_95",
    "below 95%": "below_95",
    "above 99.8%": "above_998",
    "below 99.8%": "below_998",
}


def build(board: Board) -> Built:
    """The funnel plot of the newest figures by area that cover the whole network."""
    figures = latest.by_area(board)
    areas = [area for area in board.areas if area.approx_population_2014]
    known = [(area, figures.count(area)) for area in areas]
    drawn = [(area, count) for area, count in known if count is not None and count.shown is not None]
    people = sum(count.shown or 0 for _, count in drawn)
    population = sum(area.approx_population_2014 or 0 for area, _ in drawn)
    if not drawn or not people:
        return Built("No figures by area yet.", empty="The areas’ returns are compared here once they are signed.")
    share = people / population
    limits = funnel.limits_of([area.approx_population_2014 or 1 for area, _ in known], share)
    points = tuple(_point(area, count, at) for (area, count), at in zip(known, limits, strict=True))
    chart = _chart(board, figures, points, share, [area.approx_population_2014 or 0 for area, _ in drawn])
    rule: People = ALREADY_PUBLIC if figures.quarter is None else hidden_by()
    return Built(
        _words(points), charts=(chart,), tables=(told.table_of(chart, sample=figures.sample, people=rule, note=NOTE),)
    )


def _point(area: Area, count: PublishedCount | None, limits: funnel.Limits) -> FunnelPoint:
    population = area.approx_population_2014 or 1
    if count is None or count.shown is None:
        words = "Not shown" if count is None else str(count)
        return FunnelPoint(area.short_name, population, None, words, "not_known")
    rate = rate_per(count, population)
    value = float(rate.value or Decimal(0))
    # Compared by the unrounded rate of the shown count, so that a limit is passed by people and not by rounding.
    exact = (count.shown or 0) * 100_000 / population
    return FunnelPoint(area.short_name, population, value, str(rate), STATUS[funnel.standing(exact, limits)])


def _chart(
    board: Board, figures: latest.ByArea, points: tuple[FunnelPoint, ...], share: float, populations: list[int]
) -> FunnelPlot:
    lines = tuple(
        FunnelLine(at.population, at.lower95, at.upper95, at.lower998, at.upper998)
        for at in funnel.curve(round(max(populations) * 1.05), share, smallest=round(min(populations) * 0.5))
    )
    return FunnelPlot(
        id="compared",
        title="People with a budget for every 100,000, by area",
        description=_words(points),
        unit=UNIT,
        points=points,
        lines=lines,
        mean=share * 100_000,
        as_at=figures.as_at,
        source=figures.source,
        downloads=board.downloads("compared"),
    )


def _words(points: tuple[FunnelPoint, ...]) -> str:
    above = [point.name for point in points if point.status in ("above_95", "above_998")]
    below = [point.name for point in points if point.status in ("below_95", "below_998")]
    if not above and not below:
        return "No area differs from the others by more than chance would explain."
    parts = [f"more than chance would explain: {', '.join(above)}"] if above else []
    parts += [f"fewer: {', '.join(below)}"] if below else []
    words = "; ".join(parts)
    return f"{words[0].upper()}{words[1:]}."


SECTION = Section(
    "compared",
    "Areas compared",
    "How many people have a budget for every 100,000 who live there. Small areas differ more by chance.",
    build,
    tables=("compared",),
)
