"""Runs as jobs: what the button of a page starts."""

from typing import TYPE_CHECKING, Any

from django.urls import reverse

from finance_models.models import AssumptionSet, CohortDefinition, Run
from jobs.registry import JobResult

if TYPE_CHECKING:
    from jobs.run import JobRun

JOB = "finance-run"
# A cohort and a release are shown on their own pages.
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
    if kind == Run.Kind.RELEASE:
        return _prepare_release(job, assumptions)
    cohort = CohortDefinition.objects.get(pk=job.input["cohort"]) if kind == Run.Kind.COHORT else None
    made = making.make(
        area=job.area, kind=kind, assumptions=assumptions, cohort=cohort, by=job.by, on_progress=job.progress
    )
    words = f"{kind.label} of {made.version}, by {assumptions}, is done."
    return JobResult(words=words, url=address_of(job.area, made), facts={"run": made.pk})


def _prepare_release(job: "JobRun", assumptions: AssumptionSet) -> JobResult:
    from finance_models.release import making

    made = making.prepare(area=job.area, assumptions=assumptions, by=job.by, on_progress=job.progress)
    words = f"{made} of {made.run.version} is prepared. Look at it before you propose it: nothing has left the area."
    return JobResult(words=words, url=address_of(job.area, made.run), facts={"run": made.run_id})


def address_of(area: Any, made: Run) -> str:
    """The page that shows what a run made."""
    if made.kind == Run.Kind.RELEASE:
        return reverse("finance:release", args=[area.slug, made.release.number])
    if made.cohort_id:
        return reverse("finance:cohort", args=[area.slug, made.cohort_id])
    return reverse(PAGES[Run.Kind(made.kind)], args=[area.slug])
