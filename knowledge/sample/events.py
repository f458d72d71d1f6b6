"""Sample events of the demo's network, in the weeks after its day."""

import datetime

LABEL = "Sample: "
# (what, first day, last day, where and when)
EVENTS = (
    ("Learning day of the second cohort", datetime.date(2015, 7, 29), None, "Taunton, 10am to 3.30pm"),
    ("Peer supporters meet", datetime.date(2015, 8, 12), None, "Online, 2pm to 3pm"),
    ("Writing together: plans on two pages", datetime.date(2015, 9, 16), datetime.date(2015, 9, 17), "Truro"),
)


def make() -> None:
    """Add them to the front page, where it has none, and publish it."""
    from knowledge.models import Event, FrontPage

    page = FrontPage.objects.get()
    if page.events.exists():
        return
    page.events = [Event(name=f"{LABEL}{name}", on=on, until=until, where=where) for name, on, until, where in EVENTS]
    page.save_revision().publish()
