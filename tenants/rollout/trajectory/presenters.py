"""The trajectory's pages and its line on the overview."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from files import offers
from tenants.models import Area
from tenants.programme.projecting_words import METHOD
from tenants.quarters import Quarter
from tenants.rollout.parts import Due
from tenants.rollout.trajectory import charts, reading, tables
from tenants.rollout.trajectory.forms import TrajectoryForm
from tenants.rollout.trajectory.points import LINES, MEASURES, SLUG_OF, SLUGS, Points


@dataclass(frozen=True)
class FillRow:
    """A row of the table to fill in."""

    name: str
    cells: tuple[Any, ...]
    of_which: bool = False


def words(area: Area) -> str:
    """`Revision 2: 200 personal health budgets planned by December 2017.`"""
    revision = reading.latest()
    end = tables.end_words(reading.points_of(revision), "phb")
    if revision is None:
        return "Nothing is planned yet."
    return f"{revision}: personal health budgets, {end}." if end else f"{revision}."


def dues(area: Area) -> list[Due]:
    """A trajectory that isn't there."""
    if reading.latest() is not None:
        return []
    return [
        Due("Plan how many people are to be reached by quarter", reverse("rollout:trajectory", args=[area.slug]), None)
    ]


def page(area: Area, slug: str) -> dict[str, Any]:
    """One measure: chart, tables, the revision that stands."""
    measure = SLUGS[slug]
    revision = reading.latest()
    points, actuals = reading.points_of(revision), reading.actuals(area, measure)
    sample = reading.is_sample(area) or any(each.is_sample for each in actuals.values())
    shown = tables.shown_quarters(points, measure, actuals)
    return {
        "is_sample": sample,
        "slug": slug,
        "title": MEASURES[measure],
        "others": [(MEASURES[key], each) for key, each in SLUG_OF.items() if each != slug],
        "revision": revision,
        "sentence": charts.in_words(measure, points, actuals),
        "method": METHOD,
        "chart": charts.chart(area, measure, points, actuals, downloads(area, f"{slug}-chart")),
        "table": tables.by_quarter(area, measure, shown, points, actuals, sample) if shown else None,
        "downloads": downloads(area, slug),
        "groups": tables.by_group(area, measure, points, actuals, sample) if shown else None,
        "group_downloads": downloads(area, f"{slug}-groups"),
        "planned": tables.planned_by_group(area, measure, points, sample) if points.get(measure) else None,
        "planned_downloads": downloads(area, f"{slug}-planned"),
    }


def downloads(area: Area, key: str) -> offers.Offers:
    """The files of one of these tables."""
    return offers.offers("rollout:trajectory-download", area.slug, key)


def to_fill_in(form: TrajectoryForm, measure: str, before: Points) -> dict[str, Any]:
    """The form's boxes as `ui.figures` draws them: quarters across, groups down."""
    return {
        "id": "numbers",
        "caption": f"{MEASURES[measure]}: people planned at the end of each quarter",
        "head": ("Group", *(tables.short(quarter) for quarter in form.quarters)),
        "rows": [
            FillRow(name, tuple(_box(form, group, name, quarter) for quarter in form.quarters))
            for group, name in LINES.items()
        ],
        "totals": [_total(before, measure, quarter) for quarter in form.quarters],
    }


def _box(form: TrajectoryForm, group: str, name: str, quarter: Quarter) -> Mapping[str, Any]:
    field = form[f"{group}-{quarter.key}"]
    value = field.value()
    return {
        "id": field.auto_id,
        "name": field.html_name,
        "value": "" if value is None else str(value),
        "column": tables.short(quarter),
        "row": name,
        "is_faulty": bool(field.errors),
    }


def _total(points: Points, measure: str, quarter: Quarter) -> str:
    found = tables.total(points, measure, quarter)
    return "" if found is None else f"{found:,}"
