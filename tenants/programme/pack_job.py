"""Making a board pack as a job, since all views and a PDF of them take a while."""

import datetime
from typing import TYPE_CHECKING

from django.urls import reverse

from jobs.registry import JobResult
from tenants import quarters
from tenants.programme import packs

if TYPE_CHECKING:
    from jobs.run import JobRun


def run(job: "JobRun") -> JobResult:
    """Make the pack that was asked for: `day` (ISO) and `quarter` (a key, or empty for today)."""
    pack = packs.make(
        quarter=quarters.parse(job.input["quarter"]),
        day=datetime.date.fromisoformat(job.input["day"]),
        by=job.by,
        on_progress=job.progress,
    )
    return JobResult(words=f"The {str(pack)[0].lower()}{str(pack)[1:]} is ready.", url=reverse("programme:packs"))
