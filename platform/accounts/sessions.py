"""Ending people's sessions, when what they were allowed is over."""

from collections.abc import Iterable
from importlib import import_module

from allauth.usersessions.models import UserSession
from django.conf import settings


def end_all(user_ids: Iterable[int]) -> int:
    """End every session of these people, on all their devices; returns how many there were."""
    rows = list(UserSession.objects.filter(user_id__in=list(user_ids)))
    store = import_module(settings.SESSION_ENGINE).SessionStore()
    for row in rows:
        store.delete(row.session_key)
    UserSession.objects.filter(pk__in=[row.pk for row in rows]).delete()
    return len(rows)
