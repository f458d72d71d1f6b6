"""What the schedule asks of the knowledge base."""

from celery import shared_task
from django.core.management import call_command

from knowledge.consents import nightly
from knowledge.keeping import reminders


@shared_task(region_wide=True)
def publish_scheduled() -> None:
    """Publish and take off what editors gave a date to. Words that nobody agreed are left, see `coproduction.guard`."""
    call_command("publish_scheduled", verbosity=0)


@shared_task(region_wide=True, in_one_transaction=False)
def keep_consents() -> int:
    """Each night: stories whose consent has run out are taken down. Says how many consents ended."""
    return nightly.keep().ended


@shared_task(region_wide=True)
def remind_of_reviews() -> int:
    """Each morning: tell whoever looks after a resource that it is to be reviewed. Says how many are due."""
    return reminders.remind()
