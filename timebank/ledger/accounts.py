"""Opening accounts: one for each area and the network by themselves, one for a partner by the network manager."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.db import transaction

import audit
from config.today import today
from tenants.models import Area, Organisation
from timebank.ledger.errors import LedgerRefused
from timebank.models.accounts import NETWORK_SLUG, Account


class NoSuchAccount(LedgerRefused):
    """There is no account of this name; the message names those that there are."""

    def __init__(self, slug: str, known: Iterable[str]) -> None:
        super().__init__(f"There is no account “{slug}”. The accounts are: {', '.join(known)}.")


class PartnerRefused(LedgerRefused):
    """The organisation can't have an account; the message says why."""


def all_accounts() -> list[Account]:
    """Every account with its owner and its balance, areas first; opens what is missing."""
    open_missing()
    order = {Account.Kind.AREA: 0, Account.Kind.PARTNER: 1, Account.Kind.NETWORK: 2}
    rows = Account.objects.select_related("area", "organisation", "balance")
    return sorted(rows, key=lambda row: (order[Account.Kind(row.kind)], row.area.position if row.area else 0, row.name))


def by_slug(slug: str) -> Account:
    """The account with this name, with its owner; raises NoSuchAccount, which names those that there are."""
    open_missing()
    found = Account.objects.select_related("area", "organisation", "balance").filter(slug=slug).first()
    if found is None:
        raise NoSuchAccount(slug, Account.objects.order_by("slug").values_list("slug", flat=True))
    return found


def open_missing() -> int:
    """Open the accounts of the network and of areas that have none yet; says how many. Safe to call at any time."""
    rows = [
        Account(slug=area.slug, kind=Account.Kind.AREA, area=area, opened_on=today())
        for area in Area.objects.in_use().filter(timebank_account__isnull=True)
    ]
    if not Account.objects.filter(kind=Account.Kind.NETWORK).exists():
        rows.append(Account(slug=NETWORK_SLUG, kind=Account.Kind.NETWORK, opened_on=today()))
    # Two readers may find the same accounts missing at once: whoever comes second adds nothing.
    if rows:
        Account.objects.bulk_create(rows, ignore_conflicts=True)
    return len(rows)


@transaction.atomic
def open_partner(*, organisation: Organisation, by: Any, opened_on: datetime.date | None = None) -> Account:
    """Open the account of a region-wide partner. Raises PartnerRefused where it has one, or its name is taken."""
    if Account.objects.filter(organisation=organisation).exists():
        raise PartnerRefused(f"{organisation.name} has an account already.")
    open_missing()
    if Account.objects.filter(slug=organisation.slug).exists():
        raise PartnerRefused(f"The name {organisation.slug} belongs to another account.")
    account = Account.objects.create(
        slug=organisation.slug, kind=Account.Kind.PARTNER, organisation=organisation, opened_on=opened_on or today()
    )
    audit.record(action="timebank.partner_open", by=by, object=account)
    return account
