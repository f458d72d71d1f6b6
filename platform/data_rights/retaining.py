"""Carrying the rules of retention out, each in a transaction of its own, and writing down what went."""

from dataclasses import dataclass

import structlog
from django.db import transaction

import audit
from data_rights import retention
from data_rights.models import RetentionRun

log = structlog.get_logger(__name__)
FAULT = "It failed and will be tried again tomorrow. The service's log says why."


@dataclass(frozen=True)
class Due:
    """A rule, and how many rows are past their time now (None where the rule is not carried out by us)."""

    rule: retention.Rule
    count: int | None


def due() -> list[Due]:
    """What each rule would delete now."""
    return [Due(rule, _count(rule)) for rule in retention.rules()]


def _count(rule: retention.Rule) -> int | None:
    if not rule.is_carried_out:
        return None
    if rule.count:
        return rule.count(rule.before())
    return rule.past(rule.before()).count() if rule.past else None


def run() -> list[RetentionRun]:
    """Carry out every rule. One that fails is noted and logged; the others go on."""
    return [_run_one(rule) for rule in retention.rules() if rule.is_carried_out]


def _run_one(rule: retention.Rule) -> RetentionRun:
    try:
        with transaction.atomic():
            deleted = _delete(rule)
            if deleted:
                audit.record(action="retention.run", detail={"rule": rule.key, "deleted": deleted})
            return RetentionRun.objects.create(rule=rule.key, deleted=deleted)
    except Exception as error:  # noqa: BLE001 - whatever a rule's own code raises, the other rules go on
        log.exception("retention rule failed", rule=rule.key, exc_info=error)
        return RetentionRun.objects.create(rule=rule.key, fault=FAULT)


def _delete(rule: retention.Rule) -> int:
    before = rule.before()
    if rule.delete:
        return rule.delete(before)
    assert rule.past is not None  # noqa: S101 - `run` leaves the others out
    rows = rule.past(before)
    return int(rows.delete()[1].get(rows.model._meta.label, 0))
