"""What waits for whoever releases an area's sums to the region."""

from django.http import HttpRequest
from django.urls import reverse

from accounts.permissions import Permission
from finance_models.models import CaseRelease, RegionalRelease
from tenants.contexts import in_area
from tenants.models import Area
from ui import formats
from ui.home import HomeCard


def cards(request: HttpRequest) -> list[HomeCard]:
    """A card for each release that was proposed in an area whose releases the person decides about."""
    found: list[HomeCard] = []
    for area in request.access.areas(Permission.FINANCE_RELEASE):
        with in_area(area):
            sums = RegionalRelease.objects.filter(state=RegionalRelease.State.PROPOSED).first()
            cases = CaseRelease.objects.filter(state=CaseRelease.State.PROPOSED).first()
        if sums:
            address = reverse("finance:release", args=[area.slug, sums.number])
            found.append(_card(area, "Sums of the finance models wait for your decision", sums, address))
        if cases:
            address = reverse("finance:cases-region", args=[area.slug])
            found.append(_card(area, "Sums of cases wait for your decision", cases, address))
    return found


def _card(area: Area, title: str, release: RegionalRelease | CaseRelease, address: str) -> HomeCard:
    day = f"Proposed on {formats.date(release.proposed_on)}." if release.proposed_on else "Proposed."
    text = f"{area.name}. {day} Nothing leaves the area until you release it."
    return HomeCard(title, text, "Look at what would leave", address)
