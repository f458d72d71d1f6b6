"""Who may use the addresses of support; see `accounts.rights_table`."""

import datetime
from typing import Any

from accounts.rights_table import PUBLIC, Row
from peer_network import rights_samples as samples
from peer_network.rights_samples import FORM, POST, TAKE_PART

WELCOMING = ("peer-supporter",)


def a_profile(member: Any) -> Any:
    """A profile that is shown."""
    from django.utils import timezone

    from peer_network.models import SupporterProfile

    facts = {"about": "Hello", "can_help": "Plans", "state": "shown", "shown_at": timezone.now()}
    return SupporterProfile.objects.get_or_create(member=member, defaults=facts)[0]


def a_supporter(world: Any) -> Any:
    """A peer supporter who never asks themselves."""
    return _made(world, "Wren of the hedge", "peer-supporter")


def another(world: Any) -> Any:
    """A member who never asks themselves, and may write all the same."""
    return _made(world, "Finch by the gate", "budget-holder")


def _made(world: Any, name: str, role: str) -> Any:
    from peer_network.joining import actions
    from peer_network.models import Member
    from tenants.memberships import grant

    found = Member.objects.filter(display_name=name).first()
    if found is None:
        user = type(world.people["no role"]).objects.create_user(f"listed-{role}@example.org", name="Somebody")
        grant(user=user, role=role, area=world.area, by=None)
        found = actions.join(display_name=name, is_adult=True, by=user)
    return found


def _profile_of_another(world: Any) -> dict[str, Any]:
    samples.me(world)
    return {"public_id": a_profile(a_supporter(world)).public_id}


def _unlisted_profile(world: Any) -> dict[str, Any]:
    samples.me(world)
    return {"public_id": a_profile(another(world)).public_id}


def a_group(member: Any) -> Any:
    """A group that is shown."""
    from django.utils import timezone

    from peer_network.models import LocalGroup

    facts = {"title": "Tea", "about": "Tea", "kind": "group", "place": "online"}
    return LocalGroup.objects.create(proposed_by=member, state="shown", shown_at=timezone.now(), **facts)


def an_event(member: Any) -> Any:
    """An event to come of a group that is shown."""
    from django.utils import timezone

    from peer_network.models import GroupEvent

    starts = timezone.make_aware(datetime.datetime(2035, 7, 1, 10))
    facts = {"title": "Tea", "words": "Tea", "is_online": True, "state": "shown", "shown_at": timezone.now()}
    facts |= {"starts_at": starts, "ends_at": starts + datetime.timedelta(hours=1)}
    return GroupEvent.objects.create(group=a_group(member), proposed_by=member, **facts)


def _group_of_another(world: Any) -> dict[str, Any]:
    samples.me(world)
    return {"public_id": a_group(another(world)).public_id}


def _own_group(world: Any) -> dict[str, Any]:
    return {"public_id": a_group(samples.me(world)).public_id}


def _event_of_another(world: Any) -> dict[str, Any]:
    samples.me(world)
    return {"public_id": an_event(another(world)).public_id}


def _own_event(world: Any) -> dict[str, Any]:
    return {"public_id": an_event(samples.me(world)).public_id}


def a_conversation(asker: Any, other: Any, state: str = "open") -> Any:
    """A conversation with a first message."""
    from django.utils import timezone

    from peer_network.models import Conversation, Message

    live = Conversation.objects.filter(asker=asker, other=other, state=state).first()
    if live is not None:
        return live
    answered = None if state == "asked" else timezone.now()
    made = Conversation.objects.create(asker=asker, other=other, state="asked")
    Message.objects.create(conversation=made, writer=asker, body="Hello", position=1)
    Conversation.objects.filter(pk=made.pk).update(state=state, answered_at=answered, last_position=1)
    made.refresh_from_db()
    return made


def _own_conversation(world: Any) -> dict[str, Any]:
    me = samples.me(world)
    return {"public_id": a_conversation(another(world), me).public_id} if me else samples.unknown(world)


def _conversation_of_others(world: Any) -> dict[str, Any]:
    samples.me(world)
    return {"public_id": a_conversation(another(world), a_supporter(world)).public_id}


def _member_to_ask(world: Any) -> dict[str, Any]:
    samples.me(world)
    return {"public_id": a_supporter(world).public_id}


def _message_to_me(world: Any) -> dict[str, Any]:
    me = samples.me(world)
    if me is None:
        return samples.unknown(world)
    return {"public_id": a_conversation(another(world), me).messages.first().public_id}


def _message_of_others(world: Any) -> dict[str, Any]:
    samples.me(world)
    return {"public_id": a_conversation(another(world), a_supporter(world)).messages.first().public_id}


def a_consent(member: Any, supporter: Any) -> Any:
    """A consent to help with writing that is live."""
    from peer_network.models import WritingConsent

    facts = {"until": datetime.date(2035, 7, 1), "scope": "topics"}
    return WritingConsent.objects.get_or_create(member=member, supporter=supporter, withdrawn_at=None, defaults=facts)[
        0
    ]


def _own_consent(world: Any) -> dict[str, Any]:
    me = samples.me(world)
    return {"public_id": a_consent(me, a_supporter(world)).public_id} if me else samples.unknown(world)


def _consent_to_me(world: Any) -> dict[str, Any]:
    me = samples.me(world)
    return {"public_id": a_consent(another(world), me).public_id} if me else samples.unknown(world)


def _consent_of_others(world: Any) -> dict[str, Any]:
    samples.me(world)
    return {"public_id": a_consent(another(world), a_supporter(world)).public_id}


def _written_for(member: Any, world: Any) -> dict[str, Any]:
    from peer_network.models import Post

    a_consent(member, a_supporter(world))
    topic = samples.a_topic(another(world))
    post = Post.objects.create(topic=topic, author=member, helped_by=a_supporter(world), body="Hello")
    return {"public_id": post.public_id}


def _own_written(world: Any) -> dict[str, Any]:
    me = samples.me(world)
    return _written_for(me, world) if me else samples.unknown(world)


def _written_for_another(world: Any) -> dict[str, Any]:
    samples.me(world)
    return _written_for(another(world), world)


OWN_GROUP = {"sample": _own_group, "foreign": _group_of_another}
OWN_EVENT = {"sample": _own_event, "foreign": _event_of_another}
OWN_CONVERSATION = {"sample": _own_conversation, "foreign": _conversation_of_others}
ROWS = [
    Row("peers:find-support", PUBLIC),
    Row("peers:supporters", TAKE_PART, sample=samples.joined),
    Row("peers:profile", WELCOMING, FORM, sample=samples.joined, also=(422,)),
    Row("peers:profile-switch", WELCOMING, POST, sample=samples.joined),
    Row("peers:supporter", TAKE_PART, sample=_profile_of_another, foreign=_unlisted_profile),
    Row("peers:groups", PUBLIC),
    Row("peers:group-new", TAKE_PART, FORM, sample=samples.joined, also=(422,)),
    Row("peers:gatherings-mine", TAKE_PART, sample=samples.joined),
    Row("peers:group", PUBLIC, sample=_group_of_another),
    Row("peers:group-change", TAKE_PART, FORM, also=(422,), **OWN_GROUP),
    Row("peers:group-take-back", TAKE_PART, FORM, **OWN_GROUP),
    Row("peers:group-ask", TAKE_PART, FORM, sample=_group_of_another, foreign=samples.unknown, also=(422,)),
    Row("peers:event-new", TAKE_PART, FORM, also=(422,), **OWN_GROUP),
    Row("peers:events", PUBLIC),
    Row("peers:events-file", PUBLIC),
    Row("peers:event", PUBLIC, sample=_event_of_another),
    Row("peers:event-change", TAKE_PART, FORM, also=(422,), **OWN_EVENT),
    Row("peers:event-cancel", TAKE_PART, FORM, **OWN_EVENT),
    Row("peers:event-come", TAKE_PART, POST, sample=_event_of_another, foreign=samples.unknown),
    Row("peers:event-stay-away", TAKE_PART, POST, sample=_event_of_another, foreign=samples.unknown),
    Row("peers:conversations", TAKE_PART, sample=samples.joined),
    Row("peers:conversation-ask", TAKE_PART, FORM, sample=_member_to_ask, foreign=samples.unknown, also=(422,)),
    Row("peers:conversation", TAKE_PART, FORM, also=(422,), **OWN_CONVERSATION),
    Row("peers:conversation-agree", TAKE_PART, POST, **OWN_CONVERSATION),
    Row("peers:conversation-decline", TAKE_PART, POST, **OWN_CONVERSATION),
    Row("peers:conversation-pause", TAKE_PART, POST, **OWN_CONVERSATION),
    Row("peers:conversation-go-on", TAKE_PART, POST, **OWN_CONVERSATION),
    Row("peers:conversation-end", TAKE_PART, FORM, **OWN_CONVERSATION),
    Row("peers:message-report", TAKE_PART, FORM, sample=_message_to_me, foreign=_message_of_others),
    Row("peers:writing", TAKE_PART, sample=samples.joined),
    Row("peers:writing-agree", TAKE_PART, FORM, sample=_profile_of_another, foreign=_unlisted_profile, also=(422,)),
    Row("peers:writing-end", TAKE_PART, FORM, sample=_own_consent, foreign=_consent_of_others),
    Row("peers:writing-write", WELCOMING, FORM, sample=_consent_to_me, foreign=_consent_of_others, also=(422,)),
    Row("peers:writing-post", TAKE_PART, sample=_own_written, foreign=_written_for_another),
    Row("peers:writing-take-back", TAKE_PART, POST, sample=_own_written, foreign=_written_for_another),
]
