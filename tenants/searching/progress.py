"""How far an area has come, in its own schema: evidence, notes, where promises stand, equality."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from find import full_text
from find.registry import Found
from find.words import Words
from tenants.models import Area
from tenants.searching import facets


def components(words: Words, area: Area) -> Iterable[Found]:
    """What shows the level of a service component, and what would raise it."""
    from tenants.rollout.progress.kinds import MATURITY

    return _said(words, area, MATURITY, ["evidence", "next_step"])


def key_actions(words: Words, area: Area) -> Iterable[Found]:
    """Notes on key actions."""
    from tenants.rollout.progress.kinds import ACTIONS

    return _said(words, area, ACTIONS, ["note"])


def promises(words: Words, area: Area) -> Iterable[Found]:
    """Where promises stand, in words."""
    from tenants.rollout.progress.kinds import PROMISES

    return _said(words, area, PROMISES, ["where_it_stands"])


def assessments(words: Words, area: Area) -> Iterable[Found]:
    """Equality impact assessments: what they rest on, and what will be done."""
    from tenants.rollout.equality.subjects import key_of
    from tenants.rollout.models import EqualityAssessment

    texts = ["involved", "evidence", "actions"]
    rows: QuerySet[Any] = EqualityAssessment.objects.all()
    for row in full_text.search(rows, words, title="finance_cohort", texts=texts):
        yield Found(
            title=f"Equality impact assessment: {row}",
            url=reverse("rollout:equality-item", args=[area.slug, key_of(row)]),
            excerpt=row.found_excerpt,
            rank=row.found_rank,
            about=area.name,
            facets=facets.of(area, row.group),
        )


def _said(words: Words, area: Area, kind: Any, texts: list[str]) -> Iterable[Found]:
    from tenants.rollout.progress.tables import item_address

    items = {item.value: item for item in kind.items()}
    for row in full_text.search(kind.model._default_manager.all(), words, title=kind.lookup, texts=texts):
        item = items.get(getattr(row, kind.lookup))
        if item is not None:
            yield Found(
                title=item.name,
                url=item_address(area, kind, item),
                excerpt=row.found_excerpt,
                rank=row.found_rank,
                about=f"{kind.title} of {area.name}",
                facets=facets.of(area, ""),
            )
