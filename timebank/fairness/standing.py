"""Where areas stand: entitlement by the rule in force, and what each has had. Reads, no writes."""

import datetime
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from config.today import today
from tenants import groups
from tenants.returns import queries as returns
from timebank.calc.fairness import series, shares
from timebank.calc.fairness.shares import AreaFacts, NoShares, Rule
from timebank.ledger import accounts
from timebank.models import Account, FairShareRule

STARTED = "under_way"


@dataclass(frozen=True)
class InForce:
    """The rule that counts, and each area's share by account slug. `fell_back`: why the equal rule stands in for it."""

    rule: str
    version: FairShareRule | None
    shares: dict[str, Fraction]
    fell_back: str = ""


def in_force(areas: list[Account], on: datetime.date | None = None) -> InForce:
    """The newest rule on that day with its shares; equal shares where there is none, or where a figure is missing."""
    day = on or today()
    version = FairShareRule.objects.filter(made_on__lte=day).first()
    rule = version.rule if version else Rule.EQUAL
    known = facts(areas, day, version.weights if version else {})
    try:
        return InForce(rule, version, shares.shares(rule, known) if known else {})
    except NoShares as missing:
        return InForce(Rule.EQUAL, version, shares.shares(Rule.EQUAL, known), str(missing))


def facts(areas: list[Account], on: datetime.date, weights: dict[str, int]) -> list[AreaFacts]:
    """What the rules count of each area: people living there, its published plan, the board's weight. One query."""
    plans = returns.plans_as_at(on)
    return [_facts(account, plans, weights) for account in areas]


def area_accounts() -> list[Account]:
    """The accounts of areas, in the order of lists, with their balance."""
    accounts.open_missing()
    rows = Account.objects.filter(kind=Account.Kind.AREA).select_related("area", "balance")
    return list(rows.order_by("area__position", "slug"))


def now(areas: list[Account], in_use: InForce, day: datetime.date | None = None) -> series.Point:
    """Received ÷ entitled of each area today, by its kept sum of minutes had."""
    had = {account.slug: account.balance.had for account in areas}
    return series.standing(had, {slug: float(share) for slug, share in in_use.shares.items()}, day or today())


def _facts(account: Account, plans: dict[tuple[int, str], Any], weights: dict[str, int]) -> AreaFacts:
    area = account.area
    assert area is not None  # noqa: S101 - accounts of areas alone are asked about
    own = [plans.get((area.pk, group.key)) for group in groups.GROUPS]
    return AreaFacts(
        account.slug,
        population=area.approx_population_2014,
        phases=tuple(plan.phase if plan else None for plan in own),
        groups_not_started=sum(plan is None or plan.status != STARTED for plan in own),
        board_weight=weights.get(account.slug),
    )
