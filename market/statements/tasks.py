"""What the schedule asks of statements."""

from celery import shared_task

from market.statements import yearly


@shared_task(region_wide=True)
def remind_of_statements() -> int:
    """Each morning: say that an area's market position statement is due soon. Says how many people were told."""
    return yearly.remind()
