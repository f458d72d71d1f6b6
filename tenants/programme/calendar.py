"""The national milestones and the intakes of sites as a calendar: for the board's readers, and by secret address."""

import datetime

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from accounts.access import Access, methods, requires
from accounts.permissions import Permission
from accounts.rate_limits import limited
from api import calendars
from tenants.models import ImplementationCohort, NationalMilestone, Network
from ui import formats

TITLE = "Programme milestones"


def events() -> list[calendars.Event]:
    """Every milestone and intake, each lasting a day; as they were when the network's folder was last loaded.

    The number of the version is the minute of that load: it grows with each, and fits the format's 31 bits.
    """
    network = Network.objects.first()
    loaded_at = (network and network.loaded_at) or timezone.make_aware(datetime.datetime(2014, 11, 28))
    board, version = reverse("programme:board"), int(loaded_at.timestamp()) // 60
    milestones = [
        calendars.Event(
            key=f"milestone-{row.key}",
            title=row.activity,
            start=row.due,
            changed_at=loaded_at,
            about=_about(row),
            address=f"{board}#milestones",
            sequence=version,
        )
        for row in NationalMilestone.objects.all()
    ]
    intakes = [
        calendars.Event(
            key=f"intake-{row.number}",
            title=f"{row} starts",
            start=row.starts,
            changed_at=loaded_at,
            about=row.note[:1].upper() + row.note[1:],
            address=f"{board}#cohorts",
            sequence=version,
        )
        for row in ImplementationCohort.objects.all()
    ]
    return milestones + intakes


def may_read(access: Access) -> bool:
    """Whoever may read the board."""
    return access.can(Permission.BOARD_READ)


MILESTONES = calendars.Calendar(
    key="milestones",
    title=TITLE,
    about="The national milestones, and the days on which new sites join. Nothing about any person.",
    events=events,
    may_read=may_read,
)


@requires(Permission.BOARD_READ)
@methods("GET")
@limited("export")
def milestones_file(request: HttpRequest) -> HttpResponse:
    """The calendar as a file, as it is now."""
    return calendars.response(request, TITLE, events(), name="milestones")


def _about(milestone: NationalMilestone) -> str:
    words = milestone.deliverable[:1].upper() + milestone.deliverable[1:]
    if milestone.precision == NationalMilestone.Precision.MONTH:
        return f"{words}. Due in {formats.month(milestone.due)}; the source names no day."
    return words
