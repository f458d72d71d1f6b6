"""Which shared files members find."""

from django.db.models import Count, Q, QuerySet

from config.prepared import Prepared
from peer_network.models import SharedFile, Topic

FILES_OF_A_TOPIC = 10


def shown() -> QuerySet[SharedFile]:
    """Files that a moderator has shown, the newest first, with how many thanked for them."""
    rows = SharedFile.objects.shown().select_related("member", "topic__space")
    return rows.annotate(thanked=Count("thanks")).order_by("-shown_at", "-pk")


def narrowed(rows: QuerySet[SharedFile], chosen: dict[str, str]) -> QuerySet[SharedFile]:
    """By words in the title or in what it is for, by kind, and by whom it is for."""
    for word in chosen.get("q", "").split()[:6]:
        rows = rows.filter(Q(title__icontains=word) | Q(purpose__icontains=word))
    if chosen.get("kind"):
        rows = rows.filter(kind=chosen["kind"])
    if chosen.get("group"):
        rows = rows.filter(Q(groups__contains=[chosen["group"]]) | Q(groups=[]))
    return rows


def of_topic(topic: Topic) -> list[SharedFile]:
    """The newest shown files that were attached to a topic, with what a link says of each. Every page of it asks this.

    One query.
    """
    return _of_topic(topic.pk)


def _shown_of(topic: int) -> QuerySet[SharedFile]:
    said = ("public_id", "title", "ending", "size_bytes")
    return SharedFile.objects.shown().filter(topic=topic).only(*said).order_by("-shown_at", "-pk")[:FILES_OF_A_TOPIC]


_of_topic: Prepared[SharedFile] = Prepared(_shown_of)
