"""A counted cohort as JSON: sizes, cost by setting, how the groups overlap, and how each criterion narrows it."""

from typing import Any

from finance_models.calc import money
from finance_models.calc.cohorts import FinanceCohort, Size, Step
from finance_models.calc.cohorts.results import NO_GROUP


def cohort_document(made: FinanceCohort) -> dict[str, Any]:
    """Everything that the page of a cohort shows."""
    return {
        "population": made.population.people,
        "people": made.size.people,
        "person_years": money.places(made.person_years, 2),
        "cost": made.size.pence,
        "share": money.places(100 * made.share, 1),
        "warnings": [],
        "steps": [step_document(each) for each in made.steps],
        "settings": [
            {"setting": each.setting, "people": each.people, "lines": each.lines, "cost": each.pence}
            for each in made.settings
        ],
        "overlap": [
            {"groups": list(groups) or [NO_GROUP], "people": people} for groups, people in made.overlap.items()
        ],
    }


def step_document(step: Step) -> dict[str, Any]:
    """One step of the funnel, with what it is made of where it is several criteria together."""
    return {
        "sentence": step.sentence,
        "alone": _size(step.alone),
        "after": _size(step.after),
        "unknown": step.unknown,
        "inside": [{"sentence": sentence, "alone": _size(size)} for sentence, size in step.inside],
    }


def _size(size: Size) -> dict[str, int]:
    return {"people": size.people, "cost": size.pence}
