"""A lesson from a session is suggested to whichever room takes suggestions, with its author (`tenants.suggestions`)."""

from collections.abc import Iterable
from typing import Any

from tenants import suggestions
from tenants.suggestions import Suggestion


def suggest(lesson: Any) -> None:
    """Hand a lesson on, in the transaction that keeps it. The lesson itself stays (`timebank.models.Lesson`)."""
    suggestions.suggest(
        Suggestion(
            source=source(lesson),
            title=lesson.title,
            words=lesson.words,
            came_from="A session of the time bank",
            by=lesson.by,
            area=lesson.account.area,
        )
    )


def with_addresses(lessons: Iterable[Any], reader: Any) -> list[tuple[Any, str | None]]:
    """Each lesson, for its author with where they see what came of it; one more query, however many there are."""
    found = list(lessons)
    own = suggestions.addresses([source(lesson) for lesson in found if lesson.by_id == reader.pk])
    return [(lesson, own.get(source(lesson))) for lesson in found]


def source(lesson: Any) -> str:
    """The lesson's name among suggestions."""
    return f"timebank.lesson:{lesson.public_id}"
