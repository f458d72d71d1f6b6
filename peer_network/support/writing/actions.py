"""Writing a post down for a member who agreed. The post is the member's, weighed by how far they are known."""

from typing import Any

from django.db import transaction

from peer_network.forum import posting
from peer_network.forum.posting import Outcome
from peer_network.joining.access import is_paused
from peer_network.models import Member, Space, Topic, WritingConsent
from peer_network.support import notices
from peer_network.support.errors import SupportRefused
from peer_network.support.writing.consents import is_live

ENDED = "They no longer agree to it, or its last day is over. Nothing was posted."


@transaction.atomic
def write_down(
    *,
    consent: WritingConsent,
    body: str,
    topic: Topic | None = None,
    space: Space | None = None,
    title: str = "",
    goes_on_anyway: bool = False,
) -> Outcome:
    """Post for the member: a reply, or a new topic where they agreed to that too; they are told of it at once.

    Raises SupportRefused, and PostingRefused for what nobody could post now.
    """
    row = (
        WritingConsent.objects.select_for_update(of=("self",))
        .select_related("member__user", "supporter")
        .get(pk=consent.pk)
    )
    if not is_live(row):
        raise SupportRefused(ENDED)
    if row.member.state == Member.State.CLOSED or is_paused(row.member):
        raise SupportRefused("They can’t write just now, so nothing can be written down for them.")
    facts: dict[str, Any] = {"body": body, "by": row.member, "helped_by": row.supporter}
    facts["goes_on_anyway"] = goes_on_anyway
    if topic is not None:
        outcome = posting.reply(topic=topic, **facts)
    elif space is not None and row.scope == WritingConsent.Scope.TOPICS:
        outcome = posting.begin_topic(space=space, title=title, **facts)
    else:
        raise SupportRefused("They agreed to replies, and not to new topics.")
    if outcome.post is not None:
        notices.written_down(outcome.post)
    return outcome
