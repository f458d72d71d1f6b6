"""Data rights' own tables: copies that were made, requests and what became of them."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from data_rights import rows
from data_rights.registry import Kept, Part, Section
from files import private

WHY = "That you asked, and when it was done, is the network's proof that it kept the law (UK GDPR article 5(2))."


def export(user: Any) -> Iterable[Section]:
    """Copies and requests."""
    yield from rows.sections(user, {"data_rights.DataExport": "person", "data_rights.DataRequest": "person"}, "data")


def erase(user: Any, by: Any) -> Iterable[str]:
    """The copies with their files; the words of requests."""
    copies = rows.of_model("data_rights.DataExport").objects.filter(person=user)
    for path in copies.values_list("path", flat=True):
        transaction.on_commit(lambda kept=path: private.forget(kept))
    gone = copies.delete()[0]
    if gone:
        yield f"Deleted {rows.counted(gone, 'copies of your data')}."
    if _requests(user).exclude(text="", answer="").update(text="", answer=""):
        yield "Took your words, and the answers, out of your requests."


def keeps(user: Any) -> list[Kept]:
    """That there were requests."""
    count = _requests(user).count()
    return (
        [Kept("That you asked for something about your data, and when", WHY, "for six years", count)] if count else []
    )


def _requests(user: Any) -> Any:
    return rows.of_model("data_rights.DataRequest").objects.filter(person=user)


PART = Part(
    key="data-rights",
    title="What you asked about your data",
    models=("data_rights.DataExport", "data_rights.DataRequest"),
    export=export,
    erase=erase,
    keeps=keeps,
    order=60,
)
