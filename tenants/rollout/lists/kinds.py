"""What the three lists have in common, and in what they differ."""

from dataclasses import dataclass
from typing import Any

from tenants.rollout.models import GroupPerson, Partner, Resource


@dataclass(frozen=True)
class Kind:
    """One list. `key` is in addresses, `noun` in sentences and in the audit (`partner.add`); `fields` are its own.

    `counted` is what one row and several are called: an organisation may be a partner for several groups.
    """

    key: str
    noun: str
    title: str
    model: Any
    fields: tuple[str, ...]
    counted: tuple[str, str]
    relations: tuple[str, ...] = ()
    is_by_name: bool = False

    @property
    def events(self) -> Any:
        """The model of the list's history, which the database writes by itself."""
        return self.model._meta.get_field("events").related_model

    @property
    def action(self) -> str:
        """The first part of its audit actions."""
        return self.noun.replace(" ", "_")


PARTNERS = Kind(
    "partners",
    "partner",
    "Partners",
    Partner,
    ("organisation", "group", "status"),
    ("partnership", "partnerships"),
    relations=("organisation",),
    is_by_name=True,
)
RESOURCES = Kind("resources", "resource", "Resources", Resource, ("group", "what"), ("resource", "resources"))
PEOPLE = Kind(
    "people",
    "group person",
    "People",
    GroupPerson,
    ("name", "role", "organisation", "group"),
    ("row", "rows"),
    relations=("organisation",),
)
KINDS = {kind.key: kind for kind in (PARTNERS, RESOURCES, PEOPLE)}
