"""The answer of a count while criteria are changed, ready for the page."""

from fractions import Fraction
from typing import Any

from files.people import OWN_TEAM
from files.tables import Table
from finance_models.cohorts.counting import Answer
from finance_models.cohorts.presenters import FUNNEL, FUNNEL_HEAD, funnel_rows
from ui import formats

NOT_KEPT = "Not kept: save the cohort and count it there, and its figures are kept, with files."


def context(answer: Answer) -> dict[str, Any]:
    """For `finance/cohort_count.html`; `news` is what a screen reader says."""
    if answer.faults:
        return {"answer": answer, "news": "The criteria can't be used yet."}
    if answer.made is None or answer.size is None:
        return {"answer": answer, "news": answer.waits}
    return {"answer": answer, "news": _news(answer), "figures": _figures(answer), "table": _table(answer)}


def _news(answer: Answer) -> str:
    people = formats.plural(answer.size.people, "person", "people")
    return f"{people}, {formats.whole_pounds(answer.size.pence)} in the base year."


def _figures(answer: Answer) -> list[tuple[Any, str, str]]:
    """(figure, what it is, note) of size and cost."""
    size, population, days = answer.size, answer.population, answer.made.window_days if answer.made else 1
    share = Fraction(100 * size.people, population.people) if population.people else Fraction(0)
    years = Fraction(size.days, days)
    mean = formats.whole_pounds(round(size.pence / years)) if years else "Nobody"
    return [
        (size.people, "person" if size.people == 1 else "people", f"{float(share):.1f}% of {population.people:,}"),
        (f"{float(years):,.1f}", "person-years", "Eligible days by the days of the base year"),
        (formats.whole_pounds(size.pence), "in the base year", f"{mean} for a person-year"),
    ]


def _table(answer: Answer) -> Table:
    # Here, so that the query engine is loaded only by those who count.
    from finance_models.cohorts.documents import step_document

    made = answer.made
    if made is None:
        raise ValueError("There is no table without a count.")
    return Table(
        key="funnel",
        caption=FUNNEL,
        head=FUNNEL_HEAD,
        rows=tuple(row for step in answer.steps for row in funnel_rows(step_document(step))),
        as_at=made.version.loaded_on,
        source=f"{made.version}, {made.assumptions}",
        note=NOT_KEPT,
        people=OWN_TEAM,
        sample=made.version.is_sample,
    )
