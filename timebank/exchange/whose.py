"""Whose account it is: for whom a person may act, and who hears of an account's news."""

from typing import Any

from django.db.models import Q, QuerySet

from accounts.models import User
from accounts.permissions import Permission
from tenants.models import Membership
from tenants.telling import people_who_may
from timebank.ledger import accounts
from timebank.models import Account


def accounts_of(access: Any) -> list[Account]:
    """The accounts that the person acts for: of their areas and partners; for the network manager, the network's pool
    and every partner, too. Areas act for themselves alone. One query."""
    mine = Q(area__in=access.areas(Permission.TIMEBANK_ACT)) | Q(organisation__in=access.organisations())
    if access.can_everywhere(Permission.TIMEBANK_COORDINATE):
        mine |= Q(kind__in=[Account.Kind.NETWORK, Account.Kind.PARTNER])
    return list(_accounts().filter(mine))


def own_account(access: Any) -> Account | None:
    """The account whose page a person is shown first: of the first area in which they read the time bank."""
    areas = access.areas(Permission.TIMEBANK_READ)
    return _accounts().filter(area=areas[0]).first() if areas else None


def giving_accounts(access: Any) -> list[Account]:
    """The accounts of the areas in which the person may offer themselves as a mentor."""
    return list(_accounts().filter(area__in=access.areas(Permission.TIMEBANK_GIVE)))


def acts_for(access: Any, account: Account) -> bool:
    """Whether the person may write this account's offers and requests, and answer for it."""
    return account.pk in {mine.pk for mine in accounts_of(access)}


def people_of(account: Account) -> list[User]:
    """Who hears of an account's news: leads of the area; members of the partner; for the network, its manager."""
    if account.area is not None:
        return people_who_may(Permission.TIMEBANK_CONFIRM, area=account.area)
    managers = people_who_may(Permission.TIMEBANK_COORDINATE)
    if account.organisation is None:
        return managers
    members = Membership.objects.live().filter(organisation=account.organisation).select_related("user")
    return [row.user for row in members] or managers


def _accounts() -> QuerySet[Account]:
    accounts.open_missing()
    return Account.objects.select_related("area", "organisation").order_by("area__position", "slug")
