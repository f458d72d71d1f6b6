"""Reading runs, in the area's own schema."""

from finance_models.models import Run

WITH = ("version", "version__entry", "assumptions", "by")


def latest(kind: str) -> Run | None:
    """The newest run of a kind."""
    return Run.objects.filter(kind=kind).select_related(*WITH).order_by("-pk").first()


def find(number: int) -> Run | None:
    """The run of a number."""
    return Run.objects.filter(pk=number).select_related(*WITH, "unit_costs", "providers", "cohort", "release").first()


def latest_by_scenario(kind: str) -> list[Run]:
    """The newest run of each scenario, by the scenario's name."""
    newest = Run.objects.filter(kind=kind, assumptions__isnull=False)
    ordered = newest.order_by("assumptions__name", "-pk").distinct("assumptions__name")
    return list(ordered.select_related(*WITH))
