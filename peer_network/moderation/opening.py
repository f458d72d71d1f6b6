"""Putting something before the moderators. Every part calls this; nobody else makes items of the queue."""

import datetime
import uuid
from collections.abc import Iterable
from typing import Any

from django.db import transaction

from config.today import moment
from peer_network.models import Member, QueueItem

# The clocks of trust.md: urgent within half an hour of staffed time, everything else within a day.
LOOK_WITHIN = {
    QueueItem.Urgency.URGENT: datetime.timedelta(minutes=30),
    QueueItem.Urgency.SOON: datetime.timedelta(hours=24),
}


@transaction.atomic
def put_before_moderators(
    *,
    kind: str,
    subject_kind: str,
    subject_id: uuid.UUID,
    about: Member | None,
    is_urgent: bool = False,
    found: Iterable[dict[str, Any]] = (),
    is_sample: bool = False,
) -> QueueItem:
    """One item of the queue; where one of this kind is open for the subject, that one, made urgent if this is.

    `found` are the checks' findings without the words. Whoever is on call is paged at once about an urgent item, and
    `moderation.alarms` goes on calling until somebody takes it up.
    """
    from peer_network.moderation import alarms  # it knows of the rota, which other parts need not load

    now = moment()
    urgency = QueueItem.Urgency.URGENT if is_urgent else QueueItem.Urgency.SOON
    facts = {"subject_kind": subject_kind, "subject_id": subject_id, "kind": kind}
    open_one = QueueItem.objects.select_for_update().filter(**facts, closed_at__isnull=True).first()
    if open_one is not None:
        if urgency < open_one.urgency:
            open_one.urgency, open_one.look_by = urgency, min(open_one.look_by, now + LOOK_WITHIN[urgency])
            open_one.save(update_fields=["urgency", "look_by"])
            alarms.page_at_once(open_one)
        return open_one
    made = QueueItem.objects.create(
        **facts,
        urgency=urgency,
        about=about,
        found=list(found),
        opened_at=now,
        look_by=now + LOOK_WITHIN[urgency],
        is_sample=is_sample,
    )
    alarms.page_at_once(made)
    return made
