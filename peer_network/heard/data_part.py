"""What themes know of a person: what they asked and support; and what they wrote for the board."""

from collections.abc import Iterable
from typing import Any

from data_rights import rows
from data_rights.registry import Kept, Part, Section

_model = rows.models_of("peer_network")

WHAT = "What you asked the programme board and others have read, without your name"
WHY = "Others support it and the board answers it. Nothing leads from it to you."
WHAT_WRITTEN = "That you wrote an answer to members for the board, or set the number of supporters, and when"
WHY_WRITTEN = "What the board told members in public has to be answerable later. The rows know you by number."
AS_LONG = "for as long as the network runs"
WRITTEN = ("ThemeRule", "ThemeAnswer", "ThemeUpdate")
OWN_FIELDS = ("title", "summary", "state", "proposed_at")


def export(user: Any) -> Iterable[Section]:
    """What the person asked, supports, and wrote for the board."""
    title = "Of the peer network: what you asked the board"
    yield rows.section_of("peers-theme", title, _asked(user), user, only=OWN_FIELDS)
    supported = _model("ThemeSupport").objects.filter(member__user=user).select_related("theme").order_by("pk")
    title, words = "Of the peer network: what you support", "Nobody else is told."
    found = [(each.theme.title, each.on) for each in supported]
    records = [{"theme": name, "on": day.isoformat()} for name, day in found]
    shown = [[name, f"{day:%-d %B %Y}"] for name, day in found]
    yield Section("peers-themesupport", title, ["What", "Since"], shown, records, words=words)
    for name in WRITTEN:
        title = f"For the programme board: {rows.plural(_model(name))} that you wrote"
        yield rows.section_of(f"peers-{name.lower()}", title, _written(name, user), user)


def erase(user: Any, by: Any) -> Iterable[str]:
    """What nobody else has read goes; what was shown stays without the person. Support goes with the membership."""
    gone = _asked(user).filter(shown_at=None).delete()[1].get("peer_network.Theme", 0)
    return [f"Deleted {rows.counted(gone, 'themes for the board')} that nobody else could read."] if gone else []


def keeps(user: Any) -> list[Kept]:
    """Themes that others have read, and what was written for the board."""
    asked = _asked(user).exclude(shown_at=None).count()
    written = sum(_written(name, user).count() for name in WRITTEN)
    found = [Kept(WHAT, WHY, AS_LONG, asked), Kept(WHAT_WRITTEN, WHY_WRITTEN, AS_LONG, written)]
    return [kept for kept in found if kept.count]


def _asked(user: Any) -> Any:
    return _model("Theme").objects.filter(proposed_by__user=user).order_by("pk")


def _written(name: str, user: Any) -> Any:
    return _model(name).objects.filter(by=user).order_by("pk")


# Before the members' own part, which takes the membership away.
PART = Part(
    key="peers-heard",
    title="What you asked and support in the peer network",
    models=tuple(f"peer_network.{name}" for name in ("Theme", "ThemeSupport", *WRITTEN)),
    export=export,
    erase=erase,
    keeps=keeps,
    order=70,
)
