"""The sample's conversations of two, written by the real actions."""

from django.db import transaction

from config.today import sample_day
from peer_network.models import Conversation, Message
from peer_network.sample import reading
from peer_network.sample.reading import at, day, read
from peer_network.support.conversations import actions


@transaction.atomic
def make() -> None:
    """Add them where there are none."""
    if Conversation.objects.filter(is_sample=True).exists():
        return
    members = reading.members()
    for facts in read("private")["conversations"]:
        made = None
        for said in facts["messages"]:
            writer = members[said["by"]]
            with sample_day(day(said["days_ago"])):
                if made is None:
                    made = actions.ask(asker=writer, other=members[facts["other"]], body=said["text"])
                    message = made.messages.get()
                    if not facts.get("is_asked"):
                        actions.answer(member=members[facts["other"]], conversation=made, agrees=True)
                else:
                    message = actions.send(member=writer, conversation=made, body=said["text"])
            Message.objects.filter(pk=message.pk).update(written_at=at(said["days_ago"], said["at"]))
