"""How profiles of peer supporters are shown."""

from dataclasses import dataclass

from peer_network.models import Experience, SupporterProfile
from tenants import groups

LABELS = dict(Experience.choices)


@dataclass(frozen=True)
class Card:
    """A profile on a page."""

    row: SupporterProfile
    name: str
    groups: tuple[str, ...]
    experience: tuple[str, ...]


def card(row: SupporterProfile) -> Card:
    """A profile with its lists in words, in the order of the lists."""
    return Card(
        row,
        row.member.display_name,
        tuple(group.name for group in groups.GROUPS if group.key in row.groups),
        tuple(words for key, words in LABELS.items() if key in row.experience),
    )
