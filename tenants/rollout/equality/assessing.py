"""Writing an assessment screen by screen, agreeing it, and opening it again. What is found stays in the area."""

from typing import Any

from django.db import transaction

import audit
from accounts.models import User
from config.today import today
from tenants import groups
from tenants.frameworks import CHARACTERISTICS
from tenants.models import Area
from tenants.returns.models import PublishedAssessment
from tenants.returns.publishing import publish
from tenants.rollout import changes
from tenants.rollout.equality.readiness import impact_in_words, what_is_missing
from tenants.rollout.equality.subjects import Subject
from tenants.rollout.models import Change, EqualityAssessment

WRITTEN = ("involved", "evidence", "actions", "owner", "review_on")
EMPTY_AT_FIRST = ["findings"]  # nothing found yet is no fault
State = EqualityAssessment.State


class AlreadyAgreed(ValueError):
    """An agreed assessment stays as it is until somebody opens it again, with a reason."""

    def __init__(self) -> None:
        super().__init__("This assessment is agreed. Open it again first, and say why.")


class NotReady(ValueError):
    """It can't be agreed yet; `missing` says what is still to be written, a finished sentence each."""

    def __init__(self, missing: list[str]) -> None:
        self.missing = missing
        super().__init__(" ".join(missing))


@transaction.atomic
def begin_cohort(*, area: Area, name: str, group: str, by: User | None, is_sample: bool = False) -> EqualityAssessment:
    """Begin the assessment of a finance cohort; `group` may be empty. Raises ValidationError where it has one."""
    row = EqualityAssessment(subject=EqualityAssessment.Subject.FINANCE_COHORT, finance_cohort=name, group=group)
    row.full_clean(exclude=EMPTY_AT_FIRST)
    row.save()
    _publish(area, row, reason="", is_sample=is_sample)
    audit.record(action="equality.begin", by=by, area=area, object=row)
    return row


@transaction.atomic
def write(
    *,
    area: Area,
    subject: Subject,
    values: dict[str, Any],
    findings: dict[str, dict[str, str]],
    by: User | None,
    is_sample: bool = False,
) -> EqualityAssessment:
    """Keep what one screen says: fields of WRITTEN, and findings of some characteristics. The others stay.

    Begins a plan's assessment where there is none. Raises AlreadyAgreed, ValueError for another field or a
    characteristic that is none.
    """
    if unknown := (set(values) - set(WRITTEN)) | (set(findings) - {key for key, _ in CHARACTERISTICS}):
        raise ValueError(f"An assessment has no such fields: {', '.join(sorted(unknown))}.")
    row = _locked(area, subject) or _begin_plan(area, subject, by, is_sample=is_sample)
    if row.state == State.AGREED:
        raise AlreadyAgreed
    differs = [*changes.apply(row, values), *_apply_findings(row, findings)]
    row.full_clean(exclude=EMPTY_AT_FIRST)
    row.save()
    changes.keep(Change.Thing.EQUALITY, row, differs, reason="", by=by)
    audit.record(
        action="equality.write", by=by, area=area, object=row, detail={"fields": [name for name, _, _ in differs]}
    )
    return row


@transaction.atomic
def agree(*, area: Area, subject: Subject, by: User | None, is_sample: bool = False) -> EqualityAssessment:
    """Agree the assessment as it is written; publishes that it stands, its dates and its actions.

    Raises NotReady, AlreadyAgreed.
    """
    row = _locked(area, subject)
    if row is not None and row.state == State.AGREED:
        raise AlreadyAgreed
    if missing := what_is_missing(row, today()):
        raise NotReady(missing)
    assert row is not None  # noqa: S101 - an assessment that isn't there has everything missing
    return _turn(area, row, {"state": State.AGREED, "agreed_on": today()}, "equality.agree", "", by, is_sample)


@transaction.atomic
def open_again(
    *, area: Area, subject: Subject, reason: str, by: User | None, is_sample: bool = False
) -> EqualityAssessment:
    """Make an agreed assessment a draft again. Raises ValueError without a reason, or where none is agreed."""
    row = _locked(area, subject)
    if row is None or row.state != State.AGREED:
        raise ValueError("Only an agreed assessment can be opened again.")
    if not reason.strip():
        raise ValueError("Say why it is opened again.")
    return _turn(
        area, row, {"state": State.DRAFT, "agreed_on": None}, "equality.open_again", reason.strip(), by, is_sample
    )


def _locked(area: Area, subject: Subject) -> EqualityAssessment | None:
    Area.objects.select_for_update().get(pk=area.pk)  # two who begin at once begin the same one
    if subject.is_plan:
        kind = EqualityAssessment.Subject.PLAN
        return EqualityAssessment.objects.filter(subject=kind, group=groups.BY_SLUG[subject.key].key).first()
    return EqualityAssessment.objects.filter(pk=subject.assessment.pk).first() if subject.assessment else None


def _begin_plan(area: Area, subject: Subject, by: User | None, *, is_sample: bool) -> EqualityAssessment:
    row = EqualityAssessment(subject=EqualityAssessment.Subject.PLAN, group=groups.BY_SLUG[subject.key].key)
    row.save()
    _publish(area, row, reason="", is_sample=is_sample)
    audit.record(action="equality.begin", by=by, area=area, object=row)
    return row


def _apply_findings(row: EqualityAssessment, findings: dict[str, dict[str, str]]) -> list[tuple[str, str, str]]:
    """Set what differs; (characteristic, before, after) in words for each."""
    differs = []
    for key, found in findings.items():
        before = row.findings.get(key, {})
        if found != before:
            row.findings = {**row.findings, key: found}
            differs.append((key, impact_in_words(before)[:500], impact_in_words(found)[:500]))
    return differs


def _turn(
    area: Area,
    row: EqualityAssessment,
    values: dict[str, Any],
    action: str,
    reason: str,
    by: User | None,
    is_sample: bool,
) -> EqualityAssessment:
    differs = changes.apply(row, values)
    row.full_clean(exclude=EMPTY_AT_FIRST)
    row.save()
    changes.keep(Change.Thing.EQUALITY, row, differs, reason=reason, by=by)
    _publish(area, row, reason=reason, is_sample=is_sample)
    audit.record(action=action, by=by, area=area, object=row)
    return row


def _publish(area: Area, row: EqualityAssessment, *, reason: str, is_sample: bool) -> None:
    """That it stands, its dates and what will be done; a draft's actions are not agreed, and stay in the area."""
    is_agreed = row.state == State.AGREED
    publish(
        PublishedAssessment,
        area=area,
        reason=reason,
        is_sample=is_sample,
        subject=row.subject,
        group=row.group,
        finance_cohort=row.finance_cohort,
        state=row.state,
        agreed_on=row.agreed_on,
        review_on=row.review_on if is_agreed else None,
        actions=row.actions if is_agreed else "",
    )
