"""Runs as jobs: what the button of a page starts."""

from typing import TYPE_CHECKING, Any

from django.urls import reverse

from finance_models.models import AssumptionSet, CohortDefinition, Run
from jobs.registry import JobResult

if TYPE_CHECKING:
    from jobs.run import JobRun

JOB = "finance-run"
PAGES = {
    Run.Kind.COST: "finance:cost",
    Run.Kind.CAPITATE: "finance:rates",
    Run.Kind.COMPLEXITY: "finance:complexity",
}


def run(job: "JobRun") -> JobResult:
    """Calculate; the run is kept together with the job's "done"."""
    # Here, so that no other process has to load the query engine.
    from finance_models.runs import making

    kind = Run.Kind(job.input["kind"])
    assumptions = AssumptionSet.objects.get(pk=job.input["assumptions"])
    cohort = CohortDefinition.objects.get(pk=job.input["cohort"]) if kind == Run.Kind.COHORT else None
    made = making.make(
        area=job.area, kind=kind, assumptions=assumptions, cohort=cohort, by=job.by, on_progress=job.progress
    )
    words = f"{kind.label} of {made.version}, by {assumptions}, is done."
    return JobResult(words=words, url=address_of(job.area, made), facts={"run": made.pk})


def address_of(area: Any, made: Run) -> str:
    """The page that shows what a run made."""
    if made.cohort_id:
        return reverse("finance:cohort", args=[area.slug, made.cohort_id])
    return reverse(PAGES[Run.Kind(made.kind)], args=[area.slug])
