"""What the schedule does for support, once a day."""

import datetime

from celery import shared_task

from config.today import moment
from peer_network.models import Conversation, WritingConsent
from peer_network.support.conversations import actions as conversations
from peer_network.support.writing import consents

UNANSWERED = datetime.timedelta(days=30)


@shared_task(region_wide=True)
def keep_support() -> dict[str, int]:
    """End requests that nobody answered for 30 days, and consents past their day."""
    waiting = list(
        Conversation.objects.filter(state=Conversation.State.ASKED, asked_at__lt=moment() - UNANSWERED, is_sample=False)
    )
    for conversation in waiting:
        conversations.end(member=conversation.asker, conversation=conversation)
    return {"requests": len(waiting), "consents": consents.end_past(WritingConsent.objects.all())}
