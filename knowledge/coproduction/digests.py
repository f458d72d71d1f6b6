"""The digests by which words that were agreed are known again. The database works them out, see migration 0003."""

from dataclasses import dataclass
from typing import Any

from django.db import connection


@dataclass(frozen=True)
class Digests:
    """Of the words that readers see, and of all of the content, descriptions of pictures included."""

    words: str
    content: str


NONE = Digests("", "")


def of_revision(revision: Any) -> Digests:
    """What a revision holds now; a revision can be overwritten while somebody is typing."""
    return _one(
        "SELECT public.knowledge_revision_digest(content, false), public.knowledge_revision_digest(content, true) "
        "FROM public.wagtailcore_revision WHERE id = %s",
        revision.pk,
    )


def of_page(page_id: int) -> Digests:
    """What a resource's own row holds: what is shown if it is published."""
    return _one("SELECT public.knowledge_shown_digest(%s, false), public.knowledge_shown_digest(%s, true)", page_id)


def _one(sql: str, key: int) -> Digests:
    with connection.cursor() as cursor:
        cursor.execute(sql, [key] * sql.count("%s"))
        row = cursor.fetchone()
    return Digests(*row) if row and row[0] else NONE
