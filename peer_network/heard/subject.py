"""Themes, as moderators see and change them."""

import uuid

from django.db import transaction
from django.urls import reverse

from config.today import moment
from peer_network.heard import actions, notices
from peer_network.models import Theme
from peer_network.moderation.subjects import Subject


def find(public_id: uuid.UUID) -> Theme | None:
    """The theme of this id, whatever its state."""
    return Theme.objects.select_related("topic", "proposed_by").filter(public_id=public_id).first()


def words(theme: Theme) -> list[tuple[str, str]]:
    """What it says, and from which topic it comes."""
    topic = [("From the topic", theme.topic.title)] if theme.topic else []
    return [*topic, ("What members ask", theme.title), ("And why", theme.summary)]


def address(theme: Theme) -> str:
    """Where members read it."""
    return reverse("peers:theme", args=[theme.public_id]) if theme.state == Theme.State.SHOWN else ""


@transaction.atomic
def show(theme: Theme) -> Theme:
    """Let it gather support, or show it again. Whoever proposed it hears of the first time."""
    found = _set(theme, Theme.State.SHOWN)
    if found.state == Theme.State.SHOWN and found.shown_at is None:
        found.shown_at = moment()
        found.save(update_fields=["shown_at"])
        notices.is_shown(found)
    return actions.go_on_agenda(found)


def hide(theme: Theme) -> Theme:
    """Take it out of sight, of the board too."""
    return _set(theme, Theme.State.HIDDEN)


def remove(theme: Theme) -> Theme:
    """Take it out of sight for good."""
    return _set(theme, Theme.State.REMOVED)


def ask_change(theme: Theme) -> Theme:
    """Take it out of sight until its writer has changed it."""
    return _set(theme, Theme.State.CHANGE_ASKED)


@transaction.atomic
def _set(theme: Theme, state: str) -> Theme:
    """What its writer has taken back stays so, whatever is decided about it."""
    found = Theme.objects.select_for_update().get(pk=theme.pk)
    if found.state != Theme.State.TAKEN_BACK:
        found.state = theme.state = state
        found.save(update_fields=["state"])
    return found


THEME = Subject(
    kind=actions.SUBJECT,
    noun="theme",
    find=find,
    words=words,
    author=lambda theme: theme.proposed_by,
    address=address,
    show=show,
    hide=hide,
    remove=remove,
    ask_change=ask_change,
    can_be_reported=lambda theme, member: member is not None and theme.state == Theme.State.SHOWN,
)
