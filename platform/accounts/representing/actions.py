"""Recording and ending representations: the only place that writes them."""

import datetime
from collections.abc import Sequence
from typing import Any

from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone

import audit
from accounts.models import User
from accounts.representing import scopes
from accounts.representing.errors import RepresentationRefused
from accounts.representing.models import Kind, Representation
from config.today import today

# A parent acts until the child is 18. For everybody else the papers are looked at again after three years.
LONGEST_YEARS = {Kind.PARENT: 18}
LONGEST_YEARS_OTHERWISE = 3
RAN_OUT = "Its last day had passed."


@transaction.atomic
def record(
    *,
    representative: User,
    person: User,
    area: Any,
    kind: str,
    scope: Sequence[str],
    evidence: str,
    evidence_seen_on: datetime.date,
    starts: datetime.date,
    ends: datetime.date,
    by: User,
) -> Representation:
    """Record that somebody may act for another, after the papers were seen; both are told by e-mail.

    One that has run out is ended first. Raises RepresentationRefused with a sentence and the field it belongs to.
    """
    User.objects.select_for_update().get(pk=person.pk)
    _check(representative, person, area, list(scope), evidence_seen_on, by)
    _check_dates(kind, starts, ends)
    earlier = Representation.objects.filter(representative=representative, person=person, ended_at__isnull=True).first()
    if earlier and earlier.ends >= today():
        raise RepresentationRefused("They act for this person already. End that first.", "representative")
    if earlier:
        _end(earlier, RAN_OUT, by)
    made = Representation.objects.create(
        representative=representative,
        person=person,
        area=area,
        kind=kind,
        scope=sorted(set(scope)),
        evidence=evidence,
        evidence_seen_on=evidence_seen_on,
        starts=starts,
        ends=ends,
        recorded_by=by,
    )
    detail = {"kind": kind, "scope": made.scope, "until": ends.isoformat(), "paper": evidence}
    audit.record(action="representation.record", by=by, area=area, object=person, detail=detail)
    _tell(made, "recorded", person, representative)
    return made


@transaction.atomic
def end(*, representation: Representation, reason: str, by: User) -> Representation:
    """End it from the next click on; ending it twice changes nothing. Both are told by e-mail."""
    row = (
        Representation.objects.select_for_update(of=("self",))
        .select_related("person", "representative", "area")
        .get(pk=representation.pk)
    )
    if row.ended_at is None:
        _end(row, reason.strip(), by)
        _tell(row, "ended", row.person, row.representative)
    return row


def _end(row: Representation, reason: str, by: User) -> None:
    row.ended_at, row.ended_by, row.end_reason = timezone.now(), by, reason
    row.save(update_fields=["ended_at", "ended_by", "end_reason"])
    audit.record(action="representation.end", by=by, area=row.area, object=row.person, detail={"kind": row.kind})


def _check(representative: User, person: User, area: Any, scope: list[str], seen_on: datetime.date, by: User) -> None:
    if representative == person:
        raise RepresentationRefused("Nobody acts for themselves. Enter another person's address.", "representative")
    if by in (representative, person):
        raise RepresentationRefused("You can't record this for yourself. Ask another area lead.", "representative")
    if not (representative.is_active and person.is_active):
        raise RepresentationRefused("One of the two accounts is closed.", "representative")
    if not scope or scopes.unknown(scope):
        raise RepresentationRefused("Choose at least one thing that they may do.", "scope")
    if seen_on > today():
        raise RepresentationRefused("The papers can't have been seen after today.", "evidence_seen_on")


def _check_dates(kind: str, starts: datetime.date, ends: datetime.date) -> None:
    if ends < starts:
        raise RepresentationRefused("The last day is before the first.", "ends")
    if ends < today():
        raise RepresentationRefused("The last day has passed already.", "ends")
    years = LONGEST_YEARS.get(Kind(kind), LONGEST_YEARS_OTHERWISE)
    if ends > _years_after(starts, years):
        raise RepresentationRefused(
            f"That is more than {years} years after the first day. Choose an earlier last day.", "ends"
        )


def _years_after(day: datetime.date, years: int) -> datetime.date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, day=28)


def _tell(row: Representation, what: str, *people: User) -> None:
    """An e-mail that says that there is something to read, and nothing of what it is about."""
    for each in people:
        send_mail(
            subject="A change to who may act for whom",
            message=render_to_string(f"accounts/email/representation_{what}.txt", {"name": str(each)}),
            from_email=None,
            recipient_list=[each.email],
        )
