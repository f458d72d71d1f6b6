"""Messages that must not be lost: recorded in the caller's transaction, sent from PostgreSQL, sent again until done.

    outbox.send("notify.tasks.deliver", area=area, kwargs={"notice": 7}, key="notice-7")

A message reaches its handler at least once. The handler's own writes and the mark that it is done are one
transaction, so what it does in the database happens once.
"""

import datetime
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from importlib import import_module
from typing import Any

import structlog
from celery import current_app
from django.db import connection, transaction
from django.db.models import F, Q, QuerySet
from django.db.models.functions import Now
from django_tenants.utils import get_public_schema_name

from jobs.area_task import MESSAGE_HEADER, SCHEMA_HEADER
from jobs.broker import quick_producer
from jobs.errors import MessageNotRecorded, TaskWithoutArea
from jobs.models import OutboxMessage

# A message whose handler hasn't said "done" is sent again: first after 5 minutes, then twice as long each time.
FIRST_WAIT_SECONDS = 5 * 60
LONGEST_WAIT_SECONDS = 6 * 60 * 60
FAILED_SEND_WAIT_SECONDS = 10
FAILURES_UNTIL_GIVEN_UP = 8
BATCH = 200
# After the broker didn't answer, requests don't wait for it again: the schedule sends what they record.
BROKER_REST_SECONDS = 10
DONE_KEPT_DAYS = 30
REFUSED_KEPT_DAYS = 90

log = structlog.get_logger(__name__)
_broker_rests_until = 0.0


def send(
    task: str,
    *,
    area: Any = None,
    kwargs: dict[str, Any] | None = None,
    key: str | None = None,
    options: dict[str, Any] | None = None,
) -> OutboxMessage:
    """Record a message in the caller's transaction; it is sent when that is kept.

    `kwargs` is JSON. With `key`, the same key again is the same message: the first one is returned. `options` are
    Celery's (`soft_time_limit`, …). Raises MessageNotRecorded outside a transaction, TaskWithoutArea, and
    celery's NotRegistered for a task that isn't there.
    """
    if not connection.in_atomic_block:
        raise MessageNotRecorded(task)
    if _task_called(task).is_region_wide != (area is None):
        raise TaskWithoutArea(task)
    facts = {"task": task, "area": area, "kwargs": kwargs or {}, "options": options or {}}
    if key is None:
        message = OutboxMessage.objects.create(**facts)
    else:
        message, is_new = OutboxMessage.objects.get_or_create(key=key, defaults=facts)
        if not is_new:
            return message
    transaction.on_commit(partial(_send_at_once, message.pk), robust=True)
    return message


def dispatch(limit: int = BATCH) -> int:
    """Send what is due, oldest first; returns how many were sent. Stops at the first that the broker doesn't take."""
    sent = 0
    for pk in list(_due().order_by("pk").values_list("pk", flat=True)[:limit]):
        outcome = _dispatch_one(_due().filter(pk=pk))
        if outcome is False:
            break
        sent += bool(outcome)
    return sent


def handling(message_id: str, work: Callable[[], Any]) -> Any:
    """Run `work` and mark its message done, in one transaction. None where another has it, or it is done."""
    try:
        with transaction.atomic():
            row = _open().select_for_update(skip_locked=True, of=("self",)).filter(message_id=message_id).first()
            if row is None:
                log.info("message thrown away", message=str(message_id), reason="done already, or in another's hands")
                return None
            answer = work()
            OutboxMessage.objects.filter(pk=row.pk).update(done_at=Now(), last_error="")
            return answer
    except Exception as error:
        _note_failure(message_id, error)
        raise


def mark_done(message_id: str | None) -> None:
    """For handlers that keep a record of their own (`in_one_transaction = False`)."""
    if message_id is not None:
        _open().filter(message_id=message_id).update(done_at=Now(), last_error="")


def mark_refused(message_id: str, sentence: str) -> None:
    """Never send it again; `sentence` says why."""
    _open().filter(message_id=message_id).update(refused_at=Now(), last_error=sentence[:2000])


def clean() -> int:
    """Delete what was done or refused long ago; returns how many."""
    old = Q(done_at__lt=_in_seconds(-DONE_KEPT_DAYS * 86_400)) | Q(
        refused_at__lt=_in_seconds(-REFUSED_KEPT_DAYS * 86_400)
    )
    return OutboxMessage.objects.filter(old).delete()[0]


def _task_called(name: str) -> Any:
    """The task; raises NotRegistered. A task is named after its module, which the web process may not have loaded."""
    if name not in current_app.tasks:
        with suppress(ImportError):
            import_module(name.rpartition(".")[0])
    return current_app.tasks[name]


def _open() -> QuerySet[OutboxMessage]:
    return OutboxMessage.objects.filter(done_at__isnull=True, refused_at__isnull=True)


def _due() -> QuerySet[OutboxMessage]:
    return _open().filter(due_at__lte=Now())


def _in_seconds(seconds: float) -> Any:
    return Now() + datetime.timedelta(seconds=seconds)


def _send_at_once(pk: int) -> None:
    """After commit. Another area may be current by now: the message's own is in its row."""
    if time.monotonic() < _broker_rests_until:
        return
    _dispatch_one(_open().filter(pk=pk, sent_at__isnull=True))


def _dispatch_one(rows: QuerySet[OutboxMessage]) -> bool | None:
    """Send one locked row: True sent, False the broker didn't take it, None another has it."""
    with transaction.atomic():
        message = rows.select_for_update(skip_locked=True, of=("self",)).select_related("area").first()
        if message is None:
            return None
        error = _publish(message)
        changes: dict[str, Any] = {
            "attempts": F("attempts") + 1,
            "due_at": _in_seconds(_wait_after(message, failed=bool(error))),
            "last_error": error,
        }
        if not error:
            changes["sent_at"] = Now()
        OutboxMessage.objects.filter(pk=message.pk).update(**changes)
        return not error


def _wait_after(message: OutboxMessage, *, failed: bool) -> float:
    """Seconds until the next try: a message that can't be sent may not hold up the others."""
    if failed:
        return min(FAILED_SEND_WAIT_SECONDS * (message.attempts + 1), FIRST_WAIT_SECONDS)
    return min(FIRST_WAIT_SECONDS * 2 ** min(message.attempts, 10), LONGEST_WAIT_SECONDS)


def _publish(message: OutboxMessage) -> str:
    """Hand it to the broker, without waiting long; returns what went wrong, or an empty text."""
    global _broker_rests_until
    schema = message.area.schema_name if message.area else get_public_schema_name()
    try:
        with quick_producer() as producer:
            _task_called(message.task).apply_async(
                kwargs=message.kwargs,
                headers={SCHEMA_HEADER: schema, MESSAGE_HEADER: str(message.message_id)},
                producer=producer,
                retry=False,
                **message.options,
            )
    except Exception as error:  # noqa: BLE001 - whatever the broker's client raises, the message stays
        _broker_rests_until = time.monotonic() + BROKER_REST_SECONDS
        log.warning("message not sent", task=message.task, message=str(message.message_id), error=type(error).__name__)
        return f"{type(error).__name__}: {error}"[:2000]
    return ""


def _note_failure(message_id: str, error: Exception) -> None:
    """Count a handler's failure; after too many the message is given up, which the log says loudly."""
    words = f"{type(error).__name__}: {error}"[:2000]
    _open().filter(message_id=message_id).update(failures=F("failures") + 1, last_error=words)
    given_up = _open().filter(message_id=message_id, failures__gte=FAILURES_UNTIL_GIVEN_UP).update(refused_at=Now())
    if given_up:
        log.error("message given up", message=str(message_id), failures=FAILURES_UNTIL_GIVEN_UP)
