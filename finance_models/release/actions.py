"""Proposing, releasing, declining and withdrawing: the only way by which sums leave an area's finance models."""

from django.db import transaction

import audit
from accounts.models import User
from config.today import today
from finance_models.models import RegionalRelease
from finance_models.release import notices
from finance_models.release.errors import ReleaseNotPossible
from jobs import outbox
from tenants.models import Area
from tenants.returns import finance

State = RegionalRelease.State
TASK = "finance_models.tasks.make_region_figures"
OWN_PROPOSAL = "You proposed this release yourself, so another person has to look at it. Ask another area lead."


@transaction.atomic
def propose(*, area: Area, number: int, note: str, by: User | None) -> RegionalRelease:
    """Ask the area's lead to release what was prepared; an earlier proposal gives way. Raises ReleaseNotPossible."""
    found = _locked(number, State.PREPARED, "Only a release that is prepared can be proposed.")
    _by_present_terms(found)
    RegionalRelease.objects.filter(state=State.PROPOSED).update(state=State.SUPERSEDED)
    _step(found, State.PROPOSED, proposed_by=by, proposed_on=today(), note=note.strip())
    audit.record(action="finance.release_propose", by=by, area=area, object=found, detail={"number": number})
    notices.proposed(area=area, release=found, by=by)
    return found


@transaction.atomic
def release(*, area: Area, number: int, by: User | None) -> RegionalRelease:
    """Let the sums leave the area: they are published, and the one that counted before is superseded.

    Raises ReleaseNotPossible, also for whoever proposed it.
    """
    found = _to_decide(number, by)
    _by_present_terms(found)
    RegionalRelease.objects.filter(state=State.RELEASED).update(state=State.SUPERSEDED)
    _step(found, State.RELEASED, decided_by=by, decided_on=today())
    finance.publish(
        area=area,
        number=number,
        terms=found.terms,
        document=found.run.result["release"],
        code_version=found.run.code_version,
        is_sample=found.is_sample,
    )
    audit.record(action="finance.release", by=by, area=area, object=found, detail={"number": number})
    outbox.send(TASK, kwargs={}, key=f"region-figures-{area.slug}-{number}")
    return found


@transaction.atomic
def decline(*, area: Area, number: int, reason: str, by: User | None) -> RegionalRelease:
    """Say that a proposed release does not leave the area, and why. Raises ReleaseNotPossible."""
    found = _to_decide(number, by)
    _step(found, State.DECLINED, decided_by=by, decided_on=today(), decided_why=reason.strip())
    audit.record(action="finance.release_decline", by=by, area=area, object=found, detail={"number": number})
    notices.declined(area=area, release=found, by=by)
    return found


@transaction.atomic
def withdraw(*, area: Area, number: int, reason: str, by: User | None) -> RegionalRelease:
    """Take a release out of the region's figures; what was published stays in their history.

    Raises ReleaseNotPossible.
    """
    found = _locked(number, State.RELEASED, "Only the release that counts now can be withdrawn.")
    _step(found, State.WITHDRAWN, withdrawn_by=by, withdrawn_on=today(), withdrawn_why=reason.strip())
    finance.withdraw(area=area, number=number, reason=reason.strip())
    audit.record(action="finance.release_withdraw", by=by, area=area, object=found, detail={"number": number})
    outbox.send(TASK, kwargs={}, key=f"region-figures-{area.slug}-{number}-withdrawn")
    return found


def _to_decide(number: int, by: User | None) -> RegionalRelease:
    found = _locked(number, State.PROPOSED, "This release is not waiting for a decision any more.")
    if by is not None and found.proposed_by_id == by.pk:
        raise ReleaseNotPossible(OWN_PROPOSAL)
    return found


def _locked(number: int, state: str, otherwise: str) -> RegionalRelease:
    found = RegionalRelease.objects.select_for_update().get(number=number)
    if found.state != state:
        raise ReleaseNotPossible(otherwise)
    return found


def _by_present_terms(found: RegionalRelease) -> None:
    terms = finance.present_terms()
    if terms is None or terms.number != found.terms:
        raise ReleaseNotPossible("The network has set other terms since. Prepare the release anew.")


def _step(found: RegionalRelease, state: str, **facts: object) -> None:
    for name, value in {**facts, "state": state}.items():
        setattr(found, name, value)
    found.full_clean(validate_unique=False, validate_constraints=False)
    found.save(update_fields=["state", *facts])
