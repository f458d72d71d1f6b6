"""The words and colour of every status.

A status that is not here is an error, not a grey tag: a page must never show a code word.
"""

from dataclasses import dataclass

COLOURS = {"white", "grey", "green", "aqua-green", "blue", "purple", "pink", "red", "orange", "yellow"}


class UnknownStatus(LookupError):
    """A page asked for the tag of a status that nobody registered."""


@dataclass(frozen=True)
class Tag:
    """What is shown for a status. The words carry the meaning; the colour only repeats it."""

    text: str
    colour: str


_tags: dict[str, Tag] = {
    # Phases of an area's plan
    "phase_1": Tag("Phase 1", "blue"),
    "phase_2": Tag("Phase 2", "blue"),
    "phase_3": Tag("Phase 3", "blue"),
    "phase_4": Tag("Phase 4", "blue"),
    "to_be_confirmed": Tag("To be confirmed", "white"),
    # Plans and milestones
    "not_started": Tag("Not started", "grey"),
    "in_progress": Tag("In progress", "blue"),
    "on_track": Tag("On track", "green"),
    "due_soon": Tag("Due soon", "yellow"),
    "at_risk": Tag("At risk", "orange"),
    "late": Tag("Late", "red"),
    "done": Tag("Done", "green"),
    # Papers
    "draft": Tag("Draft", "grey"),
    "submitted": Tag("Sent", "blue"),
    "signed_off": Tag("Signed off", "green"),
    "returned": Tag("Sent back", "orange"),
    "published": Tag("Published", "green"),
    "withdrawn": Tag("Withdrawn", "grey"),
    # Long work
    "queued": Tag("Waiting to start", "grey"),
    "running": Tag("Running", "blue"),
    "succeeded": Tag("Done", "green"),
    "failed": Tag("Failed", "red"),
    "cancelling": Tag("Stopping", "yellow"),
    "cancelled": Tag("Stopped", "grey"),
    # People and areas
    "active": Tag("Active", "green"),
    "suspended": Tag("Suspended", "red"),
    "disabled": Tag("Disabled", "red"),
    "invited": Tag("Invited", "yellow"),
    "expired": Tag("Expired", "grey"),
    # Data
    "sample": Tag("Sample", "purple"),
}


def register(status: str, text: str, colour: str) -> None:
    """Give a room's own status its words. Registering a status twice with other words is a mistake.

    Raises ValueError for an unknown colour or for a status that already reads differently.
    """
    if colour not in COLOURS:
        raise ValueError(f"{colour} is not a tag colour: choose from {', '.join(sorted(COLOURS))}")
    tag = Tag(text, colour)
    if _tags.setdefault(status, tag) != tag:
        raise ValueError(f"The status {status} already reads {_tags[status].text!r}; choose another name")


def for_status(status: str) -> Tag:
    """The tag of a status. Raises UnknownStatus when nobody registered it."""
    try:
        return _tags[str(status)]
    except KeyError:
        raise UnknownStatus(f"No tag for the status {status!r}: register it with ui.tags.register") from None


def all_tags() -> dict[str, Tag]:
    """Every status and its tag, for the gallery."""
    return dict(_tags)
