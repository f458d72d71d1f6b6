"""What the peer network knows of a person as a member: their name there, what they wrote, read and marked.

Erased after the other parts of the room, which look for what is theirs by the member.
"""

from collections.abc import Iterable
from typing import Any

from data_rights import rows
from data_rights.registry import Kept, Part, Section

_model = rows.models_of("peer_network")

# Model -> (path to the member's person, the fields of a copy; all of them where none are named).
OF_A_MEMBER: dict[str, tuple[str, tuple[str, ...]]] = {
    "RulesAcceptance": ("member__user", ()),
    "SpaceEntry": ("member__user", ("space", "state", "words", "asked_at", "answered_at", "reason")),
    "Topic": ("author__user", ("space", "title", "opened_at")),
    "Post": ("author__user", ("topic", "body", "quoted_words", "state", "written_at", "edited_at")),
    "PostEdition": ("post__author__user", ("title", "body", "at")),
    "ReadMark": ("member__user", ("topic", "at")),
    "Following": ("member__user", ("topic", "space", "at")),
    "Mute": ("member__user", ("topic", "space", "at")),
    "Block": ("member__user", ("at",)),
    "Mark": ("member__user", ("post", "kind", "at")),
}
OF_MODERATORS = ("QueueItem",)
WHAT = "What you wrote in the peer network and others have read, without your name"
WHY = "Others have answered it, and their words make no sense without it. Nothing leads from it to you."
DECIDED = "That you took up or decided something of the moderators’ queue, and when"
WHY_DECIDED = "Who decided about what somebody wrote has to be answerable. The rows know you by number."


def export(user: Any) -> Iterable[Section]:
    """The membership, and everything that the person wrote and chose."""
    yield rows.section_of("peers-member", "You in the peer network", _members(user), user)
    for name, (path, only) in OF_A_MEMBER.items():
        found = _model(name)._default_manager.filter(**{path: user}).order_by("pk")
        title = f"Of the peer network: {rows.plural(_model(name))}"
        yield rows.section_of(f"peers-{name.lower()}", title, found, user, only=only)
    looked_at = _decided(user)
    title = "Of the peer network: what you looked at as a moderator"
    yield rows.section_of(
        "peers-queueitem", title, looked_at, user, only=("kind", "claimed_at", "closed_at", "outcome")
    )


def erase(user: Any, by: Any) -> Iterable[str]:
    """Take the member out of the room."""
    from peer_network.joining import leaving

    done = []
    for member in _members(user):
        stay, gone = leaving.part_from(member)
        done.append("Took you out of the peer network, with your name there and all your marks.")
        done += [f"Left {rows.counted(stay, 'posts')} without an author."] if stay else []
        done += [f"Took away {rows.counted(gone, 'posts')} that nobody else could read."] if gone else []
    return done


def keeps(user: Any) -> list[Kept]:
    """Posts without an author, and what a moderator decided."""
    posts = _model("Post")._default_manager.filter(author__user=user).shown().count()
    decided = _decided(user).count()
    found = [Kept(WHAT, WHY, "for as long as the topic is kept", posts)] if posts else []
    return found + ([Kept(DECIDED, WHY_DECIDED, "for as long as the network runs", decided)] if decided else [])


def _members(user: Any) -> Any:
    return _model("Member")._default_manager.filter(user=user)


def _decided(user: Any) -> Any:
    items = _model("QueueItem")._default_manager
    return (items.filter(claimed_by=user) | items.filter(closed_by=user)).order_by("pk")


PART = Part(
    key="peers",
    title="Your part in the peer network",
    models=tuple(f"peer_network.{name}" for name in ("Member", *OF_A_MEMBER, *OF_MODERATORS)),
    export=export,
    erase=erase,
    keeps=keeps,
    order=80,
)
