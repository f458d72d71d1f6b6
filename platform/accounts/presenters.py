"""Rows of accounts' tables, ready for the page."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from accounts import policy
from accounts.models import Invitation, User
from accounts.users import role_words
from ui import formats


def role_rows(memberships: Iterable[Any]) -> list[tuple[str, str]]:
    """A person's roles for a summary list: the role and what it is for."""
    known = (row for row in memberships if row.role in policy.ROLES)
    return [(role_words(row), policy.ROLES[row.role].description) for row in known]


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
