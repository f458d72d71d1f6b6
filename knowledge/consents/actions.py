"""Recording a consent, taking it back, and ending one whose time is over."""

import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import PageViewRestriction

import audit
from config.today import today
from knowledge.consents import choices, letters, notices, rules, taking_down
from knowledge.consents.errors import ConsentRefused

LONGEST_YEARS = 5  # longer than that nobody remembers what they agreed to


@transaction.atomic
def record(
    *,
    story: Any,
    scopes: list[str],
    how: str,
    given_by: str,
    given_on: datetime.date,
    ends_on: datetime.date,
    email: str = "",
    by: Any,
) -> Any:
    """Write down a consent; the person gets their private link where they have an e-mail address.

    A story that is for people who sign in only is closed to others, and opened by a consent for everybody.
    Raises ConsentRefused for one that begins in the future, has ended, or is for longer than five years.
    """
    from knowledge.models import Consent

    _refuse_dates(given_on, ends_on)
    facts = {"scopes": scopes, "how": how, "given_by": given_by, "given_on": given_on, "ends_on": ends_on}
    consent = Consent.objects.create(story_id=story.pk, email=email.strip().lower(), recorded_by=by, **facts)
    _keep_the_door(story.pk)
    audit.record(action="consent.record", by=by, object=consent, detail={"page": story.pk, "scopes": scopes})
    letters.link_given(consent)
    return consent


@transaction.atomic
def withdraw(*, consent: Any, why: str = "", by_link: bool = False, by: Any = None) -> bool:
    """Take a consent back; the story is down when this returns, unless another consent covers it. True if it is down.

    `by_link`: the person did it themselves. Raises ConsentRefused for one that has ended already.
    """
    consent = _locked(consent)
    if not consent.is_open:
        raise ConsentRefused("This consent has ended already.")
    consent.withdrawn_at, consent.withdrawn_by_link = timezone.now(), by_link
    consent.withdrawn_why = why.strip()[:500]
    consent.save(update_fields=["withdrawn_at", "withdrawn_by_link", "withdrawn_why"])
    _keep_the_door(consent.story_id)
    is_down = taking_down.if_uncovered(consent.story_id)
    audit.record(
        action="consent.withdraw",
        by=by,
        by_words="" if by else "The person, by their private link",
        object=consent,
        detail={"page": consent.story_id, "taken_down": is_down},
    )
    notices.taken_back(consent, is_down=is_down, by=by)
    return is_down


@transaction.atomic
def send_link(*, consent: Any, by: Any) -> None:
    """Send the person their private link again."""
    audit.record(action="consent.send_link", by=by, object=consent, detail={"page": consent.story_id})
    letters.link_given(consent)


@transaction.atomic
def end(*, consent: Any) -> bool:
    """End a consent whose last day has passed, and take the story down; True if it is down. Does nothing twice."""
    consent = _locked(consent)
    if not consent.is_open or consent.ends_on > today():
        return False
    consent.ended_at = timezone.now()
    consent.save(update_fields=["ended_at"])
    _keep_the_door(consent.story_id)
    is_down = taking_down.if_uncovered(consent.story_id)
    audit.record(action="consent.end", by=None, by_words="The calendar", object=consent, detail={"taken_down": is_down})
    notices.has_ended(consent, is_down=is_down)
    return is_down


@transaction.atomic
def remind(*, consent: Any) -> None:
    """Tell the person and the editors, once, that a consent ends soon."""
    consent = _locked(consent)
    if consent.told_at or not consent.is_open:
        return
    consent.told_at = timezone.now()
    consent.save(update_fields=["told_at"])
    letters.ends_soon(consent)
    notices.ends_soon(consent)


def _keep_the_door(page_id: int) -> None:
    """A story asks to sign in exactly while its consents are for people who sign in, and not for everybody."""
    covered = rules.scopes(page_id)
    login = {"page_id": page_id, "restriction_type": PageViewRestriction.LOGIN}
    if choices.WEBSITE in covered:
        PageViewRestriction.objects.filter(**login).delete()
    elif choices.NETWORK in covered:
        PageViewRestriction.objects.get_or_create(**login)


def _locked(consent: Any) -> Any:
    from knowledge.models import Consent

    return Consent.objects.select_for_update().get(pk=consent.pk)


def _refuse_dates(given_on: datetime.date, ends_on: datetime.date) -> None:
    if given_on > today():
        raise ConsentRefused("Nobody can have agreed on a day that is still to come.", "given_on")
    if ends_on <= max(today(), given_on):
        raise ConsentRefused("The consent has to end on a day that is still to come.", "ends_on")
    if ends_on > given_on.replace(day=min(given_on.day, 28), year=given_on.year + LONGEST_YEARS):
        raise ConsentRefused(f"A consent is for at most {LONGEST_YEARS} years. Ask again after that.", "ends_on")
