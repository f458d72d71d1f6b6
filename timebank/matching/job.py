"""The matching as a job, for networks in which there is much to look at."""

from typing import TYPE_CHECKING

from jobs.registry import JobResult
from timebank.matching import presenters, runs

if TYPE_CHECKING:
    from jobs.run import JobRun


def run(job: "JobRun") -> JobResult:
    """Match what is open now."""
    made = runs.run(by=job.by, on_progress=job.progress)
    words = presenters.sentence(made, list(made.proposals.all()))
    return JobResult(words=f"The matching is done: {words[:1].lower()}{words[1:]}", url=presenters.run_address(made))
