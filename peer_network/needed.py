"""What moderators and safeguarding leads still have to read, and retention therefore leaves alone."""

import uuid
from collections.abc import Iterable

from peer_network.models import Act, Case, QueueItem
from peer_network.safeguarding import sealing


def needed(kind: str, ids: Iterable[uuid.UUID]) -> set[uuid.UUID]:
    """Those of these things that an open item or report, an undecided appeal or an open case is about. Three queries.

    `kind` is that of `moderation.subjects`; cases are found by their marks, which only this installation can make.
    """
    wanted = set(ids)
    about = {"subject_kind": kind, "subject_id__in": wanted}
    waiting = QueueItem.objects.open_now().filter(**about).values_list("subject_id", flat=True)
    appealed = Act.objects.filter(**about, appeal__isnull=False, appeal__decided_at=None)
    marks = {mark: each for each in wanted for mark in sealing.marks(kind, each)}
    cases = Case.objects.going_on().filter(subject_mark__in=list(marks)).values_list("subject_mark", flat=True)
    return {*waiting, *appealed.values_list("subject_id", flat=True), *(marks[mark] for mark in cases)}
