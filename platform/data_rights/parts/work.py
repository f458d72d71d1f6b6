"""Long work that the person started, with the files given to it, and what they were typing."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from data_rights import rows
from data_rights.registry import Part, Section
from data_rights.tables_part import tables_part
from files import private

UNDER_WAY = "Work that you started is still under way. Wait until it has ended, or stop it, and try again."


def export(user: Any) -> Iterable[Section]:
    """Every job, and how it ended."""
    yield rows.section_of("jobs", "Work that you started", _jobs(user), user)


def erase(user: Any, by: Any) -> Iterable[str]:
    """The jobs and their files."""
    for path in _jobs(user).exclude(input_path="").values_list("input_path", flat=True):
        transaction.on_commit(lambda kept=path: private.forget(kept))
    gone = _jobs(user).filter(finished_at__isnull=False).delete()[0]
    if gone:
        yield f"Deleted {rows.counted(gone, 'jobs')} and the files given to them."


def refuses(user: Any) -> list[str]:
    """While something runs."""
    return [UNDER_WAY] if _jobs(user).filter(finished_at__isnull=True).exists() else []


def _jobs(user: Any) -> Any:
    return rows.of_model("jobs.Job").objects.filter(owner=user).order_by("pk")


PART = Part(
    key="jobs",
    title="Work that you started",
    models=("jobs.Job",),
    export=export,
    erase=erase,
    refuses=refuses,
    order=40,
)
DRAFTS = tables_part("drafts", "What you were typing", own={"drafts.Draft": "user"}, order=41)
TOKENS = tables_part(
    "tokens", "Tokens and calendar links", own={"api.Token": "owner", "api.CalendarLink": "owner"}, order=43
)
