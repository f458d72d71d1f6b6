"""Whom themes are told to. E-mails have fixed words; neither they nor titles name a member."""

from typing import Any

from django.urls import reverse

from accounts.models import User
from accounts.permissions import Permission
from notify.actions import notify, notify_all
from notify.registry import NotificationKind, Way
from peer_network.models import Following, Theme, ThemeSupport, ThemeUpdate
from tenants.telling import people_who_may, whoever_may

MEMBERS, BOARD = "peers-heard", "peers-heard-board"
KINDS = (
    NotificationKind(
        key=MEMBERS,
        label="What members ask the programme board",
        describes="A theme that you support is shown, goes before the board, is answered, or something came of it.",
        mail_words="There is news of something that members of the peer network ask. Sign in to read it.",
        default=Way.DAILY,
        concerns=whoever_may(Permission.PEERS_TAKE_PART),
    ),
    NotificationKind(
        key=BOARD,
        label="What members ask, and the board answers",
        describes="Something that members of the peer network ask goes on the board’s agenda, or an answer is due.",
        mail_words="Members of the peer network ask the programme board something. The answer is due on {date}.",
        default=Way.AT_ONCE,
        concerns=whoever_may(Permission.BOARD_ACT),
    ),
)


def is_shown(theme: Theme) -> None:
    """Tell whoever proposed it that it gathers support now."""
    if theme.proposed_by is not None and not theme.is_sample:
        _tell([theme.proposed_by.user], theme, "Others can support what you ask now", f"shown-{theme.public_id}")


def on_agenda(theme: Theme) -> None:
    """Tell supporters, followers of the topic, and whoever acts for the board."""
    if theme.is_sample:
        return
    _tell(_whom(theme), theme, f"Now before the board: {theme.title}", f"agenda-{theme.public_id}")
    _tell_board(theme, f"On the agenda: {theme.title}", f"agenda-{theme.public_id}")


def answered(theme: Theme, *, is_new: bool, by: Any) -> None:
    """Tell supporters and followers that there is an answer, or a changed one."""
    what = "The board has answered" if is_new else "The board has changed its answer"
    number = theme.answers.count()
    if not theme.is_sample:
        _tell(_whom(theme), theme, f"{what}: {theme.title}", f"answer-{theme.public_id}-{number}")


def more_told(theme: Theme, update: ThemeUpdate, *, by: Any) -> None:
    """Tell supporters and followers what came of it."""
    if not theme.is_sample:
        _tell(_whom(theme), theme, f"What came of it: {theme.title}", f"update-{update.pk}")


def due_soon(theme: Theme) -> int:
    """Remind whoever acts for the board; returns how many were told."""
    return _tell_board(theme, f"The answer is due: {theme.title}", f"due-{theme.public_id}")


def overdue(theme: Theme) -> int:
    """Say that the day has passed; returns how many were told."""
    return _tell_board(theme, f"The answer is overdue: {theme.title}", f"overdue-{theme.public_id}")


def _whom(theme: Theme) -> list[User]:
    """Supporters, and followers of the topic. Nobody learns who else is among them."""
    supporters = ThemeSupport.objects.filter(theme=theme).select_related("member__user")
    found = {row.member.user_id: row.member.user for row in supporters}
    if theme.topic_id:
        following = Following.objects.filter(topic=theme.topic_id).select_related("member__user")
        found |= {row.member.user_id: row.member.user for row in following}
    return list(found.values())


def _tell(people: list[User], theme: Theme, title: str, key: str) -> None:
    for person in people:
        notify(to=person, kind=MEMBERS, title=title, url=reverse("peers:theme", args=[theme.public_id]), key=key)


def _tell_board(theme: Theme, title: str, key: str) -> int:
    told = notify_all(
        to=people_who_may(Permission.BOARD_ACT),
        kind=BOARD,
        title=title,
        url=reverse("peers:board-theme", args=[theme.public_id]),
        key=key,
        date=theme.due_on,
    )
    return len(told)
