"""Signing in, and what Django's own permission checks are told."""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.backends import ModelBackend

from config.prepared import Prepared


class ActiveModelBackend(ModelBackend):
    """Django's backend for people whose account is open.

    Closing an account ends its sessions: `get_user` finds nobody, so the next request is signed out. What it says of
    permissions comes from groups, and the one group with people in it is the knowledge editors' (`wagtail_groups`);
    permissions given to a single person in Django's table count for nothing, because no page of ours gives them.
    """

    def get_user(self, user_id: Any) -> Any:
        """The person with this number, or None where there is none or the account is closed. Every request asks."""
        user = next(iter(_people(int(user_id))), None)
        return user if user is not None and self.user_can_authenticate(user) else None

    def get_user_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        """Always empty: rights come from memberships."""
        return set()

    def get_all_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        """The permissions of the person's groups."""
        if not user_obj.is_active or user_obj.is_anonymous or obj is not None:
            return set()
        return self.get_group_permissions(user_obj, obj)


_people: Prepared[Any] = Prepared(lambda number: get_user_model().objects.filter(pk=number))
