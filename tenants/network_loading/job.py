"""Loading a network folder as a job: what the browser's upload starts."""

from typing import TYPE_CHECKING

from django.urls import reverse

from jobs.registry import JobResult
from tenants.network_loading import load_file

if TYPE_CHECKING:
    from jobs.run import JobRun


def run(job: "JobRun") -> JobResult:
    """Load the uploaded .zip or workbook. All of it is stored together with the job's "done", or nothing is."""
    report = load_file(job.file, name=job.input.get("name", ""), by=job.by, on_progress=job.progress)
    return JobResult(words=in_words(report.as_dict()), url=reverse("programme:board"), facts=report.as_dict())


def in_words(report: dict) -> str:
    """`11 areas are in. Added: 44 plans for groups, …. Renewed: nothing.`"""
    return f"{_count(len(report['areas']), 'area', 'areas')} in the folder. " + " ".join(
        f"{title}: {_listed(report[key])}." for title, key in (("Added", "added"), ("Renewed", "renewed"))
    )


def _listed(counts: dict[str, int]) -> str:
    return ", ".join(f"{count:,} {name}" for name, count in sorted(counts.items()) if count) or "nothing"


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"
