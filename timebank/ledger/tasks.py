"""What the schedule asks of the ledger."""

from celery import shared_task

from timebank.ledger import alarms


@shared_task(region_wide=True)
def verify_ledger() -> int:
    """Each night: count the ledger up again; says how many faults there are, and has alarmed of them."""
    return len(alarms.verify_and_alarm().faults)
