"""Who gives the time of a session, that they took part, and what they are paid beside the hours."""

import datetime
from typing import Any

from django.db import transaction

import audit
from accounts.models import User
from accounts.permissions import Permission
from accounts.policy import ROLES
from config.today import today
from tenants.models import Membership
from timebank.models import Account, Session, SessionMentor, SessionPart
from timebank.sessions import notices, steps
from timebank.sessions.errors import SessionRefused
from timebank.sessions.locking import locked, part_of
from timebank.sessions.steps import Kind

KIND_OF_ROLE = {"budget-holder": "budget_holder", "carer": "carer", "peer-supporter": "peer_supporter"}
MOST_PENCE = 1_000_000  # £10,000: beyond it somebody typed pence for pounds


def who_can(account: Account) -> list[User]:
    """Who can be named a mentor of an account: people of its area who may give or act, or the partner's members."""
    if account.area is None and account.organisation is None:
        return []
    wanted = (Permission.TIMEBANK_GIVE, Permission.TIMEBANK_ACT)
    roles = [role.slug for role in ROLES.values() if role.permissions & set(wanted)]
    live = Membership.objects.live().select_related("user").filter(user__is_active=True)
    rows = (
        live.filter(area=account.area, role__in=roles)
        if account.area
        else live.filter(organisation=account.organisation)
    )
    return sorted({row.user for row in rows}, key=lambda user: (str(user), user.pk))


@transaction.atomic
def name(*, session: Session, account: Account, person: User, by: Any) -> SessionMentor:
    """Name a mentor of a giving account. Raises SessionRefused for somebody who isn't of the account, or is named."""
    found = locked(session)
    part = part_of(found, account)
    if not found.is_open:
        raise SessionRefused("This session is over. Mentors are named while it is open.")
    if part.side != SessionPart.Side.GIVES:
        raise SessionRefused("Mentors are named by whoever gives the time.")
    if person not in who_can(account):
        raise SessionRefused(f"This person is not of {account.name}, or has no role with which they could help.")
    if part.mentors.filter(person=person).exists():
        raise SessionRefused("This person is named already.")
    made = SessionMentor.objects.create(
        part=part, person=person, kind=kind_of(person, account), named_by=by, named_on=today()
    )
    steps.keep(found, Kind.MENTOR, by=by, account=account)
    notices.mentor_named(made, by=by)
    return made


@transaction.atomic
def take_off(*, mentor: SessionMentor, by: Any) -> None:
    """Take a mentor off. Raises SessionRefused once they took part or a payment stands beside the hours."""
    session = locked(mentor.part.session)
    now = SessionMentor.objects.select_for_update(of=("self",)).get(pk=mentor.pk)
    if now.took_part or now.payment_pence or now.expenses_pence:
        raise SessionRefused("This person took part, or was paid. What happened stays.")
    now.delete()
    steps.keep(session, Kind.MENTOR_OUT, by=by, account=mentor.part.account)


@transaction.atomic
def answer(*, mentor: SessionMentor, took_part: bool, by: User) -> SessionMentor:
    """The mentor says whether they took part. Raises SessionRefused before the session's day, or for somebody else."""
    session = locked(mentor.part.session)
    if mentor.person_id != by.pk:
        raise SessionRefused("Only the mentor says whether they took part.")
    if session.starts_on is None or session.starts_on > today():
        raise SessionRefused("The session is still to come. Say so once it has taken place.")
    mentor.took_part, mentor.answered_on = took_part, today()
    mentor.save(update_fields=["took_part", "answered_on"])
    steps.keep(session, Kind.TOOK_PART if took_part else Kind.NOT_THERE, by=by, account=mentor.part.account)
    notices.mentor_answered(mentor, by=by)
    return mentor


@transaction.atomic
def record_payment(
    *, mentor: SessionMentor, payment_pence: int | None, expenses_pence: int | None, paid_on: datetime.date | None,
    note: str, by: Any,
) -> SessionMentor:  # fmt: skip
    """Record an involvement payment and expenses beside the hours, in pence; the ledger knows hours alone.

    Raises SessionRefused for more than £10,000, or a day to come.
    """
    if any(pence is not None and not 0 <= pence <= MOST_PENCE for pence in (payment_pence, expenses_pence)):
        raise SessionRefused("Enter an amount from £0 to £10,000.")
    if paid_on and paid_on > today():
        raise SessionRefused("This day is still to come. Leave it empty until it is paid.")
    found = SessionMentor.objects.select_for_update(of=("self",)).get(pk=mentor.pk)
    found.payment_pence, found.expenses_pence = payment_pence, expenses_pence
    found.paid_on, found.payment_note = paid_on, note.strip()
    found.save(update_fields=["payment_pence", "expenses_pence", "paid_on", "payment_note"])
    # The amounts stay out of the audit: they are for the area's lead and the mentor.
    audit.record(action="timebank.session_payment", by=by, area=mentor.part.account.area, object=mentor.part.session)
    notices.payment_recorded(found, by=by)
    return found


def kind_of(person: User, account: Account) -> str:
    """What kind of mentor somebody is, by their role in the account's area."""
    if account.area is None:
        return SessionMentor.Kind.PARTNER_STAFF
    roles = Membership.objects.live().filter(user=person, area=account.area).values_list("role", flat=True)
    return next((KIND_OF_ROLE[role] for role in roles if role in KIND_OF_ROLE), SessionMentor.Kind.PRACTITIONER)
