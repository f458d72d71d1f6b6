"""One of everything that files of the peer network can hold. What is sealed is hostile from the beginning."""

import datetime
from typing import Any

from django.utils import timezone

from peer_network.joining import actions as joining
from peer_network.models import DutyShift, PhraseEdition, QueueItem, Theme
from peer_network.moderation import claims, deciding, messages
from peer_network.moderation.opening import put_before_moderators
from peer_network.safeguarding import actions, identities, work
from tests.conftest import make_person
from tests.trust.hostile.texts import HOSTILE

SAFE_REASON = f"{HOSTILE[1]} and more"


def make() -> dict[str, Any]:
    """A safeguarding case about a member with a hostile name, worked on; its id for the addresses."""
    about = joining.join(display_name="=SUM(A1)", is_adult=True, by=make_person("budget-holder"))
    by = make_person("safeguarding-lead")
    case = actions.open_case(origin="lead", words=HOSTILE[0], urgency=2, by=by, about=about)
    work.note(case=case, words=HOSTILE[1], by=by)
    work.add_step(case=case, what=HOSTILE[2], who=HOSTILE[3], due_on=datetime.date(2035, 1, 1), by=by)
    identities.look_up(case=case, by=by, reason=SAFE_REASON)
    facts = {"list": "unkind", "pattern": HOSTILE[0], "unless": HOSTILE[1], "why": HOSTILE[2]}
    PhraseEdition.objects.create(by=by, **facts)
    _themes()
    _moderated(about)
    return {"case": str(case.public_id)}


def join(user: Any) -> None:
    """Make the person a member, who takes the files that members can have."""
    joining.join(display_name="Kingfisher", is_adult=True, by=user)


def _themes() -> None:
    """One that waits for the board's answer, and one that is answered."""
    since, due = datetime.date(2015, 6, 1), datetime.date(2015, 6, 29)
    facts = {"summary": HOSTILE[0], "state": "shown", "agenda_on": since, "due_on": due, "needed": 8}
    shown_at = datetime.datetime(2015, 5, 1, tzinfo=datetime.UTC)
    for title, answered_on in ((HOSTILE[0], None), (HOSTILE[3], due)):
        Theme.objects.create(title=title, answered_on=answered_on, shown_at=shown_at, **facts)


def _moderated(about: Any) -> None:
    """An item that a moderator with a hostile name looks at, what they decided, their hours and a message of theirs."""
    moderator = make_person("moderator")
    moderator.name = HOSTILE[0]
    moderator.save()
    item = put_before_moderators(
        kind=QueueItem.Kind.REPORT, subject_kind="member", subject_id=about.public_id, about=about, is_urgent=True
    )
    claims.claim(item=item, by=moderator)
    deciding.decide(item=item, kind="warn", reason="unkind", words=HOSTILE[1], by=moderator)
    messages.write(key="", act="warn", title=HOSTILE[2], body=HOSTILE[3], by=moderator)
    hours = {"starts_at": timezone.now(), "ends_at": timezone.now() + datetime.timedelta(hours=1)}
    DutyShift.objects.create(moderator=moderator, **hours)
