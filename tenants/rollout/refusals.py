"""People who asked and were refused: what they say is kept in the area, and the area's lead deals with it.

The board learns the area, the group and the day, and shows counts alone (`tenants.returns.models.ReportedRefusal`).
"""

import datetime

from django.db import transaction
from django.utils import timezone

import audit
from accounts.models import User
from audit import queries as audit_queries
from config.today import is_sample_activity, today
from tenants import notices
from tenants.models import Area
from tenants.returns.models import ReportedRefusal
from tenants.rollout import changes
from tenants.rollout.models import Change, Refusal

SAID = "refusal.say"
# More than any area hears in a month. Beyond it somebody plays with the form, and the lead's list has to stay readable.
MOST_A_DAY = 50


class TooManyToday(ValueError):
    """The area has had more reports within a day than people write."""

    def __init__(self) -> None:
        super().__init__(
            "So many people have written today that we cannot take more. Please come back tomorrow, or ask one of "
            "those below to help you."
        )


class AlreadySaid(ValueError):
    """The outcome is the one that is written there."""

    def __init__(self) -> None:
        super().__init__("This is what is written there already. Change it first, or leave the page.")


@transaction.atomic
def say(*, area: Area, group: str, asked_for: str, words: str, contact: str = "") -> Refusal:
    """Keep what somebody says, in the area's schema, and tell the area's leads. Raises TooManyToday.

    The same words about the same group once more are the same report, however often the button is pressed.
    """
    facts = {"group": group, "asked_for": asked_for.strip(), "words": words.strip(), "answered_on__isnull": True}
    known = Refusal.objects.filter(**facts).first()
    if known is not None:
        return known
    since = timezone.now() - datetime.timedelta(days=1)
    if audit_queries.rows(area=area, action=SAID).filter(at__gte=since).count() >= MOST_A_DAY:
        raise TooManyToday
    said = Refusal.objects.create(
        group=group,
        asked_for=facts["asked_for"],
        words=facts["words"],
        contact=contact.strip(),
        said_on=today(),
    )
    is_sample = is_sample_activity()
    ReportedRefusal.objects.create(area=area, group=group, said_on=said.said_on, is_sample=is_sample)
    audit.record(action=SAID, by_words="A visitor of the public page", area=area, object=said)
    if not is_sample:
        notices.refusal_said(area=area, refusal=said)
    return said


@transaction.atomic
def answer(*, area: Area, refusal: Refusal, outcome: str, by: User | None) -> Refusal:
    """Write what was done about it, or write it anew. Raises ValueError without words, AlreadySaid for the same ones.

    The history keeps who did it and when, not the words: they go with the report when its time is over.
    """
    done = outcome.strip()
    if not done:
        raise ValueError("Say what was done.")
    found = Refusal.objects.select_for_update().get(pk=refusal.pk)
    if found.outcome == done:
        raise AlreadySaid
    differs = [("outcome", "Written" if found.outcome else "", "Written anew" if found.outcome else "Written")]
    if found.answered_on is None:
        differs += changes.apply(found, {"answered_on": today()})
    found.outcome = done
    found.save(update_fields=["outcome", "answered_on"])
    changes.keep(Change.Thing.REFUSAL, found, differs, reason="", by=by)
    audit.record(action="refusal.answer", by=by, area=area, object=found)
    return found
