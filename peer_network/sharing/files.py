"""Shared files in private storage."""

from typing import Any

from django.db import transaction

from files import private
from peer_network.models import SharedFile

PURPOSE = "shared"


def register() -> None:
    """Called once: files whose row was never written are cleared away."""
    private.register(PURPOSE, lambda kept: SharedFile.objects.filter(kept=kept).exists())


@transaction.atomic
def delete(rows: list[Any]) -> int:
    """Delete rows, and their files once that is committed; returns how many."""
    for row in rows:
        row.delete()
        transaction.on_commit(lambda kept=row.kept: private.forget(kept))  # type: ignore[misc]
    return len(rows)
