"""Reading finance cohorts, in the area's own schema."""

from finance_models.models import CohortDefinition, Run


def latest() -> list[CohortDefinition]:
    """The latest version of each name, by name."""
    return list(CohortDefinition.objects.order_by("name", "-number").distinct("name"))


def find(number: int) -> CohortDefinition | None:
    """A version by its primary key."""
    return CohortDefinition.objects.select_related("by").filter(pk=number).first()


def versions_of(name: str) -> list[CohortDefinition]:
    """Every version of a name, the newest first."""
    return list(CohortDefinition.objects.filter(name=name))


def runs_of(definitions: list[CohortDefinition]) -> dict[int, Run]:
    """The newest count of each definition, by the definition's primary key."""
    runs = (
        Run.objects.filter(kind=Run.Kind.COHORT, cohort__in=definitions)
        .order_by("cohort_id", "-pk")
        .distinct("cohort_id")
    )
    found = runs.select_related("version", "assumptions", "cohort")
    return {run.cohort_id: run for run in found if run.cohort_id is not None}
