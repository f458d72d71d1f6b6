"""Choosing the rule of fair shares, and recording what sites pledged."""

import datetime
from typing import Any

from django.db import transaction

import audit
from accounts.models import User
from config.today import is_sample_activity, today
from timebank.calc.fairness import shares
from timebank.calc.fairness.shares import Rule
from timebank.fairness import standing
from timebank.models import Account, FairShareRule, Pledge


@transaction.atomic
def choose(*, rule: str, weights: dict[str, int] | None, reason: str, by: User | None) -> FairShareRule:
    """A new version of the rule, in force from today. Raises `shares.NoShares` where a figure for it is missing,
    ValueError without a reason."""
    if not reason.strip():
        raise ValueError("Say why the rule changes: every area will ask.")
    kept = dict(weights or {}) if rule == Rule.BOARD else {}
    shares.shares(rule, standing.facts(standing.area_accounts(), today(), kept))
    made = FairShareRule(rule=rule, weights=kept, reason=reason.strip(), by=by)
    made.full_clean()
    made.save()
    audit.record(action="timebank.rule_choose", by=by, object=made, detail={"rule": rule})
    return made


@transaction.atomic
def pledge(
    *, account: Account, minutes: int, made_on: datetime.date, words: str, by: User | None, site: Any = None
) -> Pledge:
    """Record what an area or its site agreed to give. Raises ValidationError."""
    made = Pledge(
        account=account, site=site, minutes=minutes, made_on=made_on, words=words, by=by, is_sample=is_sample_activity()
    )
    made.full_clean()
    made.save()
    audit.record(action="timebank.pledge_add", by=by, area=account.area, object=made)
    return made
