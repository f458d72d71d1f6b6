"""Reading rules, pledges, and how fair shares have come about over time."""

import datetime
from dataclasses import replace

from django.db.models import QuerySet

from config.today import today
from timebank.calc.fairness import series
from timebank.fairness.standing import InForce
from timebank.models import Account, AccountBalance, FairShareRule, Pledge
from timebank.picture import queries as picture

MONTHS_SHOWN = 24


def versions() -> QuerySet[FairShareRule]:
    """Every version of the rule, the newest first."""
    return FairShareRule.objects.all()


def pledges() -> QuerySet[Pledge]:
    """Every pledge with its account and site."""
    return Pledge.objects.select_related("account__area", "account__organisation", "site")


def given() -> dict[int, int]:
    """Minutes that each account has given, by its number."""
    return dict(AccountBalance.objects.values_list("account_id", "given"))


def over_time(areas: list[Account], in_use: InForce) -> list[series.Point]:
    """Where areas stood at the end of each month since the first help, and today; at most two years."""
    rows = picture.received({account.pk: account.slug for account in areas})
    if not rows:
        return []
    # The field's clock may stand before that of the ledger, whose hours without a session count today then.
    day = today()
    rows = [replace(row, on=min(row.on, day)) for row in rows]
    days = month_ends(min(row.on for row in rows), day)[-MONTHS_SHOWN:]
    return series.over_time(rows, {slug: float(share) for slug, share in in_use.shares.items()}, days)


def month_ends(first: datetime.date, last: datetime.date) -> list[datetime.date]:
    """The last day of each month from that of `first` until `last`, and `last` itself."""
    days = []
    year, month = first.year, first.month
    while (year, month) < (last.year, last.month):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        days.append(datetime.date(year, month, 1) - datetime.timedelta(days=1))
    return [*days, last]
