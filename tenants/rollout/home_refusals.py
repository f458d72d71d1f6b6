"""What people said of being refused, on the home page of the area's lead."""

from django.http import HttpRequest
from django.urls import reverse

from accounts.permissions import Permission
from ui.home import HomeCard


def cards(request: HttpRequest) -> list[HomeCard]:
    """One card for each area that the person leads, while a report waits there."""
    from tenants.contexts import in_area
    from tenants.rollout import queries_refusals

    found = []
    for area in request.access.areas(Permission.ROLLOUT_EDIT):
        with in_area(area):
            waiting = queries_refusals.waiting_count()
        if waiting:
            title = "Somebody asked and was refused" if waiting == 1 else f"{waiting} people asked and were refused"
            url = reverse("rollout:refusals", args=[area.slug])
            found.append(HomeCard(title, f"{area.name}. Read what happened, and say what was done.", "Read it", url))
    return found
