"""Talking to the broker from a request: quickly, or not at all.

The client that workers use waits for a broker to come back. A person waits for a page, so here one try is made, and a
broker that swallows packets is given up after seconds.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import kombu.pools
from celery import current_app

ONE_TRY = {
    "socket_connect_timeout": 1,  # seconds
    "socket_timeout": 2,  # seconds
    "retry_on_timeout": False,
    "max_retries": 0,
    "interval_start": 0,
    "interval_step": 0,
    "interval_max": 0,
}
POOL_WAIT_SECONDS = 1


def quick_connection() -> Any:
    """A connection that gives up soon; made when it is first used."""
    patient = current_app.conf.broker_transport_options or {}
    return current_app.connection_for_write(transport_options={**patient, **ONE_TRY})


@contextmanager
def quick_producer() -> Iterator[Any]:
    """What sends messages, from a pool of this process; raises the client's own errors when the broker is away."""
    with kombu.pools.producers[quick_connection()].acquire(block=True, timeout=POOL_WAIT_SECONDS) as producer:
        yield producer
