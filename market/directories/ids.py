"""Identifiers of the feed: the same each time, worked out from ours by RFC 9562's name-based UUIDs (version 5)."""

import uuid

# Of the lists in `market.words`: the same in every network that runs this software, so that each knows the others'.
LISTS = uuid.UUID("5f0c2f54-6c0f-5c5b-9a56-27a8b1b3c6c1")


def of_list(name: str) -> uuid.UUID:
    """The taxonomy of one of the fixed lists, such as `needs`."""
    return uuid.uuid5(LISTS, name)


def of_term(name: str, key: str) -> uuid.UUID:
    """One entry of a fixed list."""
    return uuid.uuid5(LISTS, f"{name}:{key}")


def part_of(whole: uuid.UUID, name: str) -> uuid.UUID:
    """A part of a service or an organisation: `part_of(service_id, "cost")`."""
    return uuid.uuid5(whole, name)


def parsed(text: object) -> uuid.UUID | None:
    """The UUID that the text is in the usual writing, or None."""
    try:
        found = uuid.UUID(str(text))
    except ValueError:
        return None
    return found if str(found) == str(text).lower() else None
