"""What happens to conversations, groups and help with writing when their member goes. Joining's part comes after."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q

from peer_network.models import Conversation, EventComer, LocalGroup, Member, Message, WritingConsent
from peer_network.support import listings
from peer_network.support.conversations import actions as conversations
from peer_network.support.gatherings import actions as gatherings
from peer_network.support.writing import consents


@dataclass(frozen=True)
class Gone:
    """How much was ended or deleted."""

    conversations: int
    messages: int
    groups: int


@transaction.atomic
def part_from(member: Member) -> Gone:
    """End what the member has with others, and delete what they wrote to them. A second time does nothing.

    What others wrote stays with them. A group that nobody keeps leaves the list, and those who come are told.
    """
    EventComer.objects.filter(member=member).delete()
    two = Conversation.objects.filter(Q(asker=member) | Q(other=member))
    ended = list(two.filter(state__in=("asked", "open", "paused")))
    for conversation in ended:
        conversations.end(member=member, conversation=conversation)
    messages, _ = Message.objects.filter(writer=member).delete()
    for consent in WritingConsent.objects.filter(Q(member=member) | Q(supporter=member), withdrawn_at__isnull=True):
        consents.end(consent=consent, leaves=member)
    groups = list(LocalGroup.objects.filter(proposed_by=member).exclude(state=listings.State.TAKEN_BACK))
    for group in groups:
        gatherings.take_back_group(member=member, row=group)
    return Gone(len(ended), messages, len(groups))
