"""The base of every Celery task: it carries its area, or it is refused.

A message names its schema in the header `_schema_name`, set when it is sent and from what the sender said, never
from the schema that happens to be current. django-tenants would run a message whose schema is missing or unknown
in `public`; here it is thrown away, logged and written down.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

import structlog
from celery.exceptions import Reject
from celery.signals import task_postrun, task_prerun
from django.db import connection, transaction
from django_tenants.utils import get_public_schema_name, get_tenant_model
from tenant_schemas_celery.app import CeleryApp
from tenant_schemas_celery.task import TenantTask

from jobs.errors import MessageRefused, TaskWithoutArea

SCHEMA_HEADER = "_schema_name"
MESSAGE_HEADER = "_outbox_message"
CELERYS_OWN = "celery."
UNSAID = object()

log = structlog.get_logger(__name__)

# The library sets the schema in signal handlers, and Celery goes on when one of those fails: the task would then
# run in `public`. AreaTask sets it in the call itself, where a failure stops the task.
task_prerun.disconnect(dispatch_uid="tenant_schemas_switch_schema")
task_postrun.disconnect(dispatch_uid="tenant_schemas_restore_schema")


class AreaApp(CeleryApp):
    """A Celery application that sends no message without a schema, not even by a task's name alone."""

    def send_task(self, name: str, args: Any = None, kwargs: Any = None, **options: Any) -> Any:
        """Send a message; raises TaskWithoutArea where no header names the schema."""
        if SCHEMA_HEADER not in (options.get("headers") or {}):
            if not name.startswith(CELERYS_OWN):
                raise TaskWithoutArea(name)
            options["headers"] = {**(options.get("headers") or {}), SCHEMA_HEADER: get_public_schema_name()}
        return super().send_task(name, args=args, kwargs=kwargs, **options)


class AreaTask(TenantTask):
    """Base of all tasks.

    An ordinary task belongs to an area: `task.send(area=area, …)`. One that works for the whole network is declared
    `@shared_task(region_wide=True)` and takes no area. A task that a message of the outbox starts runs in one
    transaction with the mark that it is done (`jobs.outbox.handling`), unless `in_one_transaction` is False.
    """

    abstract = True
    region_wide = False
    in_one_transaction = True

    def send(self, *args: Any, area: Any = None, **kwargs: Any) -> Any:
        """Send now, with these arguments, for `area`. Raises TaskWithoutArea.

        Nothing keeps the message if the broker is down: work that must not be lost goes through `jobs.outbox.send`.
        """
        return self.apply_async(args=args, kwargs=kwargs, area=area)

    def apply_async(self, args: Any = None, kwargs: Any = None, *, area: Any = UNSAID, **options: Any) -> Any:
        """Celery's own, with `area`. A message that is tried again keeps the area of the first."""
        options["headers"] = self._headers(area, options.get("headers"))
        return super().apply_async(args, kwargs, **options)

    def apply(self, args: Any = None, kwargs: Any = None, *, area: Any = UNSAID, **options: Any) -> Any:
        """Run here and now, as a worker would."""
        options["headers"] = self._headers(area, options.get("headers"))
        with back_where_we_were():
            return super().apply(args, kwargs, **options)

    def apply_async_on_commit(self, *args: Any, area: Any = UNSAID, **options: Any) -> None:
        """Send once the transaction is kept. The area is fixed now: at commit another may be current."""
        options["headers"] = self._headers(area, options.get("headers"))
        transaction.on_commit(partial(self.apply_async, *args, **options))

    def delay_on_commit(self, *args: Any, area: Any = UNSAID, **kwargs: Any) -> None:
        """`send` once the transaction is kept, for the area named now."""
        self.apply_async_on_commit(args, kwargs, area=area)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """What a worker runs: in the message's area, and the connection in `public` afterwards whatever happens."""
        if self.request.called_directly:
            self._check_direct_call()
            return super().__call__(*args, **kwargs)
        try:
            connection.set_schema_to_public()
            area = self._area_of_message()
            if area is not None:
                connection.set_tenant(area)
                structlog.contextvars.bind_contextvars(area=area.slug)
            return self._run_once(args, kwargs)
        except MessageRefused as refusal:
            connection.set_schema_to_public()
            self._write_refusal(str(refusal))
            raise Reject(str(refusal), requeue=False) from refusal
        finally:
            connection.set_schema_to_public()
            structlog.contextvars.unbind_contextvars("area")

    @property
    def message_id(self) -> str | None:
        """The outbox's id of the message being worked on, or None."""
        return self._header(MESSAGE_HEADER)

    def _run_once(self, args: Any, kwargs: Any) -> Any:
        from jobs import outbox

        if self.message_id is None or not self.in_one_transaction:
            return self.run(*args, **kwargs)
        return outbox.handling(self.message_id, partial(self.run, *args, **kwargs))

    def _headers(self, area: Any, given: dict[str, Any] | None) -> dict[str, Any]:
        """The headers with the schema: from `area`, or already there (the schedule, a retry)."""
        headers = dict(given or {})
        public = get_public_schema_name()
        if area is UNSAID and SCHEMA_HEADER in headers:
            schema = headers[SCHEMA_HEADER]
        elif area is UNSAID or area is None:
            schema = public if self.is_region_wide else None
        else:
            schema = getattr(area, "schema_name", None)
        if schema is None or (schema == public) != self.is_region_wide:
            why = "It is region-wide and takes none." if self.is_region_wide else ""
            raise TaskWithoutArea(self.name, why)
        headers[SCHEMA_HEADER] = schema
        return headers

    @property
    def is_region_wide(self) -> bool:
        """True for declared tasks, and for Celery's own (chords, clean-up)."""
        return self.region_wide or self.name.startswith(CELERYS_OWN)

    def _header(self, name: str) -> Any:
        # With the Redis broker the headers may be merged into the request itself.
        headers = self.request.headers or {}
        return headers.get(name) or self.request.get(name)

    def _area_of_message(self) -> Any:
        """The area that the message names, or None for a region-wide task; raises MessageRefused."""
        schema = self._header(SCHEMA_HEADER)
        if schema is None:
            raise MessageRefused(f"A message for {self.name} names no area.")
        if schema == get_public_schema_name():
            if not self.is_region_wide:
                raise MessageRefused(f"A message for {self.name} names the shared schema, and the task is an area's.")
            return None
        if self.is_region_wide:
            raise MessageRefused(f"A message for {self.name} names the area {schema}, and the task is region-wide.")
        return usable_area(schema)

    def _check_direct_call(self) -> None:
        if not self.is_region_wide and connection.schema_name == get_public_schema_name():
            raise TaskWithoutArea(self.name, "It was called directly from the shared schema.")

    def _write_refusal(self, sentence: str) -> None:
        """Tell the log, the audit and the message's own row."""
        import audit
        from jobs import outbox

        log.error("task refused", task=self.name, task_id=self.request.id, reason=sentence)
        with transaction.atomic():
            audit.record(action="task.refuse", detail={"task": self.name, "reason": sentence[:500]})
            if self.message_id is not None:
                outbox.mark_refused(self.message_id, sentence)


def usable_area(schema: str) -> Any:
    """The active area of this schema; raises MessageRefused where it is unknown, suspended or has no schema."""
    area = get_tenant_model().objects.filter(schema_name=schema).first()
    if area is None:
        raise MessageRefused(f"There is no area with the schema {schema}.")
    if not area.is_active:
        raise MessageRefused(f"The area {area.slug} is {area.status}: nothing is run for it.")
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regnamespace(quote_ident(%s)) IS NOT NULL", [schema])
        if not cursor.fetchone()[0]:
            raise MessageRefused(f"The schema {schema} of the area {area.slug} does not exist.")
    return area


@contextmanager
def back_where_we_were() -> Iterator[None]:
    """For a task run in place, inside a request or a test: the caller's area is current again afterwards."""
    before = connection.tenant
    try:
        yield
    finally:
        connection.set_tenant(before)
