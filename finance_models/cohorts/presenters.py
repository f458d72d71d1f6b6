"""A counted cohort, ready for a page."""

from typing import Any

from files.offers import Offers
from files.tables import Table, numeric
from finance_models.cohorts import queries
from finance_models.models import Run
from finance_models.runs.tables import table_of
from finance_models.runs.words import SETTINGS, sample_words, source_line
from finance_models.steps import Standing
from tenants import groups
from tenants.models import Area
from ui import formats
from ui.charts import Bar, BarChart

GROUP_NAMES = dict(groups.CHOICES)
EXPECTED = "The programme expects a cohort of about 5% of an area's people."


FUNNEL = "How each criterion narrows it"
FUNNEL_HEAD = (
    "Criterion", numeric("People who meet it alone"), numeric("People after it"), numeric("Cost after it"),
    numeric("Not known"),
)  # fmt: skip


def funnel_rows(step: dict[str, Any]) -> list[list[Any]]:
    """A step of the funnel (`sentence`, `alone`, `after`, `unknown`, `inside`), and below it what it is made of."""
    words = step["sentence"]
    cost = formats.pounds(step["after"]["cost"])
    inner = [
        [f"Part of it: {each['sentence']}", each["alone"]["people"], "", "", ""] for each in step.get("inside", [])
    ]
    first = [f"{words[:1].upper()}{words[1:]}", step["alone"]["people"], step["after"]["people"], cost, step["unknown"]]
    return [first, *inner]


def sentence(run: Run) -> str:
    """`231 people (4.2% of 5,480), 220.10 person-years, £1,200,000 in the base year.`"""
    found = run.result
    return (
        f"{formats.plural(found['people'], 'person', 'people')} ({found['share']}% of {found['population']:,}), "
        f"{found['person_years']} person-years, {formats.whole_pounds(found['cost'])} in the base year."
    )


def tables(run: Run) -> list[Table]:
    """The funnel, cost by setting, and the overlap of the groups."""
    found = run.result
    funnel = [row for each in found["steps"] for row in funnel_rows(each)]
    settings = [
        [SETTINGS[each["setting"]], each["people"], each["lines"], formats.pounds(each["cost"])]
        for each in found["settings"]
    ]
    overlap = [
        [" and ".join(GROUP_NAMES.get(group, group.capitalize()) for group in each["groups"]), each["people"]]
        for each in found["overlap"]
    ]
    return [
        table_of(run, "funnel", FUNNEL, FUNNEL_HEAD, funnel),
        table_of(run, "settings", "Cost by setting", ("Setting", *map(numeric, ("People", "Lines", "Cost"))), settings),
        table_of(run, "overlap", "Overlap of the groups", ("Groups", numeric("People")), overlap),
    ]


def chart(run: Run, downloads: Offers) -> BarChart:
    """People left after each criterion, from everybody on."""
    found = run.result
    bars = [Bar("Everybody in the base year", found["population"])]
    bars += [Bar(each["sentence"], each["after"]["people"]) for each in found["steps"]]
    return BarChart(
        id="funnel",
        title="From everybody to the cohort",
        description="People left after each criterion." + sample_words(run),
        category="Criterion",
        measure="People",
        bars=tuple(bars),
        as_at=run.made_on,
        source=source_line(run),
        downloads=downloads,
    )


def standing(area: Area) -> Standing:
    """The line of this step on the path."""
    found = queries.latest()
    if not found:
        return Standing("step_waits", "No finance cohort yet.")
    runs = queries.runs_of(found)
    counted = next((runs[each.pk] for each in found if each.pk in runs), None)
    names = ", ".join(each.name for each in found)
    return Standing("step_ready", f"{names}. {sentence(counted)}" if counted else f"{names}. Not counted yet.")
