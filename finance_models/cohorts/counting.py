"""Counting a cohort while its criteria are changed: the answer, or what it waits for."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from finance_models.cohorts import job
from finance_models.models import AssumptionSet
from jobs.models import Job

if TYPE_CHECKING:
    from finance_models.cohorts.kept import Made

NO_DATA = "No data version is in use, so nobody can be counted yet. Load data first, and take a version into use."
NOTHING = "Nothing is asked for yet. Add a criterion, and the people who meet it are counted."


@dataclass(frozen=True)
class Answer:
    """What a count gives. `waits` says why there are no figures; `job` is then the one that makes the table."""

    sentence: str = ""
    waits: str = ""
    faults: tuple[str, ...] = ()
    job: Job | None = None
    made: "Made | None" = None
    population: Any = None
    size: Any = None
    steps: tuple[Any, ...] = ()


def said(faults: list[str]) -> list[str]:
    """Faults of criteria in the form's own words: `Age: 80 is above 18; write the lower number as “At least”`."""
    from finance_models.calc.cohorts import MEASURES

    found = []
    for fault in faults:
        name, mark, rest = fault.partition(": ")
        title = MEASURES[name].title if name in MEASURES else name
        words = rest.replace("at_least", "“At least”").replace("at_most", "“At most”")
        found.append(f"{title}{mark}{words}")
    return found


def answer(*, area: Any, criteria: dict[str, Any], assumptions: AssumptionSet, by: Any) -> Answer:
    """Count the people who meet `criteria`; without a table, the job that makes it is started."""
    # Here, so that the query engine is loaded only by those who count.
    from finance_models.calc import cohorts
    from finance_models.cohorts import kept

    if not criteria["criteria"]:
        return Answer(waits=NOTHING)
    definition, faults = cohorts.from_document({"name": "To be counted", "version": 1, **criteria})
    if definition is None:
        return Answer(faults=tuple(said(faults)))
    made = kept.wanted(area, assumptions)
    if made is None:
        return Answer(definition.sentence, waits=NO_DATA)
    if not made.is_there:
        started = job.start_once(area=area, by=by, assumptions=assumptions, name=made.path.stem)
        waits = (
            f"{made.version} is made ready for counting by {assumptions}. Go on with the criteria, and count again in "
            "a moment."
        )
        return Answer(definition.sentence, waits=waits, job=started)
    population, size, steps = kept.count(made, definition)
    return Answer(definition.sentence, made=made, population=population, size=size, steps=steps)
