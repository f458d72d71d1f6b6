"""Which words of a page its recording says, so that the page can say when they have changed since."""

from typing import Any

from knowledge.coproduction import digests


def of(page_id: int) -> tuple[int | None, str]:
    """The recording of a page as it is now, and the digest of the words that it says."""
    return _rows(page_id).values_list("audio_id", "audio_says").first() or (None, "")


def keep(page_id: int, before: tuple[int | None, str]) -> None:
    """After a page was published: the same recording says what it said, a new one says what the page says now."""
    audio_id, _ = of(page_id)
    says = before[1] if audio_id == before[0] and before[1] else digests.of_page(page_id).words
    _rows(page_id).update(audio_says=says if audio_id else "")


def are_older(page: Any) -> bool:
    """Whether a published page's words are others than those that were recorded."""
    return bool(page.audio_says) and page.audio_says != digests.of_page(page.pk).words


def _rows(page_id: int) -> Any:
    from knowledge.models import Resource

    return Resource.with_versions.filter(pk=page_id)
