"""Sites of the register: for those who may read the programme."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from accounts.permissions import Permission
from find import full_text
from find.registry import Found, SearchSource
from find.words import Words
from tenants.searching import facets


def look_for(words: Words, access: Any) -> Iterable[Found]:
    """Sites whose name or place holds the words. The area's own people are led to its page, others to the board's."""
    from tenants.models import Area, Site, SiteMove

    if not (access and access.can(Permission.BOARD_READ)):
        return
    mine = {area.pk for area in access.areas(Permission.AREA_READ)}
    known = SiteMove.objects.that_count().values("site")
    rows = Site.objects.filter(area__in=Area.objects.active(), pk__in=known).select_related("area", "cohort")
    for site in full_text.search(rows, words, title="name", texts=["setting"]):
        board = f"{reverse('programme:sites')}?{urlencode({'area': site.area.slug})}"
        own = reverse("rollout:site", args=[site.area.slug, site.pk])
        yield Found(
            title=site.name,
            url=own if site.area_id in mine else board,
            excerpt=site.found_excerpt if site.setting else "",
            rank=site.found_rank,
            about=f"Site of {site.area}, intake {site.cohort.number}, {site.get_stage_display().lower()}",
            facets=facets.of(site.area, site.group),
        )


SITES = SearchSource("sites", "Sites", look_for, order=45)
