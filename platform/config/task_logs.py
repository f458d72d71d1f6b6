"""The id of a request goes along with the tasks that it sends, and each line of a task's log says which task."""

from typing import Any

import structlog
from celery.signals import before_task_publish, task_postrun, task_prerun

HEADER = "request_id"


@before_task_publish.connect(dispatch_uid="config.task_logs.add_request_id")
def add_request_id(headers: dict[str, Any] | None = None, **_: Any) -> None:
    """Put the current request's id into the message; a message sent by the schedule has none."""
    request_id = structlog.contextvars.get_contextvars().get("request_id")
    if headers is not None and request_id and HEADER not in headers:
        headers[HEADER] = request_id


@task_prerun.connect(dispatch_uid="config.task_logs.begin")
def begin(task: Any = None, task_id: str = "", **_: Any) -> None:
    """Every line until the task's end names it, and the request that it comes from."""
    given = (task.request.headers or {}).get(HEADER) or task.request.get(HEADER)
    facts = {"task": task.name, "task_id": task_id} | ({"request_id": given} if given else {})
    task.request.log_tokens = structlog.contextvars.bind_contextvars(**facts)


@task_postrun.connect(dispatch_uid="config.task_logs.end")
def end(task: Any = None, **_: Any) -> None:
    """As it was before: a task that ran in place leaves its request the id it had."""
    tokens = getattr(task.request, "log_tokens", None)
    if tokens:
        structlog.contextvars.reset_contextvars(**tokens)
