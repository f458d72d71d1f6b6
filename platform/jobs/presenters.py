"""Jobs, ready for a page."""

from dataclasses import dataclass, field

from jobs.models import Job

TAGS = {
    Job.State.WAITING: "queued",
    Job.State.RUNNING: "running",
    Job.State.DONE: "succeeded",
    Job.State.FAILED: "failed",
    Job.State.CANCELLED: "cancelled",
}
SENTENCES = {
    Job.State.WAITING: "This is waiting to start. You can leave this page and come back.",
    Job.State.RUNNING: "You can leave this page and come back.",
    Job.State.DONE: "It is done.",
    Job.State.CANCELLED: "This was stopped. Nothing was stored.",
}
STOPPING = "This will stop at its next step. Nothing will be stored."
# People who listen are told at each tenth, not at each row.
NEWS_EVERY_PERCENT = 10
FAULTS_ON_PAGE = 20


@dataclass(frozen=True)
class JobView:
    """What the page of a job shows. `version` changes whenever anything of it does."""

    job: Job
    tag: str
    sentence: str
    news: str
    version: str
    faults: list[str] = field(default_factory=list)
    more_faults: int = 0

    @property
    def is_over(self) -> bool:
        """True when the page need not be renewed."""
        return self.job.has_ended

    @property
    def may_stop(self) -> bool:
        """True while it can be asked to stop."""
        return not self.job.has_ended and not self.job.is_stopping


def present(job: Job) -> JobView:
    """A job for its page."""
    tag = "cancelling" if job.is_stopping else TAGS[Job.State(job.state)]
    return JobView(
        job=job,
        tag=tag,
        sentence=_sentence(job),
        news=_news(job),
        version=f"{tag}-{job.attempts}-{job.progress}-{job.total}-{len(job.words)}-{hash_of(job.words)}",
        faults=job.faults[:FAULTS_ON_PAGE],
        more_faults=max(0, len(job.faults) - FAULTS_ON_PAGE),
    )


def hash_of(words: str) -> int:
    """A short number that differs for other words; the same in every process."""
    return sum((place + 1) * ord(letter) for place, letter in enumerate(words)) % 100_000


def _sentence(job: Job) -> str:
    if job.is_stopping:
        return STOPPING
    if job.state == Job.State.FAILED:
        return job.failure
    if job.state == Job.State.DONE and job.words:
        return job.words
    return SENTENCES[Job.State(job.state)]


def _news(job: Job) -> str:
    """What a screen reader says while the page renews itself."""
    if job.state == Job.State.RUNNING and not job.is_stopping:
        if job.percent is None:
            return "Running"
        return f"{job.percent - job.percent % NEWS_EVERY_PERCENT}% done"
    return f"{Job.State(job.state).label}. {_sentence(job)}"


def faults_as_text(job: Job) -> str:
    """The failure and each fault on a line of its own, for a file."""
    return "\n".join([job.failure, *job.faults]) + "\n"
