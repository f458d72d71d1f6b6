"""Asking every source, and narrowing what they found."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from find import registry
from find.registry import LIMIT, Facet, FacetValue, Found
from find.words import Words

KIND = Facet("kind", "Kind", order=0)
# Somebody who types a whole name means that thing.
WHOLE_NAME = 10.0


@dataclass(frozen=True)
class Choice:
    """One value of a facet, with how many results it would leave."""

    value: FacetValue
    count: int
    is_chosen: bool


@dataclass(frozen=True)
class FacetChoices:
    """A facet with its values, the most frequent first."""

    facet: Facet
    choices: list[Choice]


@dataclass(frozen=True)
class Results:
    """What a search found: the results that the chosen facets leave, best first, and the facets.

    `cut_short` names the kinds of which there were more than a search takes.
    """

    found: list[Found]
    facets: list[FacetChoices]
    total: int
    cut_short: list[str]


def search(words: Words, access: Any, *, chosen: Mapping[str, str] | None = None) -> Results:
    """Everything that this person may see and that holds the words.

    `chosen` is by facet: `{"kind": "areas", "area": "kernow"}`. Unknown values leave nothing, unknown names are
    ignored. Each source asks the database as often for one result as for many.
    """
    narrowed_by = {key: value for key, value in (chosen or {}).items() if value}
    everything, cut_short = _ask(words, access) if words else ([], [])
    facets = [KIND, *registry.facets()]
    return Results(
        found=[each for each in everything if _fits(each, narrowed_by, facets)],
        facets=[_choices(facet, everything, narrowed_by, facets) for facet in facets],
        total=len(everything),
        cut_short=cut_short,
    )


def _ask(words: Words, access: Any) -> tuple[list[Found], list[str]]:
    everything: list[Found] = []
    cut_short: list[str] = []
    for source in registry.sources():
        kind = FacetValue(source.key, source.label)
        found = list(source.look_for(words, access))[:LIMIT]
        everything += [_ranked(each, words, kind) for each in found]
        if len(found) == LIMIT:
            cut_short.append(source.label)
    everything.sort(key=lambda found: -found.rank)  # stable: equals stay in the order of their sources
    return everything, cut_short


def _ranked(found: Found, words: Words, kind: FacetValue) -> Found:
    """With its kind as a facet, and in front of others where its name is just what was typed."""
    whole = WHOLE_NAME if found.title.casefold() == words.text.casefold() else 0.0
    return replace(found, rank=found.rank + whole, facets={**found.facets, KIND.key: [kind]})


def _fits(found: Found, narrowed_by: Mapping[str, str], facets: list[Facet], *, but: str = "") -> bool:
    """Whether the result has every chosen value, those of the facet `but` left aside."""
    return all(
        narrowed_by[facet.key] in {value.key for value in found.facets.get(facet.key, [])}
        for facet in facets
        if facet.key in narrowed_by and facet.key != but
    )


def _choices(
    facet: Facet, everything: list[Found], narrowed_by: Mapping[str, str], facets: list[Facet]
) -> FacetChoices:
    """The values that results have, counted as if this facet were not chosen, so that the choice can be changed."""
    counts: Counter[FacetValue] = Counter()
    for found in everything:
        if _fits(found, narrowed_by, facets, but=facet.key):
            counts.update(found.facets.get(facet.key, []))
    wanted = narrowed_by.get(facet.key, "")
    order = sorted(counts.items(), key=lambda item: (-item[1], item[0].label))
    return FacetChoices(facet, [Choice(value, count, value.key == wanted) for value, count in order])
