"""Proposing, releasing, declining and withdrawing sums of cases: the only way by which they leave an area."""

from typing import Any

from django.db import transaction

import audit
from accounts.models import User
from config.today import today
from finance_models.cases import pooled
from finance_models.models import CaseRelease
from finance_models.release import notices
from finance_models.runs import code
from tenants.models import Area
from tenants.returns import cases as published

State = CaseRelease.State
TOO_FEW = (
    "Nothing can be released yet: it takes ten cases with consent whose costs are known before and after, and no two "
    "of them may make up over 90%."
)
OWN_PROPOSAL = "You proposed this release yourself, so another person has to look at it."
NOT_WAITING = "This release doesn't wait for a decision any more."


class CasesNotReleased(ValueError):
    """What was asked can't be done; the message is a finished sentence."""


@transaction.atomic
def propose(*, area: Area, by: User | None, is_sample: bool = False) -> CaseRelease:
    """Ask the area's lead to release the sums of the cases as they are now; an earlier proposal gives way.

    Raises CasesNotReleased where they may not leave.
    """
    found = pooled.of_area()
    if found is None:
        raise CasesNotReleased(TOO_FEW)
    latest = CaseRelease.objects.select_for_update().order_by("-number").first()
    CaseRelease.objects.filter(state=State.PROPOSED).update(state=State.SUPERSEDED)
    made = CaseRelease.objects.create(
        number=latest.number + 1 if latest else 1,
        sums=pooled.to_document(found),
        code_version=code.version(),
        proposed_by=by,
        proposed_on=today(),
        is_sample=is_sample,
    )
    detail = {"number": made.number}
    audit.record(action="finance.case_release_propose", by=by, area=area, object=made, detail=detail)
    notices.cases_proposed(area=area, release=made, by=by)
    return made


@transaction.atomic
def release(*, area: Area, number: int, by: User | None) -> CaseRelease:
    """Let the proposed sums leave the area; those released before are superseded. Raises CasesNotReleased."""
    found = _to_decide(number, by)
    CaseRelease.objects.filter(state=State.RELEASED).update(state=State.SUPERSEDED)
    _decide(area, found, State.RELEASED, by)
    published.publish(
        area=area, number=number, sums=found.sums, code_version=found.code_version, is_sample=found.is_sample
    )
    return found


@transaction.atomic
def decline(*, area: Area, number: int, why: str, by: User | None) -> CaseRelease:
    """Say that the proposed sums stay in the area, and why. Raises CasesNotReleased."""
    found = _decide(area, _to_decide(number, by), State.DECLINED, by, why)
    notices.cases_declined(area=area, release=found, by=by)
    return found


@transaction.atomic
def withdraw(*, area: Area, number: int, why: str, by: User | None) -> CaseRelease:
    """Take the released sums out of the pool; what was published stays in its history. Raises CasesNotReleased."""
    found = _locked(number)
    if found.state != State.RELEASED:
        raise CasesNotReleased("Only the release that counts now can be withdrawn.")
    if by is not None and found.proposed_by_id == by.pk:
        raise CasesNotReleased(OWN_PROPOSAL)
    _decide(area, found, State.WITHDRAWN, by, why)
    published.withdraw(area=area, number=number, reason=found.why)
    return found


def latest() -> CaseRelease | None:
    """The newest release, in the area's schema, whatever became of it."""
    return CaseRelease.objects.select_related("proposed_by", "decided_by").first()


def counts_now() -> CaseRelease | None:
    """The release that is in the region's pool."""
    return CaseRelease.objects.filter(state=State.RELEASED).first()


def _to_decide(number: int, by: User | None) -> CaseRelease:
    found = _locked(number)
    if found.state != State.PROPOSED:
        raise CasesNotReleased(NOT_WAITING)
    if by is not None and found.proposed_by_id == by.pk:
        raise CasesNotReleased(OWN_PROPOSAL)
    return found


def _locked(number: int) -> CaseRelease:
    found = CaseRelease.objects.select_for_update().filter(number=number).first()
    if found is None:
        raise CasesNotReleased("There is no such release.")
    return found


def _decide(area: Area, found: CaseRelease, state: Any, by: User | None, why: str = "") -> CaseRelease:
    found.state, found.decided_by, found.decided_on, found.why = state, by, today(), why.strip()
    if state in (State.DECLINED, State.WITHDRAWN) and not found.why:
        raise CasesNotReleased("Say why.")
    found.save(update_fields=["state", "decided_by", "decided_on", "why"])
    detail = {"number": found.number, "state": str(state)}
    audit.record(action="finance.case_release_decide", by=by, area=area, object=found, detail=detail)
    return found
