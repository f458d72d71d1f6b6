"""What the schedule asks of the time bank."""

from celery import shared_task

from timebank import parts
from timebank.exchange import expiry
from timebank.sessions import silence

# The parts' own tasks: Celery looks for them here alone.
OF_PARTS = list(parts.modules("tasks"))


@shared_task(region_wide=True)
def keep_exchange() -> int:
    """Each morning: remind of offers and requests that run out, and take off what has. Says how many it touched."""
    return sum(expiry.keep())


@shared_task(region_wide=True, in_one_transaction=False)
def look_after_sessions() -> int:
    """Each morning: sessions of yesterday wait for both sides, people are reminded, silence confirms. Says how many."""
    done = silence.keep()
    return done.reminded + done.told + done.confirmed + done.referred
