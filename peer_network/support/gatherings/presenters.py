"""How groups and events are shown."""

from typing import Any

from peer_network.models import GroupEvent, LocalGroup
from tenants import groups
from ui import formats


def for_whom(keys: list[str]) -> str:
    """The groups of people in words."""
    return ", ".join(group.name for group in groups.GROUPS if group.key in keys) or "Everybody"


def where_of(row: LocalGroup) -> str:
    """`Library, Truro (NHS Kernow)`, or `Online`."""
    place = "" if row.place == LocalGroup.Place.OTHER else row.get_place_display()
    where = ", ".join(words for words in (place, row.town) if words)
    return f"{where} ({row.area.name})" if row.area else where


def when_of(row: GroupEvent) -> str:
    """`19 September 2015, 10:30am to 12pm`."""
    return f"{formats.date_and_time(row.starts_at)} to {formats.time(row.ends_at)}"


def group_facts(row: LocalGroup) -> list[tuple[str, Any]]:
    """The rows of a group's summary."""
    facts = [("What it is", row.get_kind_display()), ("For whom", for_whom(row.groups)), ("Where", where_of(row))]
    return facts + ([("Coming for the first time", row.coming)] if row.coming else [])


def event_facts(row: GroupEvent) -> list[tuple[str, Any]]:
    """The rows of an event's summary."""
    where = "Online" if row.is_online else f"{row.place}, {row.group.town}".strip(", ")
    facts = [("When", when_of(row)), ("Where", where), ("For whom", for_whom(row.group.groups))]
    return facts + ([("Getting in and around", row.accessibility)] if row.accessibility else [])
