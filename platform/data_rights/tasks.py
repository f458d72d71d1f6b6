"""What the schedule asks for each night."""

from celery import shared_task

from accounts import sealing
from audit import seals
from data_rights import requests, retaining


@shared_task(region_wide=True)
def erase_who_asked() -> int:
    """Erase everybody whose time to think again is over."""
    return requests.carry_out_due()


@shared_task(region_wide=True, in_one_transaction=False)
def carry_out_retention() -> int:
    """Delete what is past its time."""
    return sum(run.deleted for run in retaining.run())


@shared_task(region_wide=True)
def seal_audit() -> int:
    """Seal the audit's days that are over."""
    return len(seals.seal())


@shared_task(region_wide=True)
def seal_second_steps() -> int:
    """Seal seeds of second steps with the newest SECRET_KEY, so that an earlier one can be taken out."""
    return sealing.seal_all_again()
