"""Loading linked data as a job: what the browser's upload starts."""

from functools import partial
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.urls import reverse

from files import private
from finance_models.loading import uploads
from finance_models.loading.errors import LoadRefused
from finance_models.loading.given import Given
from finance_models.loading.words import in_words
from finance_models.models import DataVersion, GovernanceEntry
from jobs.registry import JobResult

if TYPE_CHECKING:
    from jobs.run import JobRun


def run(job: "JobRun") -> JobResult:
    """Load the files that were sent. The version is stored together with the job's "done", or nothing is."""
    # Here, so that no other process has to load the query engine.
    from finance_models.loading import storing

    files: list[dict[str, str]] = job.input["files"]
    add_to = job.input.get("add_to")
    try:
        version = storing.load(
            area=job.area,
            entry=GovernanceEntry.objects.get(pk=job.input["entry"]),
            given=[Given(each["table"], private.path_of(each["kept"]), each["name"]) for each in files],
            add_to=DataVersion.objects.get(number=add_to) if add_to else None,
            accept=bool(job.input.get("accept")),
            by=job.by,
            on_progress=job.progress,
        )
    except LoadRefused:
        # Nothing is kept of files that were refused: the person has them, and mends them there.
        uploads.forget(files)
        raise
    transaction.on_commit(partial(uploads.forget, files))
    return JobResult(words=in_words(version), url=_address(job.area, version), facts={"rows": version.rows})


def _address(area: Any, version: DataVersion) -> str:
    return reverse("finance:version", args=[area.slug, version.number])
