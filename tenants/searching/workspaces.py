"""An area's own roll-out, in its own schema: for the area's own people, one of their areas after the other."""

from collections.abc import Callable, Iterable
from typing import Any

from django.urls import reverse

from accounts.permissions import Permission
from find import full_text
from find.registry import LIMIT, Found, SearchSource
from find.words import Words
from tenants.groups import BY_KEY
from tenants.models import Area
from tenants.searching import facets

OneArea = Callable[[Words, Area], Iterable[Found]]


def look_for(words: Words, access: Any) -> Iterable[Found]:
    """Plans, partners, resources and how far things have come, of the areas that this person may read."""
    from tenants.contexts import in_area
    from tenants.searching.progress import assessments, components, key_actions, promises

    found: list[Found] = []
    for area in access.areas(Permission.AREA_READ) if access else []:
        with in_area(area):
            for look in (_plans, _partners, _resources, components, key_actions, promises, assessments):
                found += look(words, area)
    return sorted(found, key=lambda each: -each.rank)[:LIMIT]


def _plans(words: Words, area: Area) -> Iterable[Found]:
    from tenants.rollout.models import GroupPlan

    texts = ["next_step", "next_step_owner", "available_now", "ask"]
    for plan in full_text.search(GroupPlan.objects.all(), words, title="lead", texts=texts):
        group = BY_KEY[plan.group]
        yield Found(
            title=f"Plan for {group.name[0].lower()}{group.name[1:]}",
            url=reverse("rollout:plan", args=[area.slug, group.slug]),
            excerpt=plan.found_excerpt,
            rank=plan.found_rank,
            about=area.name,
            facets=facets.of(area, plan.group),
        )


def _partners(words: Words, area: Area) -> Iterable[Found]:
    from tenants.rollout.models import Partner

    rows = Partner.objects.select_related("organisation")
    for partner in full_text.search(rows, words, title="organisation__name", texts=[]):
        yield Found(
            title=partner.organisation.name,
            url=reverse("rollout:partners", args=[area.slug]),
            rank=partner.found_rank,
            about=f"Partner of {area.name}, {partner.get_group_display() or 'all groups'}",
            facets=facets.of(area, partner.group),
        )


def _resources(words: Words, area: Area) -> Iterable[Found]:
    from tenants.rollout.models import Resource

    for resource in full_text.search(Resource.objects.all(), words, title="what", texts=[]):
        yield Found(
            title=resource.what,
            url=reverse("rollout:resources", args=[area.slug]),
            rank=resource.found_rank,
            about=f"Resource of {area.name}, {resource.get_group_display() or 'all groups'}",
            facets=facets.of(area, resource.group),
        )


WORKSPACES = SearchSource("workspaces", "Your area’s roll-out", look_for, order=50)
