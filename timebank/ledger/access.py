"""Whose accounts a person acts for, and whose statements they read."""

from collections.abc import Iterable, Mapping
from typing import Any

from accounts.permissions import Permission
from timebank.models.accounts import Account

# What a member of a region-wide partner with an account may do in the time bank.
OF_A_PARTNER = frozenset({Permission.TIMEBANK_READ, Permission.TIMEBANK_ACT, Permission.TIMEBANK_CONFIRM})


def rights_of_partners(organisations: list[int]) -> Mapping[int, Iterable[Permission]]:
    """For `accounts.registry`: members of organisations that have an account act for it."""
    found = Account.objects.filter(organisation__in=organisations).values_list("organisation_id", flat=True)
    return dict.fromkeys(found, OF_A_PARTNER)


def own(access: Any, accounts: Iterable[Account], permission: Permission = Permission.TIMEBANK_READ) -> list[Account]:
    """Of these accounts, those of the person's own areas and partners for which they may do this."""
    areas = {area.pk for area in access.areas(permission)}
    partners = {
        row.organisation_id for row in access.memberships if row.organisation_id and permission in access.rights_of(row)
    }
    return [each for each in accounts if each.area_id in areas or each.organisation_id in partners]


def may_read(access: Any, account: Account) -> bool:
    """Whether the person reads the account's statement: their own, or any for whom the network's roles let in."""
    return access.can_everywhere(Permission.TIMEBANK_READ) or bool(own(access, [account]))


def may_act(access: Any, account: Account, permission: Permission = Permission.TIMEBANK_ACT) -> bool:
    """Whether the person does this for the account: one of their own, or any for the coordinator."""
    return access.can_everywhere(permission) or bool(own(access, [account], permission))
