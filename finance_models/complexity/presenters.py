"""A fitted model, ready for a page: how well it predicts, what moves cost, and the payment that it would give."""

from typing import Any

from files.offers import Offers
from files.tables import Table, numeric
from finance_models.complexity.words import GROUP_NAMES, factor_words, term_words
from finance_models.models import Run
from finance_models.runs import queries
from finance_models.runs.tables import table_of
from finance_models.runs.words import NOT_A_LIMIT, sample_words, source_line
from finance_models.steps import Standing
from tenants.models import Area
from ui import formats
from ui.charts import LineChart, Series

NOTHING = "They cost nothing"


def sentence(run: Run) -> str:
    """`The model explains 34% of the differences between people's costs. Rates by band explain 21%.`"""
    model, bands = (_percent(run.result[key]) for key in ("r_squared", "r_squared_of_bands"))
    return (
        f"The model explains {model} of the differences between the costs of "
        f"{formats.plural(run.result['people'], 'person', 'people')}. Rates by band alone explain {bands}."
    )


def moved(run: Run) -> str:
    """How much of the payment the model would move from one band to another, in a sentence."""
    gains = sum(max(0, each["adjusted_payment"] - each["banded_payment"]) for each in run.result["bands"])
    value = run.result["value"]
    share = f" ({100 * gains / value:.1f}%)" if value else ""
    return (
        f"Both ways add up to the same baseline value of {formats.whole_pounds(value)}. The model would move "
        f"{formats.whole_pounds(gains)}{share} of it from some bands to others."
    )


def tables(run: Run) -> list[Table]:
    """The tables of the page, in its order."""
    return [_tenths(run), _groups(run), _bands(run), _coefficients(run), _left_out(run), _statistics(run)]


def _tenths(run: Run) -> Table:
    rows = [
        [
            each["number"],
            each["people"],
            _each_year(each, "predicted"),
            _each_year(each, "actual"),
            _ratio(each["predicted"], each["actual"]),
        ]
        for each in run.result["tenths"]
    ]
    head = (
        "Tenth", numeric("People"), numeric("Predicted for a person-year"), numeric("Actual for a person-year"),
        numeric("Predictive ratio"),
    )  # fmt: skip
    note = "From the tenth with the lowest predicted cost to the one with the highest. At a ratio of 1 they are equal."
    return table_of(run, "tenths", "Predicted beside actual cost, by tenth of predicted cost", head, rows, note=note)


def _groups(run: Run) -> Table:
    rows = [
        [
            GROUP_NAMES[each["group"]],
            each["people"],
            formats.pounds(each["actual"]),
            _ratio(each["by_bands"], each["actual"]),
            _ratio(each["predicted"], each["actual"]),
        ]
        for each in run.result["groups"]
    ]
    head = (
        "Group", numeric("People"), numeric("Actual cost"), numeric("Ratio by bands"), numeric("Ratio by the model"),
    )  # fmt: skip
    note = (
        "A ratio below 1 would pay less than these people cost. Cost is cut at the truncation. People can be in "
        "several groups."
    )
    return table_of(run, "groups", "Who would be paid for too little, or too much", head, rows, note=note)


def _bands(run: Run) -> Table:
    rows = [
        [
            each["band"],
            each["people"],
            formats.pounds(each["banded"]),
            formats.pounds(each["adjusted"]),
            formats.pounds(each["banded_payment"]),
            formats.pounds(each["adjusted_payment"]),
            formats.pounds(each["adjusted_payment"] - each["banded_payment"]),
        ]
        for each in run.result["bands"]
    ]
    head = (
        "Band (age/conditions)", numeric("People"), numeric("Rate by band"), numeric("Rate by the model"),
        numeric("Payment by band"), numeric("Payment by the model"), numeric("Difference"),
    )  # fmt: skip
    return table_of(run, "payment", "Payment by the model beside the banded rates", head, rows, note=NOT_A_LIMIT)


def _coefficients(run: Run) -> Table:
    rows = [_coefficient(each) for each in run.result["coefficients"]]
    head = ("People", "Beside", numeric("How many"), "They cost", "Probably between (95% interval)")
    note = "Each row compares people who are alike in everything else that the model knows of."
    return table_of(run, "coefficients", "Cost beside people who are otherwise alike", head, rows, note=note)


def _coefficient(each: dict[str, Any]) -> list[Any]:
    factor, low, high = (each[key] for key in ("factor", "low", "high"))
    if each["reference"]:
        words, between = factor_words(factor, low, high), f"{float(low):.2f} and {float(high):.2f} times"
    else:
        pounds = [formats.pounds(round(100 * float(value))) for value in (factor, low, high)]
        words, between = f"{pounds[0]} for a person-year", f"{pounds[1]} and {pounds[2]}"
    beside = term_words(each["reference"]) if each["reference"] else "Nobody: where the model starts"
    return [term_words(each["term"]), beside, each["people"], words, between]


def _statistics(run: Run) -> Table:
    rows = [
        [
            term_words(each["term"]),
            each["coefficient"],
            each["error"],
            each["factor"],
            f"{each['low']} to {each['high']}",
        ]
        for each in run.result["coefficients"]
    ]
    head = ("Term", numeric("Coefficient (log)"), numeric("Standard error"), numeric("Factor"), "95% interval")
    return table_of(run, "statistics", "Coefficients", head, rows, note="The first factor is in pounds.")


def _left_out(run: Run) -> Table:
    rows = [[term_words(term)] for term in run.result["left_out"]]
    note = "Fewer than ten people have it or lack it, or other rows say it already."
    return table_of(run, "left-out", "Asked of the data, and left out", ("People",), rows, note=note)


def chart(run: Run, downloads: Offers) -> LineChart:
    """The calibration: predicted and actual cost of a person-year by tenth, in pounds."""
    found = run.result["tenths"]
    return LineChart(
        id="calibration",
        title="Does the model expect what people cost?",
        description="Cost of a person-year in pounds, by tenth of predicted cost. The nearer the lines, the better."
        + sample_words(run),
        category="Tenth of predicted cost",
        labels=tuple(str(each["number"]) for each in found),
        series=(
            Series("Predicted", tuple(round(_mean(each, "predicted") / 100) for each in found), "plan"),
            Series("Actual", tuple(round(_mean(each, "actual") / 100) for each in found), "actual"),
        ),
        as_at=run.made_on,
        source=source_line(run),
        downloads=downloads,
    )


def reference_text(run: Run) -> str:
    """The model's rates as the part of a set of assumptions that gives reference rates."""
    rates = (f'"{band}" = {pence // 100}.{pence % 100:02}' for band, pence in run.result["reference"].items())
    return "\n".join(["[capitation.reference]", *rates])


def standing(area: Area) -> Standing:
    """The line of this step on the path."""
    run = queries.latest(Run.Kind.COMPLEXITY)
    if run is None:
        return Standing("step_waits", "No complexity-adjusted model yet.")
    return Standing("step_look" if run.result["warnings"] else "step_ready", sentence(run))


def _mean(each: dict[str, Any], what: str) -> float:
    return float(each[what]) / float(each["person_years"])


def _each_year(each: dict[str, Any], what: str) -> str:
    return formats.pounds(round(_mean(each, what)))


def _ratio(expected: int, actual: int) -> str:
    return f"{expected / actual:.2f}" if actual > 0 else NOTHING


def _percent(share: str) -> str:
    return f"{100 * float(share):.0f}%"
