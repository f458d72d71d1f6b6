"""What returns ask of an area's lead, and of the network's manager, today."""

from itertools import groupby

from django.http import HttpRequest
from django.urls import reverse

from accounts.permissions import Permission
from config.today import today
from tenants.quarters import Quarter
from tenants.returns import late
from tenants.returns.late import Told
from tenants.returns.notices import return_address
from ui import formats
from ui.home import HomeCard

# Older ones are on the area's own page; more cards would hide what else there is to do.
CARDS_AN_AREA = 2
QUARTERS_FOR_MANAGER = 2
MOST_NAMED = 4


def cards(request: HttpRequest) -> list[HomeCard]:
    """For each area whose return the person signs: what is due, late or in dispute. For managers: who is late."""
    found: list[HomeCard] = []
    for area in request.access.areas(Permission.RETURN_SIGN):
        asked = [_card(each) for each in late.told(today(), area=area) if each.state != late.RECEIVED]
        found += asked[:CARDS_AN_AREA]
    if request.access.can(Permission.BOARD_ACT):
        found += _for_manager()
    return found


def _card(each: Told) -> HomeCard:
    address = return_address(each.area, each.quarter)
    if each.dispute:
        text = f"{each.area.name}. {each.dispute.reason}"
        return HomeCard(f"The return for {each.quarter} is in dispute", text, "Look at the return", address)
    due = formats.date(each.quarter.return_due)
    is_late = each.state == late.LATE
    return HomeCard(
        title=f"Send {each.area.short_name}’s return for {each.quarter}",
        text=f"Due on {due}. The board sees that it is late." if is_late else f"Due on {due}.",
        action_label="Open the return",
        url=address,
        due=each.quarter.return_due,
    )


def _for_manager() -> list[HomeCard]:
    """One card for each quarter that somebody is late with, the newest first."""
    late_ones = [each for each in late.standing(today()) if each.state == late.LATE]
    by_quarter = groupby(late_ones, key=lambda each: each.quarter)
    found = [_late_card(quarter, [each.area.name for each in rows]) for quarter, rows in by_quarter]
    return found[:QUARTERS_FOR_MANAGER]


def _late_card(quarter: Quarter, areas: list[str]) -> HomeCard:
    others = len(areas) - MOST_NAMED
    named = ", ".join(areas[:MOST_NAMED]) + (f" and {formats.plural(others, 'other')}" if others > 0 else "")
    return HomeCard(
        title=f"{formats.plural(len(areas), 'return')} late: {quarter}",
        text=f"{named}. Leads are reminded each week.",
        action_label="See who is late",
        url=f"{reverse('programme:returns')}?quarter={quarter.key}",
        due=quarter.return_due,
    )
