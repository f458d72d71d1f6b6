"""Kept results, ready for a page: the costing."""

from django.urls import reverse

from files.offers import Offers
from files.tables import Table, numeric
from finance_models.models import Run
from finance_models.runs import queries
from finance_models.runs.tables import table_of
from finance_models.runs.words import SETTINGS, SOURCES, sample_words, service_words, source_line
from finance_models.steps import Standing
from tenants.models import Area
from ui import formats
from ui.charts import Bar, BarChart, LineChart, Series

LINES = {
    "costed": "Costed",
    "uncosted": "No price, so counted and not costed",
    "outside_eligibility": "Outside the person's eligibility or the base year",
    "unlinked": "Of nobody in the people table",
}


def sentence(run: Run) -> str:
    """`£3,400,000 in the base year. 0.4% of the lines that count have no price.`"""
    lines = run.result["lines"]
    counted = lines["costed"] + lines["uncosted"]
    share = f"{100 * lines['uncosted'] / counted:.1f}%" if counted else "None"
    return (
        f"{formats.whole_pounds(run.result['total'])} in the base year. {share} of the lines that count have no price."
    )


def tables(run: Run) -> list[Table]:
    """The tables of the costing page, in its order."""
    result, total = run.result, run.result["total"] or 1
    settings = [
        [SETTINGS[key], formats.pounds(pence), f"{100 * pence / total:.1f}%"]
        for key, pence in sorted(result["by_setting"].items(), key=lambda item: -item[1])
    ]
    sources = [
        [SOURCES[key], formats.pounds(pence), f"{100 * pence / total:.1f}%"]
        for key, pence in sorted(result["by_source"].items(), key=lambda item: -item[1])
    ]
    lines = [[words, result["lines"][key]] for key, words in LINES.items()]
    uncosted = [
        [SETTINGS[each["setting"]], service_words(each["service"]), each["lines"]] for each in result["uncosted"]
    ]
    return [
        table_of(run, "settings", "Cost by setting", ("Setting", numeric("Cost"), numeric("Share")), settings),
        table_of(run, "sources", "Cost by source of the price", ("Source", numeric("Cost"), numeric("Share")), sources),
        _conditions(run),
        _comparison(run),
        table_of(run, "lines", "Lines of activity", ("What became of them", numeric("Lines")), lines),
        table_of(run, "uncosted", "Without a price", ("Setting", "Service", numeric("Lines")), uncosted),
    ]


def _conditions(run: Run) -> Table:
    rows = [
        [
            each["name"],
            each["people"],
            f"{float(each['person_years']):,.1f}",
            formats.pounds(each["mean"]),
            _interval(each["interval"]),
            _pounds_at(each["spread"], 0),
            _pounds_at(each["spread"], 2),
            _pounds_at(each["spread"], 4),
        ]
        for each in run.result["conditions"]
    ]
    head = (
        "Long-term conditions", numeric("People"), numeric("Person-years"), numeric("Mean cost of a person-year"),
        "95% interval", numeric("A tenth cost less than"), numeric("Half cost less than"),
        numeric("A tenth cost more than"),
    )  # fmt: skip
    note = "Spread of the costs of people who were eligible on every day of the base year."
    return table_of(run, "conditions", "Cost by number of long-term conditions", head, rows, note=note)


def _comparison(run: Run) -> Table:
    rows = [
        [
            SETTINGS[each["setting"]],
            service_words(each["service"]),
            each["lines"],
            formats.pounds(each["local"]),
            formats.pounds(each["reference"]),
            formats.pounds(each["local"] - each["reference"]),
        ]
        for each in run.result["comparison"]
    ]
    head = (
        "Setting", "Service", numeric("Lines"), numeric("By local prices"), numeric("By reference prices"),
        numeric("Difference"),
    )  # fmt: skip
    note = f"{run.result['not_compared']:,} lines have no price in one of the two lists."
    return table_of(run, "comparison", "Local beside reference prices", head, rows, note=note)


def conditions_chart(run: Run, downloads: Offers) -> LineChart:
    """The mean cost of a person-year by number of conditions, with its interval, and half of people's costs."""
    found = run.result["conditions"]
    intervals = [each["interval"] or None for each in found]
    return LineChart(
        id="by-conditions",
        title="Cost of a person-year by number of long-term conditions",
        description="The mean with its 95% interval, and the cost that half of the people stay below. In pounds."
        + sample_words(run),
        category="Long-term conditions",
        labels=tuple(each["name"] for each in found),
        series=(
            Series(
                "Mean",
                tuple(_whole(each["mean"]) for each in found),
                "first",
                low=tuple(None if each is None else max(0, _whole(each[0])) for each in intervals),
                high=tuple(None if each is None else _whole(each[1]) for each in intervals),
                interval="95% interval",
            ),
            Series(
                "Half cost less than",
                tuple(_whole(each["spread"][2]) if each["spread"] else None for each in found),
                "second",
            ),
        ),
        as_at=run.made_on,
        source=source_line(run),
        downloads=downloads,
    )


def settings_chart(run: Run, downloads: Offers) -> BarChart:
    """Cost by setting, in pounds."""
    found = sorted(run.result["by_setting"].items(), key=lambda item: -item[1])
    return BarChart(
        id="by-setting",
        title="Where the cost lies",
        description="In pounds, in the base year." + sample_words(run),
        category="Setting",
        measure="Pounds",
        bars=tuple(Bar(SETTINGS[key], _whole(pence), formats.whole_pounds(pence)) for key, pence in found),
        as_at=run.made_on,
        source=source_line(run),
        downloads=downloads,
    )


def standing(area: Area) -> Standing:
    """The line of this step on the path."""
    run = queries.latest(Run.Kind.COST)
    if run is None:
        return Standing("step_waits", "Not costed yet.")
    return Standing("step_ready", sentence(run))


def _whole(pence: int) -> int:
    return round(pence / 100)


def _pounds_at(spread: list[int], at: int) -> str:
    return formats.pounds(spread[at]) if spread else "Nobody was there all year"


def _interval(ends: list[int] | None) -> str:
    return f"{formats.pounds(ends[0])} to {formats.pounds(ends[1])}" if ends else "One person"


def address(area: Area, run: Run) -> str:
    """The page that says how a run was made."""
    return reverse("finance:run", args=[area.slug, run.pk])
