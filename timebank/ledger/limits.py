"""How far below zero accounts may be: the rule for all, an account's own limit, and the warning before it."""

from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

import audit
from timebank.calc.hours import in_words
from timebank.ledger.errors import LIMIT, LedgerRefused, NotWhole
from timebank.models.accounts import Account, AccountBalance
from timebank.models.limits import LimitRule


class LimitTooLow(LedgerRefused):
    """An account would be below the new limit, so that it stays as it was. `accounts` are these accounts."""

    def __init__(self, accounts: list[tuple[Account, int]]) -> None:
        self.accounts = accounts
        said = ", ".join(f"{account.name} ({in_words(minutes)})" for account, minutes in accounts)
        super().__init__(
            f"Below this limit would be: {said}. Choose a higher limit, or wait until they have given more."
        )


@dataclass(frozen=True)
class LimitWarning:
    """An account that has used most of its limit, in words; `share` in per cent."""

    account: Account
    share: int

    def __str__(self) -> str:
        free = in_words(max(self.account.balance.free, 0))
        return (
            f"{self.account.name} has used {self.share}% of its limit. It can still have {free} of help before it has "
            "to give some itself."
        )


def in_force() -> LimitRule:
    """The newest rule."""
    return LimitRule.objects.order_by("-pk")[0]


def history() -> QuerySet[LimitRule]:
    """Every rule, the newest first."""
    return LimitRule.objects.select_related("by").order_by("-pk")


@transaction.atomic
def set_rule(
    *, base: int, warning_percent: int, growth_percent: int, growth_cap: int, reason: str, by: Any
) -> LimitRule:
    """Put a new rule in force for every account without a limit of its own.

    `base` and `growth_cap` in minutes. Raises LimitTooLow, which names each account that would be below it, and
    ValidationError.
    """
    rule = LimitRule(
        base=base,
        warning_percent=warning_percent,
        growth_percent=growth_percent,
        growth_cap=growth_cap,
        reason=reason.strip(),
        by=by,
    )
    rule.full_clean(exclude=["by"])
    try:
        with transaction.atomic():
            rule.save()
    except IntegrityError as fault:
        _only_the_limit(fault)
        raise LimitTooLow(_below(rule)) from fault
    detail = {"base": base, "warning": warning_percent, "growth": growth_percent, "cap": growth_cap}
    audit.record(action="timebank.limits_set", by=by, object=rule, detail=detail)
    return rule


@transaction.atomic
def set_own(*, account: Account, limit: int | None, reason: str, by: Any) -> Account:
    """Give an account a limit of its own, in minutes, or put it back under the rule for all (None).

    Raises LimitTooLow where the account is below it, NotWhole without a reason.
    """
    if limit is not None and not reason.strip():
        raise NotWhole(["Say why this account has a limit of its own: everybody sees it."])
    changed = Account.objects.select_related("area", "organisation").select_for_update(of=("self",)).get(pk=account.pk)
    before = changed.own_limit
    changed.own_limit, changed.own_limit_reason = limit, reason.strip()
    try:
        with transaction.atomic():
            changed.save(update_fields=["own_limit", "own_limit_reason"])
    except IntegrityError as fault:
        _only_the_limit(fault)
        balance = AccountBalance.objects.get(account=account)
        raise LimitTooLow([(changed, balance.minutes - balance.reserved)]) from fault
    audit.record(action="timebank.own_limit_set", by=by, object=changed, detail={"before": before, "after": limit})
    return changed


def warning_for(account: Account, *, spending: int = 0) -> LimitWarning | None:
    """A warning once an account has used most of its limit, counting `spending` minutes that it is about to have.

    `account` comes with its balance. Nothing where its limit is 0, or it has not begun to use it.
    """
    balance = account.balance
    used = -(balance.minutes - balance.reserved - spending)
    if balance.floor == 0 or used <= 0:
        return None
    share = used * 100 // -balance.floor
    return LimitWarning(account, share) if share >= in_force().warning_percent else None


def _only_the_limit(fault: IntegrityError) -> None:
    said = getattr(fault.__cause__, "diag", None)
    if getattr(said, "constraint_name", None) != LIMIT:
        raise fault


def _below(rule: LimitRule) -> list[tuple[Account, int]]:
    """The accounts that a rule would leave below their limit, with what each has free of reserved minutes."""
    rows = Account.objects.filter(own_limit__isnull=True).select_related("area", "organisation", "balance")
    found = []
    for account in rows:
        balance = account.balance
        grown = min(rule.growth_cap, max(balance.given, 0) * rule.growth_percent // 100)
        if balance.minutes - balance.reserved < -(rule.base + grown):
            found.append((account, balance.minutes - balance.reserved))
    return found
