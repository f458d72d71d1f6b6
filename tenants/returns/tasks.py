"""What a worker does for returns."""

from celery import shared_task

from config.today import today
from tenants import quarters
from tenants.returns import releases


@shared_task(region_wide=True)
def total_again(quarter: str) -> int:
    """The network's totals of a quarter, where there was no time for them in the request; the release's number."""
    found = quarters.parse(quarter)
    if found is None:
        raise ValueError(f"{quarter} is no quarter.")
    return releases.total_again(quarter=found).number


@shared_task(region_wide=True)
def release_what_waited() -> list[str]:
    """Each night: the breakdowns of quarters whose returns were due yesterday, though nobody signs; their keys."""
    due = releases.waiting(today())
    for quarter in due:
        releases.release_what_waited(quarter=quarter, on=today())
    return [quarter.key for quarter in due]
