"""Loading prices as a job, since reading them needs what the web server does without."""

from functools import partial
from typing import TYPE_CHECKING

from django.db import transaction
from django.urls import reverse

from files import private
from finance_models.loading import uploads
from finance_models.loading.errors import LoadRefused
from jobs.registry import JobResult
from ui import formats

if TYPE_CHECKING:
    from jobs.run import JobRun


def run(job: "JobRun") -> JobResult:
    """Keep new versions of what was sent, together with the job's "done", or nothing."""
    from finance_models.prices import storing

    files: list[dict[str, str]] = job.input["files"]
    try:
        made = storing.store(
            area=job.area,
            given={each["table"]: (private.path_of(each["kept"]), each["name"]) for each in files},
            source=job.input["source"],
            is_illustrative=job.input["is_illustrative"],
            by=job.by,
        )
    except LoadRefused:
        uploads.forget(files)
        raise
    transaction.on_commit(partial(uploads.forget, files))
    words = " ".join(f"{table}: {formats.plural(len(table.rows), 'row')}." for table in made)
    return JobResult(words=words, url=reverse("finance:prices", args=[job.area.slug]))
