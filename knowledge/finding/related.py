"""Resources that go with another one: of its topic, for the same groups, about the same components."""

from typing import Any

from django.db.models import Case, IntegerField, Q, Value, When
from django.db.models.expressions import Combinable

RESOURCES_SHOWN = 4
# A topic says most: an editor chose it. Groups say least: there are four, and many resources are for several.
OF_THE_TOPIC, OF_A_COMPONENT, OF_A_GROUP = 3, 2, 1

# The tree is declared: root, front page, knowledge base, topic, resource.
DEPTH_IN_A_TOPIC = 5


def of_page(page: Any) -> list[Any]:
    """At most four published resources that have most in common with it, the newest first among equals.

    Nothing in common: none. Two queries, however many there are.
    """
    from knowledge.finding.library import marked, published

    likenesses = [(Q(components__contains=[key]), OF_A_COMPONENT) for key in page.components]
    likenesses += [(Q(groups__contains=[key]), OF_A_GROUP) for key in page.groups]
    if page.depth >= DEPTH_IN_A_TOPIC:
        above = page.path[: -page.steplen]
        likenesses.append((Q(path__startswith=above, depth=page.depth), OF_THE_TOPIC))
    if not likenesses:
        return []
    alike: Combinable = Value(0)
    wanted = Q()
    for condition, worth in likenesses:
        alike = alike + Case(When(condition, then=Value(worth)), default=Value(0), output_field=IntegerField())
        wanted |= condition
    return list(
        marked(published())
        .filter(wanted)
        .exclude(pk=page.pk)
        .annotate(alike=alike)
        .select_related("content_type", "area_of_origin")
        .defer("body")
        .order_by("-alike", "-first_published_at", "pk")[:RESOURCES_SHOWN]
    )
