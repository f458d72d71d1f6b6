"""What the schedule asks of the time bank."""

from celery import shared_task

from timebank import parts
from timebank.exchange import expiry

# The parts' own tasks: Celery looks for them here alone.
OF_PARTS = list(parts.modules("tasks"))


@shared_task(region_wide=True)
def keep_exchange() -> int:
    """Each morning: remind of offers and requests that run out, and take off what has. Says how many it touched."""
    return sum(expiry.keep())
