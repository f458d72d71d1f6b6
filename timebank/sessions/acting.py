"""For whom a person acts in a session, who may confirm, and what each may see."""

from typing import Any

from django.db.models import Q

from accounts.permissions import Permission
from timebank.exchange import whose
from timebank.models import Account, Session, SessionMentor, SessionPart


def own_parts(access: Any, parts: list[SessionPart]) -> list[SessionPart]:
    """The parts for which the person acts."""
    mine = {account.pk for account in whose.accounts_of(access)}
    return [part for part in parts if part.account_id in mine]


def may_confirm_for(access: Any, account: Account) -> bool:
    """Whether the person confirms this account's minutes as its own people do: the lead of the area, a member of the
    partner, and for the network's pool the network manager."""
    if account.area is not None:
        return access.can(Permission.TIMEBANK_CONFIRM, account.area)
    if account.organisation is not None:
        return account.organisation in access.organisations()
    return coordinates(access)


def coordinates(access: Any) -> bool:
    """Whether the person runs the time bank."""
    return access.can_everywhere(Permission.TIMEBANK_COORDINATE)


def sees_all_of(access: Any, parts: list[SessionPart]) -> bool:
    """Whether the person sees where a session is, what was said of it and what is disputed: the two sides' teams, and
    the coordinator. Everybody else with the time bank sees who helped whom, with what, for how long."""
    if coordinates(access):
        return True
    areas = {area.pk for area in access.areas(Permission.TIMEBANK_READ)}
    partners = {organisation.pk for organisation in access.organisations()}
    return any(part.account.area_id in areas or part.account.organisation_id in partners for part in parts)


def sees_mentors_of(access: Any, account: Account) -> bool:
    """Whether the person sees the names of an account's mentors: its own team alone. Others see what kind they are."""
    if account.area is not None:
        return access.can(Permission.TIMEBANK_READ, account.area)
    return account.organisation is not None and account.organisation in access.organisations()


def sees_payments_of(access: Any, account: Account) -> bool:
    """Whether the person sees payments and expenses: the lead of the mentor's own area, beside the mentor."""
    return may_confirm_for(access, account)


def as_mentor(user: Any, session: Session) -> SessionMentor | None:
    """The person's own row as a mentor of this session."""
    rows = SessionMentor.objects.filter(part__session=session, person=user)
    return rows.select_related("part__account__area", "part__account__organisation").first()


def of_accounts(accounts: list[Account]) -> Q:
    """Sessions in which one of these accounts has a part."""
    return Q(pk__in=SessionPart.objects.filter(account__in=accounts).values("session"))
