"""What a commissioner has to do for their market position statement."""

from django.http import HttpRequest
from django.urls import reverse

from accounts.permissions import Permission
from config.today import today
from ui import formats
from ui.home import HomeCard


def cards(request: HttpRequest) -> list[HomeCard]:
    """At most one card for each area: a draft to finish, or a statement that is due. Two queries."""
    areas = request.access.areas(Permission.MARKET_SHAPE)
    if not areas:
        return []
    from market.models import StatementVersion
    from market.statements import yearly

    state = StatementVersion.State.DRAFT
    drafts = set(StatementVersion.objects.filter(statement__area__in=areas, state=state).values_list("statement__area"))
    due = yearly.due_days(areas)
    found = []
    for area in areas:
        address = reverse("market:statement-own", args=[area.slug])
        day = due.get(area.pk)
        when = _when(day) if day else "It has not published one yet."
        if (area.pk,) in drafts:
            title = "Finish your market position statement"
            found.append(HomeCard(title, f"{area.short_name} has a draft. {when}", "Go on", address, due=day))
        elif day is None or yearly.is_near(day):
            title = "Write your market position statement"
            words = f"{area.short_name}: its tables are filled in already. {when}"
            found.append(HomeCard(title, words, "Begin", address, due=day))
    return found


def _when(day) -> str:
    return f"It {'was' if day < today() else 'is'} due on {formats.date(day)}."
