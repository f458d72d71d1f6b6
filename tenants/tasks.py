"""What the schedule asks of areas."""

from celery import shared_task
from django.db import connection

from tenants import followers, reminders
from tenants.returns.reminders import remind_of_returns


@shared_task(region_wide=True)
def remind_everybody() -> int:
    """Each morning: invitations that run out, returns that are not signed, and a message for each active area."""
    reminders.remind_of_invitations()
    remind_of_returns()
    return reminders.ask_every_area()


@shared_task
def remind_area() -> int:
    """One area's reminders, in its own schema."""
    area = connection.tenant
    return reminders.remind_of_plans(area) + reminders.remind_of_parts(area)


@shared_task(region_wide=True)
def tell_followers(published: int) -> int:
    """Whoever follows a page hears what this published plan changed, and why."""
    return followers.tell(published)
