"""How long shared files are kept. What goes has a file beside its row, and both go together."""

import datetime
from typing import Any

from data_rights.retention import Rule, register

WHERE = "peer_network/sharing/retention.py"


def register_all() -> None:
    """Called once, when the applications load."""
    why = "Whoever uploads a file has two days to look at it and send it."
    register(Rule("peers-file-drafts", "Files that were never sent", 2, why, WHERE, past=drafts, delete=_delete_drafts))
    why = "Long enough for every appeal."
    what = "Shared files that a moderator removed"
    register(Rule("peers-files-removed", what, 366, why, WHERE, past=removed, delete=_delete_removed))
    why = "Members use them for as long as they help. They were cleaned of what they said of their writers."
    register(Rule("peers-files", "Shared files that members use", None, why, WHERE))


def drafts(before: datetime.datetime) -> Any:
    """Not sent since."""
    return _in_state("draft", before)


def removed(before: datetime.datetime) -> Any:
    """Sent before, and removed."""
    return _in_state("removed", before)


def _in_state(state: str, before: datetime.datetime) -> Any:
    from peer_network.models import SharedFile

    return SharedFile.objects.filter(state=state, sent_at__lt=before)


def _delete_drafts(before: datetime.datetime) -> int:
    from peer_network.sharing import files

    return files.delete(list(drafts(before)))


def _delete_removed(before: datetime.datetime) -> int:
    from peer_network.sharing import files

    return files.delete(list(removed(before)))
