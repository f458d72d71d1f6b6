"""What the schedule asks of offers."""

from celery import shared_task

from market.offers import expiry


@shared_task(region_wide=True, in_one_transaction=False)
def keep_offers() -> int:
    """Each morning: remind of offers to confirm, hide what nobody confirmed for a year. Says how many it touched."""
    return sum(expiry.keep())
