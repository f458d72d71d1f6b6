"""What the schedule asks of other directories."""

from celery import shared_task
from django.utils import timezone

from market.directories import job


@shared_task(region_wide=True, in_one_transaction=False)
def read_directories() -> int:
    """Each night: read the directories that are due again. Says how many."""
    return job.read_due(timezone.localtime().weekday())
