"""The ways in which the areas' results are narrowed: by area, and by group of people."""

from find.registry import Facet, FacetValue
from tenants.groups import BY_KEY
from tenants.models import Area

AREA = Facet("area", "Area", order=10)
GROUP = Facet("group", "Group of people", order=20)


def of(area: Area | None = None, group: str = "") -> dict[str, list[FacetValue]]:
    """The facets of one result; an empty group means that it is for all of them."""
    found = {}
    if area is not None:
        found[AREA.key] = [FacetValue(area.slug, area.name)]
    if group:
        found[GROUP.key] = [FacetValue(BY_KEY[group].slug, BY_KEY[group].name)]
    return found
