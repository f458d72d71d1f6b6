"""Areas: the public list, open to everybody."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from find import full_text
from find.registry import Found, SearchSource
from find.words import Words
from tenants.presenters.words import listed
from tenants.searching import facets


def look_for(words: Words, access: Any) -> Iterable[Found]:
    """Areas in use whose name or councils hold the words. A member is led to the workspace, others to the list."""
    from accounts.permissions import Permission
    from tenants.models import Area

    mine = {area.pk for area in access.areas(Permission.AREA_READ)} if access else set()
    rows = full_text.search(
        Area.objects.active(), words, title="name", texts=["short_name", "local_authorities", "ods_code"]
    )
    for area in rows:
        url = area.get_absolute_url() if area.pk in mine else reverse("areas:list")
        about = f"With {listed(area.local_authorities)}" if area.local_authorities else ""
        yield Found(area.name, url, rank=area.found_rank, about=about, facets=facets.of(area))


AREAS = SearchSource("areas", "Areas", look_for, order=10)
