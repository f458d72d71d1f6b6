"""Rows of accounts' tables, ready for the page."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.urls import reverse

from accounts import policy
from accounts.models import Invitation, StaffSession, User
from accounts.users import role_words
from config.today import today
from files.tables import Table
from ui import formats


def role_rows(memberships: Iterable[Any]) -> list[tuple[str, str]]:
    """A person's roles for a summary list: the role and what it is for."""
    known = (row for row in memberships if row.role in policy.ROLES)
    return [(role_words(row), policy.ROLES[row.role].description) for row in known]


def staff_session_rows(sessions: Iterable[StaffSession]) -> list[list[str]]:
    """From, until, why."""
    return [
        [formats.date_and_time(row.started_at), formats.date_and_time(row.ended_at or row.ends_at), row.reason]
        for row in sessions
    ]


def people_rows(people: Iterable[User], ours: Iterable[str], reader: User) -> list[list[Any]]:
    """One row for each role of each person; `live_memberships` is loaded. A role of `ours` can be ended."""
    rows = []
    for user in people:
        account = "Open" if user.is_active else "Closed"
        start: list[Any] = [user.name or "No name yet", user.email]
        for membership in user.live_memberships:
            may_end = membership.role in ours and membership.user_id != reader.pk
            end: Any = {"text": "End", "href": reverse("accounts:end-role", args=[membership.pk])} if may_end else ""
            rows.append([*start, role_words(membership), account, end])
        if not user.live_memberships:
            rows.append([*start, "No role", account, ""])
    return rows


def people_table(people: Iterable[User]) -> Table:
    """Columns: name, e-mail address, role, account. One row for each role of each person."""
    rows = [
        [user.name or "No name yet", user.email, words, "Open" if user.is_active else "Closed"]
        for user in people
        for words in [role_words(membership) for membership in user.live_memberships] or ["No role"]
    ]
    return _table("people", "People and their roles", ("Name", "E-mail address", "Role", "Account"), rows)


def invitations_table(invitations: Iterable[Invitation]) -> Table:
    """Columns: e-mail address, role, where, open until."""
    rows = [[row.email, row.role_name, row.where, row.expires_at.date()] for row in invitations]
    return _table("invitations", "Open invitations", ("E-mail address", "Role", "Where", "Open until"), rows)


def _table(key: str, caption: str, head: tuple[str, ...], rows: list[list[Any]]) -> Table:
    source = "the accounts of this site"
    return Table(key, caption, head, tuple(rows), as_at=today(), source=source, sample=settings.IPC_DEMO)


def invitation_rows(invitations: Iterable[Invitation]) -> list[list[Any]]:
    """One row for each open invitation, with the way to withdraw it."""
    return [
        [
            row.email,
            row.role_name,
            row.where,
            formats.date(row.expires_at),
            {"text": "Withdraw", "href": reverse("accounts:withdraw", args=[row.pk])},
        ]
        for row in invitations
    ]
