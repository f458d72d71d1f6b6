"""Our fixed lists as taxonomies: the same words that buyers and commissioners choose from."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from market import words
from market.directories import ids
from tenants import groups


@dataclass(frozen=True)
class FixedList:
    """A list: the field of an offer that holds its keys, its name, what it is, and what a link to it means."""

    field: str
    name: str
    description: str
    link_type: str
    choices: tuple[tuple[str, str], ...]

    @property
    def id(self) -> UUID:
        """The taxonomy's id in the feed."""
        return ids.of_list(self.field)


def _list(field: str, name: str, description: str, link_type: str, choices: Any) -> FixedList:
    return FixedList(field, name, description, link_type, tuple((str(key), str(label)) for key, label in choices))


LISTS = (
    _list("needs", "Kinds of support", "What somebody may need.", "need", words.Need.choices),
    _list("groups", "Groups of people", "Whom a service is for.", "eligibility", groups.CHOICES),
    _list("outcomes", "Outcomes", "What the support is to make possible.", "outcome", words.Outcome.choices),
    _list("mechanisms", "Ways to pay", "How a personal budget can be paid.", "payment", words.Mechanism.choices),
    _list("accessibility", "Accessibility", "What makes it easier to use.", "accessibility", words.Access.choices),
)
BY_ID = {each.id: each for each in LISTS}
TERMS = {ids.of_term(each.field, key): (each, key) for each in LISTS for key, _ in each.choices}
LABELS = {(each.field, key): label for each in LISTS for key, label in each.choices}


def taxonomies() -> list[dict[str, Any]]:
    """Every list as a taxonomy, without its terms."""
    return [{"id": str(each.id), "name": each.name, "description": each.description} for each in LISTS]


def taxonomy(found: FixedList) -> dict[str, Any]:
    """A list as a taxonomy, with its terms."""
    about = {"id": str(found.id), "name": found.name, "description": found.description}
    return {**about, "taxonomy_terms": [term(found, key) for key, _ in found.choices]}


def terms() -> list[dict[str, Any]]:
    """Every entry of every list."""
    return [term(each, key) for each in LISTS for key, _ in each.choices]


def term(found: FixedList, key: str) -> dict[str, Any]:
    """One entry of a list as a term of its taxonomy."""
    label = LABELS[(found.field, key)]
    return {
        "id": str(ids.of_term(found.field, key)),
        "name": label,
        "description": label,
        "taxonomy": found.name,
        "taxonomy_id": str(found.id),
        "code": key,
    }


def attributes(whole: UUID, holder: Any) -> list[dict[str, Any]]:
    """What an offer says by keys of our lists, as attributes of a service; `holder` has the lists' fields."""
    return [
        {
            "id": str(ids.part_of(whole, f"{each.field}:{key}")),
            "link_id": str(whole),
            "taxonomy_term_id": str(ids.of_term(each.field, key)),
            "link_type": each.link_type,
            "taxonomy_term": term(each, key),
        }
        for each in LISTS
        for key in getattr(holder, each.field)
    ]
