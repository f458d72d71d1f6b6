"""How many support a theme, as others may see it.

Supporters are people, so their number goes through `disclosure`. It is counted up to the evening before: whoever
presses the button, or sees somebody press it, can't watch the number move.
"""

import datetime
from collections.abc import Iterable

from django.db.models import Count

from config.today import today
from disclosure import PublishedCount, people, publish
from peer_network.models import Theme, ThemeSupport

A_DAY = datetime.timedelta(days=1)


def counted_to(day: datetime.date | None = None) -> datetime.date:
    """The last day whose support is counted: never today."""
    yesterday = today() - A_DAY
    return min(day, yesterday) if day else yesterday


def published(themes: Iterable[Theme], day: datetime.date | None = None) -> dict[int, PublishedCount]:
    """Theme's id -> its supporters up to `counted_to(day)`, as published. One query."""
    wanted = [theme.pk for theme in themes]
    rows = ThemeSupport.objects.counting().filter(theme__in=wanted, on__lte=counted_to(day))
    found = {row["theme"]: row["number"] for row in rows.values("theme").annotate(number=Count("pk"))}
    return {pk: publish(people(found.get(pk, 0))) for pk in wanted}
