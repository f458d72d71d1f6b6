"""By what the list of resources can be narrowed. Each value is a condition on the one table of resources."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Count, Exists, ExpressionWrapper, IntegerField, OuterRef, Q, Value, When
from wagtail.models import Page

from find.registry import Facet, FacetValue
from tenants import frameworks, groups

NETWORK = "network"  # stands for resources that no single area made


# Some resources -> each value that they have, and how often.
Counts = Callable[[Any], dict[FacetValue, int]]


@dataclass(frozen=True)
class Narrowing:
    """A facet, the condition of one of its values, and how often each value is found among some resources."""

    facet: Facet
    condition: Callable[[str], Q]
    counts: Counts


def kind_condition(value: str) -> Q:
    """Resources of a kind: `story`."""
    return Q(content_type__app_label="knowledge", content_type__model=value)


def group_condition(value: str) -> Q:
    """Resources for a group of people, and those for everybody."""
    return Q(groups__contains=[value]) | Q(groups=[])


def component_condition(value: str) -> Q:
    """Resources about a service component."""
    return Q(components__contains=[value])


def area_condition(value: str) -> Q:
    """Resources that an area made, or (`network`) that no single area did."""
    return Q(area_of_origin__isnull=True) if value == NETWORK else Q(area_of_origin__slug=value)


def _in_version(model: str) -> Q:
    """Resources of which a version of this kind is published."""
    of = ExpressionWrapper(OuterRef("pk"), output_field=IntegerField())
    versions = Page.objects.filter(live=True, content_type__model=model, resource__version_of=of)
    return Q(Exists(versions))


# key -> (its name, which resources have it). Large print and printing are there for all, so they narrow nothing.
FORMATS: dict[str, tuple[str, Callable[[], Q]]] = {
    "easy_read": ("Easy Read", lambda: _in_version("easyread")),
    "languages": ("Other languages", lambda: _in_version("translation")),
    "audio": ("Read aloud", lambda: Q(audio__isnull=False)),
    "bsl": ("British Sign Language", lambda: ~Q(bsl_link="")),
}


def format_condition(value: str) -> Q:
    """Resources that can be had in a format; none for one that isn't known."""
    return FORMATS[value][1]() if value in FORMATS else Q(pk__in=[])


def with_formats(rows: Any) -> Any:
    """The rows with `has_easy_read` and the like, for each format."""
    yes, no = Value(True), Value(False)
    has = {f"has_{key}": Case(When(format_condition(key), then=yes), default=no) for key in FORMATS}
    return rows.annotate(**has)


def _counted(values: Iterable[tuple[str, str]], condition: Callable[[str], Q]) -> Counts:
    """Counts each of a fixed list in one query."""
    found = list(values)

    def counts(rows: Any) -> dict[FacetValue, int]:
        asked = {f"n{number}": Count("pk", filter=condition(key)) for number, (key, _) in enumerate(found)}
        numbers = rows.aggregate(**asked)
        return {FacetValue(key, name): numbers[f"n{number}"] for number, (key, name) in enumerate(found)}

    return counts


def _kinds(rows: Any) -> dict[FacetValue, int]:
    from knowledge.models import KINDS

    names = {kind._meta.model_name: str(kind._meta.verbose_name) for kind in KINDS}
    numbers = rows.order_by().values_list("content_type__model").annotate(Count("pk"))
    return {FacetValue(key, names[key][:1].upper() + names[key][1:]): n for key, n in numbers if key in names}


def _areas(rows: Any) -> dict[FacetValue, int]:
    numbers = rows.order_by().values_list("area_of_origin__slug", "area_of_origin__name").annotate(Count("pk"))
    return {FacetValue(slug or NETWORK, name or "The network"): number for slug, name, number in numbers}


GROUPS = [(group.key, group.name) for group in groups.GROUPS]
NARROWINGS = (
    Narrowing(Facet("kind", "Kind"), kind_condition, _kinds),
    Narrowing(Facet("group", "For"), group_condition, _counted(GROUPS, group_condition)),
    Narrowing(
        Facet("component", "Service component"),
        component_condition,
        _counted(frameworks.COMPONENT_CHOICES, component_condition),
    ),
    Narrowing(Facet("area", "Made in"), area_condition, _areas),
    Narrowing(
        Facet("format", "Also as"),
        format_condition,
        _counted([(key, name) for key, (name, _) in FORMATS.items()], format_condition),
    ),
)
