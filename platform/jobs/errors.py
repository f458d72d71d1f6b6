"""What long work and its messages refuse, in finished sentences."""

from collections.abc import Sequence

from files.errors import FileTooLarge as FileTooLarge  # raised where a file is kept for a job


class TaskWithoutArea(Exception):
    """A task was sent, or called, without saying which area it works for."""

    def __init__(self, task: str, why: str = "") -> None:
        why = why or "Pass area=…, or declare the task region_wide=True."
        super().__init__(f"The task {task} was not told its area. {why}")


class MessageRefused(Exception):
    """A message arrived that may not be worked on; the sentence says why."""


class MessageNotRecorded(Exception):
    """Work that must not be lost is recorded together with the change that asks for it."""

    def __init__(self, task: str) -> None:
        super().__init__(f"Send {task} through the outbox inside the transaction that makes the change.")


class JobRefused(Exception):
    """A job can't be done as asked, and the person can mend it.

    `sentence` is shown as it is; `faults` are its reasons, one finished line each. Nothing of the job is stored.
    Domain exceptions of a room may be subclasses of this one, or be named in `JobKind.refusals`.
    """

    def __init__(self, sentence: str, faults: Sequence[str] = ()) -> None:
        super().__init__(sentence)
        self.faults: list[str] = list(faults)


class JobCancelled(Exception):
    """Somebody asked the job to stop. Raised by `JobRun.progress`; the work's transaction is rolled back."""


class LateResult(Exception):
    """The job was ended, or started again, while this worker had it: what it made is thrown away."""


class UnknownKind(LookupError):
    """No kind of job of this name is registered."""

    def __init__(self, slug: str) -> None:
        super().__init__(f"There is no kind of job called {slug!r}: register it with jobs.registry.register.")


class JobOver(Exception):
    """The job has ended already, so there is nothing to stop."""
