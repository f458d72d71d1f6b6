"""What a worker writes about the job it has in hand, and the lock that says it has it.

Both use one connection of their own, outside the transaction of the work: progress is seen while that is still open,
and the lock is freed by the database the moment the worker dies, however it dies. (PgBouncer in transaction mode would
break the lock: connect workers to PostgreSQL directly.)
"""

import json
import time
from types import TracebackType
from typing import Any, Self

from django.db import connection
from django.db.models.functions import Now

from jobs.errors import JobCancelled, LateResult
from jobs.models import Job

LOCK_SQL = "hashtextextended('ipc-job:' || %s, 0)"
# Progress is written, and a wish to stop is noticed, at most this often.
STEP_SECONDS = 0.1
WORDS_LIMIT = 300


class WorkerRecord:
    """One worker's hold on one job. Use as a context manager; `is_ours` says whether the lock was free."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.attempt = 0
        self.is_ours = False
        self._last_step = 0.0
        self._connection = connection.copy()

    def __enter__(self) -> Self:
        with self._connection.cursor() as cursor:
            # The page's own row is all that is written here: waiting for it means a fault in the work.
            cursor.execute("SET lock_timeout = '5s'")
            cursor.execute(f"SELECT pg_try_advisory_lock({LOCK_SQL})", [str(self.job.public_id)])
            self.is_ours = cursor.fetchone()[0]
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def begin(self) -> bool:
        """Mark the job as running, one try more; False where it has ended or is to be stopped."""
        row = self._write(
            "state = 'running', started_at = statement_timestamp(), attempts = attempts + 1, "
            "progress = 0, total = NULL, words = ''",
            [],
            "state IN ('waiting', 'running') AND cancel_requested_at IS NULL",
            "attempts",
        )
        self.attempt = row[0] if row else 0
        return row is not None

    def step(self, done: int, total: int | None, words: str) -> None:
        """Write how far it is; raises JobCancelled or LateResult where the worker should stop."""
        now = time.monotonic()
        if now - self._last_step < STEP_SECONDS:
            return
        self._last_step = now
        shown = min(done, total) if total is not None else done
        row = self._write(
            "progress = %s, total = %s, words = %s", [shown, total, words[:WORDS_LIMIT]], *self._still_ours
        )
        if row is None:
            raise LateResult
        if row[0] is not None:
            raise JobCancelled

    def fail(self, sentence: str, faults: list[str]) -> None:
        """The job failed and nothing of it is stored; nothing happens where somebody ended it before."""
        self._write(
            "state = 'failed', finished_at = statement_timestamp(), failure = %s, faults = %s::jsonb, words = ''",
            [sentence, json.dumps(faults)],
            *self._still_ours,
        )

    def stop(self) -> None:
        """The job was stopped and nothing of it is stored."""
        self._write(
            "state = 'cancelled', finished_at = statement_timestamp(), words = ''",
            [],
            "state IN ('waiting', 'running') AND cancel_requested_at IS NOT NULL",
            "state",
        )

    @property
    def _still_ours(self) -> tuple[str, str]:
        return f"state = 'running' AND attempts = {int(self.attempt)}", "cancel_requested_at"

    def _write(self, changes: str, values: list[Any], condition: str, answer: str) -> Any:
        sql = f"UPDATE public.jobs_job SET {changes} WHERE id = %s AND {condition} RETURNING {answer}"  # noqa: S608
        with self._connection.cursor() as cursor:
            cursor.execute(sql, [*values, self.job.pk])
            return cursor.fetchone()


def mark_done(job: Job, attempt: int, *, words: str, url: str, facts: dict[str, Any]) -> None:
    """Mark the job done, on the work's own connection, so that it is done exactly when the work is kept.

    Raises LateResult where it was ended, asked to stop, or started again meanwhile.
    """
    kept = Job.objects.filter(
        pk=job.pk, state=Job.State.RUNNING, attempts=attempt, cancel_requested_at__isnull=True
    ).update(state=Job.State.DONE, finished_at=Now(), words=words[:WORDS_LIMIT], result=facts, result_url=url)
    if not kept:
        raise LateResult


def nobody_has(job: Job) -> bool:
    """True when no worker holds the job; then the caller's transaction holds it until its end."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT pg_try_advisory_xact_lock({LOCK_SQL})", [str(job.public_id)])
        return bool(cursor.fetchone()[0])
