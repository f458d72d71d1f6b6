"""What a search finds of areas: the public list, open to everybody."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.urls import reverse

from find.registry import LIMIT, Found, SearchSource


def look_for_areas(words: str, access: Any) -> Iterable[Found]:
    """Areas in use whose name or councils hold the words. A member is led to the workspace, others to the list."""
    from tenants.models import Area

    mine = {area.pk for area in access.areas()} if access else set()
    named = Q(name__icontains=words) | Q(short_name__icontains=words) | Q(local_authorities__icontains=words)
    for area in Area.objects.active().filter(named)[:LIMIT]:
        url = area.get_absolute_url() if area.pk in mine else reverse("areas:list")
        yield Found(area.name, url, ", ".join(area.local_authorities))


AREAS = SearchSource("areas", "Areas", look_for_areas, order=10)
