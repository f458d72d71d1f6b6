"""The public pages "your turn": what areas have published of their plans."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Case, CharField, F, Value, When
from django.db.models.functions import Concat

from find import full_text
from find.highlights import START
from find.registry import Found, SearchSource
from find.words import Words
from tenants.groups import BY_KEY, GROUPS
from tenants.searching import facets
from tenants.your_turn_addresses import your_turn_address


def look_for(words: Words, access: Any) -> Iterable[Found]:
    """The latest published plan of each area and group; the name of area and group counts as its title."""
    from tenants.returns.models import PublishedPlan

    latest = (
        PublishedPlan.objects.filter(area__status="active")
        .order_by("area_id", "group", "-as_at", "-pk")
        .distinct("area_id", "group")
    )
    group_name = Case(*(When(group=g.key, then=Value(g.name)) for g in GROUPS), output_field=CharField())
    rows = PublishedPlan.objects.filter(pk__in=latest.values("pk")).select_related("area")
    rows = rows.annotate(name=Concat(F("area__name"), Value(": "), group_name, output_field=CharField()))
    for plan in full_text.search(rows, words, title="name", texts=["available_now", "ask", "reason"]):
        yield Found(
            title=f"{plan.name}: what you can ask for",
            url=your_turn_address(plan.area.slug, BY_KEY[plan.group]),
            excerpt=plan.found_excerpt if START in plan.found_excerpt else "",
            rank=plan.found_rank,
            about=plan.phase_words,
            facets=facets.of(plan.area, plan.group),
        )


PLANS = SearchSource("your-turn", "Your turn", look_for, order=30)
