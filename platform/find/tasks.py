"""What the schedule asks of the search."""

from celery import shared_task

from find import vocabulary


@shared_task(region_wide=True)
def renew_vocabulary() -> int:
    """Each night: make the words that help with spelling anew. Says how many there are."""
    return vocabulary.renew()
