"""What waits for moderators, a decision about a member and its appeal, and a rota, for the browser."""

import datetime
from typing import Any


def make() -> dict[str, str]:
    """A distressing item that is free, one that the moderator has, a decision of the carer's, hours of this week."""
    from django.urls import reverse

    from accounts.models import User
    from peer_network.checks import lists
    from peer_network.models import QueueItem
    from peer_network.moderation import appeals, claims, deciding
    from peer_network.rights_samples import a_post, member_of

    moderator = User.objects.get(email="moderator@demo.example")
    second = User.objects.get(email="moderator-second@demo.example")
    carer = member_of(User.objects.get(email="carer@demo.example"))
    urgent = _item(carer, "crisis", is_urgent=True)
    mine = claims.claim(item=_item(carer, "first_posts"), by=moderator)
    removed = claims.claim(item=_item(carer, "report"), by=second)
    facts = {"reason": "details", "by": second, "words": "Somebody’s telephone number stood in it."}
    acts = [deciding.decide(item=removed, kind="remove", **facts)]
    hidden = claims.claim(item=_item(carer, "report"), by=second)
    acts.append(deciding.decide(item=hidden, kind="hide", **facts))
    appeals.appeal(act=acts[0], member=carer, words="It was my own number, and I wanted to be called.")
    appeal = claims.claim(item=QueueItem.objects.latest("pk"), by=moderator)
    return {
        "peers-urgent": reverse("peers:item", args=[urgent.public_id]),
        "peers-on-call": reverse("peers:on-call-item", args=[urgent.public_id]),
        "peers-item": reverse("peers:item", args=[mine.public_id]),
        "peers-item-appeal": reverse("peers:item-appeal", args=[appeal.public_id]),
        "peers-act": reverse("peers:act", args=[acts[0].public_id]),
        "peers-decision": reverse("peers:decision", args=[acts[0].public_id]),
        "peers-appeal": reverse("peers:appeal", args=[acts[1].public_id]),
        "peers-report": reverse("peers:report", args=["post", a_post(member_of(second)).public_id]),
        "peers-shift": _hours(moderator),
        "peers-line": reverse("peers:words-line", args=[lists.lines()[0].key]),
    }


def _item(about: Any, kind: str, *, is_urgent: bool = False) -> Any:
    from peer_network.models import QueueItem
    from peer_network.moderation.opening import put_before_moderators
    from peer_network.rights_samples import a_post

    post = a_post(about)
    found = [{"kind": "details", "start": 0, "end": 5, "explains": "This looks like a telephone number."}]
    subject = {"subject_kind": "post", "subject_id": post.public_id, "about": about, "found": found}
    return put_before_moderators(kind=QueueItem.Kind(kind), is_urgent=is_urgent, **subject)


def _hours(moderator: Any) -> str:
    from django.urls import reverse
    from django.utils import timezone

    from peer_network.models import DutyShift

    now = timezone.now()
    ends = now + datetime.timedelta(hours=10)
    made = DutyShift.objects.create(moderator=moderator, starts_at=now - datetime.timedelta(hours=1), ends_at=ends)
    return reverse("peers:rota-change", args=["duty", made.public_id])
