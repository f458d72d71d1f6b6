"""What sharing knows of a person: the files that they shared, and their thanks."""

from collections.abc import Iterable
from typing import Any

from data_rights import rows
from data_rights.registry import Kept, Part, Section

FIELDS = ("title", "purpose", "kind", "groups", "ending", "size_bytes", "state", "sent_at")
WHAT = "Files that you shared in the peer network, without your name"
WHY = "You gave them to everybody to use and change freely. They were cleaned of what they said of you."


def export(user: Any) -> Iterable[Section]:
    """Their files by title (each can be fetched from the page of one's own files), and their thanks."""
    title = "Of the peer network: files of yours"
    yield rows.section_of("peers-sharedfile", title, _files(user), user, only=FIELDS)
    thanks = rows.of_model("peer_network.FileThanks")._default_manager.filter(member__user=user).order_by("pk")
    yield rows.section_of("peers-filethanks", "Of the peer network: thanks of yours", thanks, user, only=("file", "at"))


def erase(user: Any, by: Any) -> Iterable[str]:
    """Files that others never saw are deleted; those that are shown stay, and belong to nobody."""
    from peer_network.sharing import files

    gone = files.delete(list(_files(user).exclude(state="shown")))
    _files(user).update(member=None)
    return [f"Deleted {rows.counted(gone, 'files')} that you hadn’t shared."] if gone else []


def keeps(user: Any) -> list[Kept]:
    """Shown files, without an author."""
    count = _files(user).filter(state="shown").count()
    return [Kept(WHAT, WHY, "for as long as the network runs", count)] if count else []


def _files(user: Any) -> Any:
    return rows.of_model("peer_network.SharedFile")._default_manager.filter(member__user=user).order_by("pk")


PART = Part(
    key="peers-sharing",
    title="Files that you shared in the peer network",
    models=("peer_network.SharedFile", "peer_network.FileThanks"),
    export=export,
    erase=erase,
    keeps=keeps,
    order=71,
)
