"""Making the table that cohorts are counted from, as a job: what the builder asks for where there is none yet."""

from typing import TYPE_CHECKING, Any

from django.urls import reverse

from finance_models.models import AssumptionSet
from jobs import actions as jobs
from jobs.models import Job
from jobs.registry import JobResult

if TYPE_CHECKING:
    from jobs.run import JobRun

JOB = "finance-cohort-table"


def run(job: "JobRun") -> JobResult:
    """Make the table."""
    # Here, so that no other process has to load the query engine.
    from finance_models.cohorts import kept

    assumptions = AssumptionSet.objects.get(pk=job.input["assumptions"])
    made = kept.make(area=job.area, assumptions=assumptions, by=job.by, on_progress=job.progress)
    words = f"Finance cohorts of {made.version}, by {assumptions}, can now be counted while you change them."
    return JobResult(words=words, url=reverse("finance:cohort-new", args=[job.area.slug]))


def start_once(*, area: Any, by: Any, assumptions: AssumptionSet, name: str) -> Job:
    """The job that makes the table `name`: the one that is on its way already, or a new one."""
    on_its_way = Job.objects.filter(kind=JOB, area=area, input__name=name).exclude(state__in=Job.ENDED).first()
    if on_its_way:
        return on_its_way
    given = {"assumptions": assumptions.pk, "name": name}
    return jobs.start(kind=JOB, by=by, area=area, input=given, title=f"Make ready to count cohorts by {assumptions}")
