"""Who may use the addresses of moderating; see `accounts.rights_table`."""

import datetime
from typing import Any

from accounts.rights_table import PUBLIC, Row
from peer_network.rights_samples import (
    FORM,
    MODERATORS,
    POST,
    TAKE_PART,
    a_post,
    me,
    post_of_another,
    somebody_else,
    unknown,
)

LEADS = ["safeguarding-lead"]


def an_item(world: Any, kind: str = "report", *, is_urgent: bool = False, is_mine: bool = True) -> Any:
    """An item about somebody else's post, taken up by whoever asks."""
    from peer_network.models import QueueItem
    from peer_network.moderation import claims
    from peer_network.moderation.opening import put_before_moderators

    post = a_post(somebody_else(world))
    facts = {"kind": QueueItem.Kind(kind), "subject_kind": "post", "subject_id": post.public_id, "about": post.author}
    made = put_before_moderators(**facts, is_urgent=is_urgent)
    if is_mine and world.me == world.people["moderator"]:
        claims.claim(item=made, by=world.me)
    return made


def an_act(world: Any, about: Any, kind: str = "hide") -> Any:
    """A decision about a post of this member, by somebody else."""
    from peer_network.models import Act

    post = a_post(about)
    subject = {"subject_kind": "post", "subject_id": post.public_id, "about": about.public_id}
    return Act.objects.create(kind=kind, reason="unkind", by=world.people["area-lead"], **subject)


def _item(world: Any) -> dict[str, Any]:
    return {"public_id": an_item(world).public_id}


def _urgent(world: Any) -> dict[str, Any]:
    return {"public_id": an_item(world, is_urgent=True, is_mine=False).public_id}


def _decide(world: Any) -> dict[str, Any]:
    return {**_item(world), "act": "hide"}


def _appeal_item(world: Any) -> dict[str, Any]:
    from peer_network.models import QueueItem
    from peer_network.moderation import appeals, claims

    member = somebody_else(world)
    appeals.appeal(act=an_act(world, member), member=member, words="Please look again")
    item = QueueItem.objects.latest("pk")
    if world.me == world.people["moderator"]:
        claims.claim(item=item, by=world.me)
    return {"public_id": item.public_id}


def _own_act(world: Any) -> dict[str, Any]:
    return {"public_id": an_act(world, me(world) or somebody_else(world)).public_id}


def _act_about_another(world: Any) -> dict[str, Any]:
    me(world)
    return {"public_id": an_act(world, somebody_else(world)).public_id}


def _member(world: Any) -> dict[str, Any]:
    return {"public_id": somebody_else(world).public_id}


def _report(world: Any) -> dict[str, Any]:
    return {"kind": "post", **post_of_another(world)}


def _report_unseen(world: Any) -> dict[str, Any]:
    return {"kind": "post", **unknown(world)}


def _hours(world: Any) -> dict[str, Any]:
    from django.utils import timezone

    from peer_network.models import DutyShift

    now = timezone.now()
    hours = {"starts_at": now, "ends_at": now + datetime.timedelta(hours=1)}
    made = DutyShift.objects.create(moderator=world.people["moderator"], **hours)
    return {"kind": "duty", "public_id": made.public_id}


def _csv(world: Any) -> dict[str, Any]:
    return {"ending": "csv"}


def _on_call(world: Any) -> dict[str, Any]:
    return {"kind": "on-call"}


def _message(world: Any) -> dict[str, Any]:
    return {"key": "warm-welcome"}


ROWS = [
    Row("peers:report-elsewhere", PUBLIC, FORM, also=(422,)),
    Row("peers:report-sent", PUBLIC),
    Row("peers:report", TAKE_PART, FORM, sample=_report, foreign=_report_unseen, also=(422,)),
    Row("peers:decision", TAKE_PART, sample=_own_act, foreign=_act_about_another),
    Row("peers:appeal", TAKE_PART, FORM, sample=_own_act, foreign=_act_about_another, also=(422,)),
    Row("peers:transparency", PUBLIC),
    Row("peers:transparency-file", PUBLIC, sample=_csv),
    Row("peers:queue", MODERATORS),
    Row("peers:queue-file", MODERATORS, sample=_csv),
    Row("peers:item", MODERATORS, sample=_item),
    *(Row(f"peers:item-{name}", MODERATORS, POST, sample=_item) for name in ("claim", "release", "open")),
    Row("peers:item-take-over", MODERATORS, FORM, sample=_item, also=(422,)),
    Row("peers:item-refer", MODERATORS, FORM, sample=_item, also=(422,)),
    Row("peers:item-appeal", MODERATORS, FORM, sample=_appeal_item, foreign=_item, also=(422,)),
    Row("peers:item-decide", MODERATORS, FORM, sample=_decide, also=(422,)),
    Row("peers:member-look", MODERATORS, POST, sample=_member),
    Row("peers:decided", MODERATORS),
    Row("peers:decided-file", MODERATORS, sample=_csv),
    Row("peers:act", MODERATORS, sample=_act_about_another),
    Row("peers:act-look-again", MODERATORS, POST, sample=_act_about_another),
    Row("peers:alarms", MODERATORS),
    Row("peers:alarms-file", MODERATORS, sample=_csv),
    Row("peers:rota", MODERATORS),
    Row("peers:rota-file", MODERATORS, sample=_csv),
    Row("peers:rota-new", MODERATORS, FORM, sample=_on_call, also=(422,)),
    Row("peers:rota-change", MODERATORS, FORM, sample=_hours, also=(422,)),
    Row("peers:rota-remove", MODERATORS, POST, sample=_hours),
    Row("peers:messages", MODERATORS),
    Row("peers:messages-file", MODERATORS, sample=_csv),
    Row("peers:message-new", MODERATORS, FORM, also=(422,)),
    Row("peers:message", MODERATORS, FORM, sample=_message, also=(422,)),
    Row("peers:on-call-item", LEADS, FORM, sample=_urgent, also=(422,)),
    Row("peers:on-call-claim", LEADS, POST, sample=_urgent),
]
