"""The list of published resources: the words and filters of an address, what they leave, and what each would leave."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, CharField, Exists, ExpressionWrapper, F, IntegerField, OuterRef, Value, When
from django.db.models.functions import Coalesce
from wagtail.models import PageViewRestriction

from find import full_text
from find.queries import Choice, FacetChoices
from find.words import Words
from knowledge.finding.facets import NARROWINGS, Narrowing
from knowledge.searching import INDEXED, TEXT
from knowledge.versions import languages

NEWEST, BY_TITLE = "newest", "title"
SORTS = ((NEWEST, "Newest first"), (BY_TITLE, "By title"))


@dataclass(frozen=True)
class Library:
    """What an address asks for: `found` is a queryset in its order, `facets` with how many each value would leave.

    With words, `found` holds at most `find.registry.LIMIT` resources, the best first.
    """

    words: Words
    found: Any
    facets: list[FacetChoices]
    is_narrowed: bool
    total: int


def published() -> Any:
    """Published resources that are open to everybody, without their versions."""
    from knowledge.models import Resource

    return open_to_all(Resource.objects.live())


def marked(resources: Any) -> Any:
    """The same with `is_composed`: whether one is a composed story, or a version of one; `kind_of` says it."""
    return resources.annotate(
        is_composed=Coalesce(F("story__is_composed"), F("version_of__story__is_composed"), Value(False))
    )


def kind_of(resource: Any) -> str:
    """The kind of one that `marked` found, as lists say it: `Story, composed`, `Translation into Polish`."""
    code = resource.locale.language_code if resource.version_of_id else languages.ENGLISH
    language = f" into {languages.of_code(code).name}" if code != languages.ENGLISH else ""
    return f"{resource.kind_name}{language}{', composed' if resource.is_composed else ''}"


def open_to_all(pages: Any) -> Any:
    """Of some pages those that neither themselves nor by a page above them are for some readers only.

    As Wagtail's `public()`, which asks for the restrictions in a query of its own each time; this is part of the one.
    """
    path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    closed = PageViewRestriction.objects.annotate(of=path).filter(of__startswith=F("page__path"))
    return pages.filter(~Exists(closed))


def look(page: Any, asked: Mapping[str, str]) -> Library:
    """Those below a page that the address asks for: `q`, `sort`, and a value for any facet.

    A value that isn't known leaves nothing. As many queries for many resources as for one.
    """
    words = Words.typed(asked.get("q", ""))
    chosen = {each.facet.key: asked.get(each.facet.key, "") for each in NARROWINGS}
    chosen = {key: value for key, value in chosen.items() if value}
    base = published().descendant_of(page)
    ranks = _ranks(base, words) if words else None
    if ranks is not None:
        base = base.filter(pk__in=list(ranks))
    facets = [_choices(each, base, chosen) for each in NARROWINGS]
    total = len(ranks) if ranks is not None else base.count() if chosen else 0
    found = _ordered(marked(_narrowed(base, chosen)), asked.get("sort", ""), ranks, chosen.get("group", ""))
    return Library(words, found, facets, bool(chosen), total)


def finds(page: Any, words: Words) -> bool:
    """Whether there is anything below a page for these words."""
    return bool(words) and bool(_ranks(published().descendant_of(page), words))


def _ranks(base: Any, words: Words) -> dict[int, float]:
    """Resource -> how well it fits, the best first; nothing for words that stand in every text."""
    if words.are_too_common():
        return {}
    rows = full_text.search(base, words, title="title", texts=[TEXT], vector=INDEXED, excerpts=False)
    return dict(rows.values_list("pk", "found_rank"))


def _narrowed(rows: Any, chosen: Mapping[str, str], *, but: str = "") -> Any:
    for each in NARROWINGS:
        if each.facet.key in chosen and each.facet.key != but:
            rows = rows.filter(each.condition(chosen[each.facet.key]))
    return rows


def _choices(each: Narrowing, base: Any, chosen: Mapping[str, str]) -> FacetChoices:
    """Counted as if this facet were not chosen, so that the choice can be changed; the most frequent first."""
    counts = each.counts(_narrowed(base, chosen, but=each.facet.key))
    wanted = chosen.get(each.facet.key, "")
    order = sorted(
        ((value, count) for value, count in counts.items() if count or value.key == wanted),
        key=lambda item: (-item[1], item[0].label),
    )
    return FacetChoices(each.facet, [Choice(value, count, value.key == wanted) for value, count in order])


def _ordered(rows: Any, sort: str, ranks: Mapping[int, float] | None, group: str) -> Any:
    """By title if asked; else by how well the words fit; else what is for the chosen group alone, then the newest."""
    if sort == BY_TITLE:
        return rows.order_by("title", "pk")
    if ranks and sort != NEWEST:
        places = [When(pk=key, then=Value(place)) for place, key in enumerate(ranks)]
        return rows.annotate(place=Case(*places, default=Value(0), output_field=IntegerField())).order_by("place")
    if group:
        own = Case(When(groups__contains=[group], then=Value(0)), default=Value(1), output_field=IntegerField())
        return rows.annotate(is_general=own).order_by("is_general", "-first_published_at", "title")
    return rows.order_by("-first_published_at", "title", "pk")
