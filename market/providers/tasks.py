"""What the schedule asks of providers."""

from celery import shared_task

from market.providers import expiry


@shared_task(region_wide=True, in_one_transaction=False)
def keep_providers() -> int:
    """Each morning: remind of checks that end, end those that are over, tell of checks that are due. Says how many."""
    return sum(expiry.keep()) + expiry.tell_of_due_checks()
