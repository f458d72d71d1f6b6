"""What the schedule asks of clubbing together."""

from celery import shared_task

from market.together import counting


@shared_task(region_wide=True)
def count_clubs() -> dict[str, int]:
    """Each evening: numbers that may be told, prices and clubs that end."""
    return counting.each_evening()
