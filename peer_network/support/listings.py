"""The states of listings (profiles, groups, events, files): sent to moderators, shown, hidden, taken back.

Moderating runs in the caller's transaction; who decided and why is kept by the moderators' part.
"""

from collections.abc import Callable
from typing import Any

from config.today import moment
from peer_network.models import Member, QueueItem
from peer_network.models.listings import Listing
from peer_network.moderation.opening import put_before_moderators
from peer_network.moderation.subjects import Subject

State = Listing.State
# What its writer may still change and send again. What a moderator removed stays away.
CHANGEABLE = (State.DRAFT, State.WAITING, State.SHOWN, State.CHANGE_ASKED, State.TAKEN_BACK)


def send(row: Any, *, kind: str, subject: str, about: Member, found: Any = (), is_urgent: bool = False) -> None:
    """Put a listing before the moderators, out of sight until one of them shows it. Saves the row."""
    was_asked = row.state == State.CHANGE_ASKED
    row.state, row.sent_at = State.WAITING, moment()
    row.save()
    put_before_moderators(
        kind=QueueItem.Kind.CHANGED if was_asked else kind,
        subject_kind=subject,
        subject_id=row.public_id,
        about=about,
        is_urgent=is_urgent,
        found=found,
        is_sample=row.is_sample,
    )


def show(row: Any) -> Any:
    """A moderator shows it. One that its writer took back meanwhile stays away."""
    if row.state in (State.TAKEN_BACK, State.DRAFT):
        return row
    row.shown_at = row.shown_at or moment()
    return _put(row, State.SHOWN)


def hide(row: Any) -> Any:
    """Out of sight until somebody has looked."""
    return row if row.state in (State.TAKEN_BACK, State.REMOVED, State.DRAFT) else _put(row, State.HIDDEN)


def remove(row: Any) -> Any:
    """A moderator takes it away."""
    return _put(row, State.REMOVED)


def ask_change(row: Any) -> Any:
    """Out of sight until its writer has changed it."""
    return row if row.state == State.TAKEN_BACK else _put(row, State.CHANGE_ASKED)


def take_back(row: Any) -> Any:
    """Its writer takes it away; nothing happens to what a moderator removed."""
    return row if row.state == State.REMOVED else _put(row, State.TAKEN_BACK)


def _put(row: Any, state: str) -> Any:
    row.state = state
    row.save(update_fields=["state", "shown_at"])
    return row


def subject(
    kind: str,
    noun: str,
    model: Callable[[], Any],
    *,
    words: Callable[[Any], list[tuple[str, str]]],
    author: Callable[[Any], Any],
    address: Callable[[Any], str],
    may_report: Callable[[Any, Any], bool],
    **acts: Callable[[Any], Any],
) -> Subject:
    """A kind of listing for the moderators, with these acts unless others are given."""
    return Subject(
        kind=kind,
        noun=noun,
        find=lambda public_id: model().objects.filter(public_id=public_id).first(),
        words=words,
        author=author,
        address=address,
        can_be_reported=may_report,
        **{"show": show, "hide": hide, "remove": remove, "ask_change": ask_change, **acts},
    )
