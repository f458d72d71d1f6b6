"""Kept rates, ready for a page: bands, shadow payment, scenarios side by side."""

import datetime

from files.offers import Offers
from files.people import OWN_TEAM
from files.tables import Table, numeric
from finance_models.models import Run
from finance_models.runs import queries
from finance_models.runs.tables import table_of
from finance_models.runs.words import NOT_A_LIMIT, sample_words, source_line
from finance_models.steps import Standing
from tenants.models import Area
from ui import formats
from ui.charts import LineChart, Series


def sentence(run: Run) -> str:
    """`The baseline value is £3,400,000: a total cost of £3,380,000 times an uplift of 0.99.`"""
    value, total = formats.whole_pounds(run.result["value"]), formats.whole_pounds(run.result["total"])
    return (
        f"The baseline value is {value}: a total cost of {total} times an uplift of {float(run.result['uplift']):.4f}."
    )


def reconciliation(run: Run) -> str:
    """Whether the rates add up to the value before rounding."""
    if run.result["reconciles"]:
        return "Checked: before rounding, all rates times their person-years add up to the baseline value exactly."
    return "All rates together don't add up to the baseline value: see the warnings."


def bands_table(run: Run) -> Table:
    """Columns: band, people, person-years, raw rate, interval, reference, credibility, rate."""
    rows = [
        [
            each["band"],
            each["people"],
            f"{float(each['person_years']):,.2f}",
            formats.pounds(each["raw"]),
            f"{formats.pounds(each['interval'][0])} to {formats.pounds(each['interval'][1])}"
            if each["interval"]
            else "One person",
            "None" if each["reference"] is None else formats.pounds(each["reference"]),
            formats.pounds(each["rate"]),
        ]
        for each in run.result["bands"]
    ]
    head = (
        "Band (age/conditions)", numeric("People"), numeric("Person-years"), numeric("Raw rate"), "95% interval",
        numeric("Reference rate"), numeric("Rate"),
    )  # fmt: skip
    return table_of(run, "bands", "Rates for a person-year", head, rows, note=NOT_A_LIMIT)


def shadow_table(run: Run) -> Table:
    """Columns: month, person-years, payment, actual, difference, difference so far."""
    rows = [
        [
            formats.month(datetime.date.fromisoformat(each["month"])),
            f"{float(each['person_years']):,.2f}",
            formats.pounds(each["payment"]),
            formats.pounds(each["actual"]),
            formats.pounds(each["payment"] - each["actual"]),
            formats.pounds(each["cumulative"]),
        ]
        for each in run.result["shadow"]
    ]
    head = (
        "Month", numeric("Person-years"), numeric("Shadow payment"), numeric("Actual cost"), numeric("Difference"),
        numeric("Difference so far"),
    )  # fmt: skip
    return table_of(run, "shadow", "Shadow payment, month by month", head, rows, note=NOT_A_LIMIT)


def scenarios_table(runs: list[Run]) -> Table:
    """Columns: what, then a column for each scenario; the baseline value first, then each band's rate."""
    bands = list(dict.fromkeys(each["band"] for run in runs for each in run.result["bands"]))
    rates = [{each["band"]: each["rate"] for each in run.result["bands"]} for run in runs]
    rows = [["Baseline value", *(formats.pounds(run.result["value"]) for run in runs)]]
    rows += [
        [f"Rate of {band}", *(formats.pounds(found[band]) if band in found else "No such band" for found in rates)]
        for band in bands
    ]
    return Table(
        key="scenarios",
        caption="Scenarios side by side",
        head=("What", *(numeric(str(run.assumptions)) for run in runs)),
        rows=tuple(rows),
        as_at=max(run.made_on for run in runs) if runs else None,
        source="; ".join(source_line(run) for run in runs),
        note=NOT_A_LIMIT,
        people=OWN_TEAM,
        sample=any(run.inputs.get("is_sample", False) for run in runs),
    )


def shadow_chart(run: Run, downloads: Offers) -> LineChart:
    """Payment and actual cost, month by month, in pounds."""
    found = run.result["shadow"]
    return LineChart(
        id="shadow",
        title="Shadow payment beside actual cost",
        description="Month by month, in pounds. Nobody is paid by it: it shows what the payment would do."
        + sample_words(run),
        category="Month",
        labels=tuple(f"{datetime.date.fromisoformat(each['month']):%b %Y}" for each in found),
        series=(
            Series("Shadow payment", tuple(round(each["payment"] / 100) for each in found), "plan"),
            Series("Actual cost", tuple(round(each["actual"] / 100) for each in found), "actual"),
        ),
        as_at=run.made_on,
        source=source_line(run),
        downloads=downloads,
    )


def tables(run: Run, others: list[Run]) -> list[Table]:
    """The tables of the page of rates, in its order."""
    return [bands_table(run), shadow_table(run), scenarios_table(others)]


def standing(area: Area) -> Standing:
    """The line of this step on the path."""
    run = queries.latest(Run.Kind.CAPITATE)
    if run is None:
        return Standing("step_waits", "No rates yet.")
    return Standing("step_look" if run.result["warnings"] else "step_ready", sentence(run))
