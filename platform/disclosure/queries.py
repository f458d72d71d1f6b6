"""Reading what was published, and by which rule is published next."""

from typing import Any

from django.db.models import QuerySet
from django_tenants.utils import get_tenant_model

from disclosure.models import Release, RuleChoice
from disclosure.profiles import strictest
from disclosure.rules import Rule


def releases(*, area: Any = None, data_set: str = "", slug: str = "") -> QuerySet[Release]:
    """Releases, newest first; `area` an area's own, `slug` those of an area named so ("network": of no area)."""
    found = Release.objects.select_related("area", "by", "replaces")
    if area is not None:
        found = found.filter(area=area)
    if slug:
        found = found.filter(area_slug="" if slug == "network" else slug)
    if data_set:
        found = found.filter(data_set=data_set)
    return found


def of_version(*, area: Any, data_set: str, version: str) -> list[Release]:
    """What this area (None: the network) published by a rule from this version, the first one first."""
    return list(with_figures(data_set, version).filter(area=area))


def data_sets(area: Any = None) -> list[str]:
    """Names of the data sets from which something was published."""
    return list(releases(area=area).order_by("data_set").values_list("data_set", flat=True).distinct())


def areas_that_published() -> list[tuple[str, str]]:
    """(slug, name) of the areas with releases of their own; a slug alone where the area is gone."""

    slugs = list(
        Release.objects.exclude(area_slug="").order_by("area_slug").values_list("area_slug", flat=True).distinct()
    )
    names = dict(get_tenant_model().objects.filter(slug__in=slugs).values_list("slug", "name"))
    return [(slug, names.get(slug, slug)) for slug in slugs]


def with_figures(data_set: str, version: str) -> QuerySet[Release]:
    """What anybody published by a rule from this version, the first one first."""
    return Release.objects.filter(data_set=data_set, version=version, figures__isnull=False).order_by("at", "pk")


def with_figures_of(data_set: str, area: Any) -> QuerySet[Release]:
    """What an area (None: the network) published from any version of a data set, the newest first."""
    return Release.objects.filter(data_set=data_set, area=area, figures__isnull=False)


def rule_for(*, area: Any = None, data_set: str = "") -> Rule:
    """The strictest of the network's rule, the data set's, and the area's; without an area, of all areas'."""
    own = RuleChoice.objects.filter(area=area) if area is not None else RuleChoice.objects.filter(area__isnull=False)
    chosen = list(own.order_by("area_id", "-at", "-pk").distinct("area_id"))
    of_data_set = latest_choice(data_set=data_set)
    return strictest(Rule(each.hide_up_to, each.round_to) for each in [*chosen, of_data_set] if each is not None)


def latest_choice(*, area: Any = None, data_set: str = "") -> RuleChoice | None:
    """What an area, or a data set, chose last."""
    return choices(area=area, data_set=data_set).first() if area is not None or data_set else None


def choices(*, area: Any = None, data_set: str = "") -> QuerySet[RuleChoice]:
    """Every choice, newest first: of the area, of the data set, or of any data set."""
    found = RuleChoice.objects.select_related("by").filter(area=area)
    return found.filter(data_set=data_set) if data_set else found
