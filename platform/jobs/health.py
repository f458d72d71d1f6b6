"""Whether a worker answers, for `/readyz`."""

from celery import current_app

from jobs.broker import quick_connection

ANSWER_WITHIN_SECONDS = 1.0
NOBODY = "No worker answers. Start one: celery -A config worker."


def worker_answers() -> str | None:
    """None when a worker answers a ping, else what is wrong in one sentence."""
    try:
        with quick_connection() as connection:
            answers = current_app.control.ping(timeout=ANSWER_WITHIN_SECONDS, limit=1, connection=connection)
    except Exception as error:  # noqa: BLE001 - whatever the broker's client raises
        return f"The broker does not answer ({type(error).__name__})."
    return None if answers else NOBODY
