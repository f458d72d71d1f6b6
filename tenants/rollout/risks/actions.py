"""Writing an area's risks and issues: history of each change; what is shared is published, what is not leaves the area
never.
"""

import datetime
from typing import Any

from django.db import transaction

import audit
from accounts.models import User
from config.today import today
from tenants.models import Area
from tenants.returns import publishing
from tenants.rollout import changes
from tenants.rollout.models import Change, Risk
from tenants.rollout.risks import notices

# What the area says of a risk, in the order of the form. Closing and opening again are acts of their own.
FIELDS = (
    "kind",
    "title",
    "description",
    "group",
    "likelihood_before",
    "impact_before",
    "mitigation",
    "likelihood_after",
    "impact_after",
    "owner",
    "review_on",
    "is_shared",
)
ADDED = "Added to the list."


class RiskUnchanged(ValueError):
    """Nothing differs from what is stored, or it is closed, or open, already."""

    def __init__(self, sentence: str = "Nothing has changed. Change a field first, or leave the page.") -> None:
        super().__init__(sentence)


class RiskReasonMissing(ValueError):
    """Somebody changes, closes or opens a risk again and doesn't say why."""

    def __init__(self, sentence: str = "Say what has changed, and why.") -> None:
        super().__init__(sentence)


class RiskClosed(ValueError):
    """A closed risk stays as it was closed."""

    def __init__(self) -> None:
        super().__init__("This is closed. Open it again first.")


@transaction.atomic
def add(
    *, area: Area, values: dict[str, Any], by: User | None, on: datetime.date | None = None, is_sample: bool = False
) -> Risk:
    """A new risk or issue, in the area's schema; published where it is shared. Raises ValidationError, ValueError."""
    _refuse_unknown(values)
    risk = Risk(**values, opened_on=on or today(), is_sample=is_sample)
    risk.full_clean()
    risk.save()
    differs = [("title", "", risk.title), ("is_shared", "", changes.in_words(risk, "is_shared"))]
    changes.keep(Change.Thing.RISK, risk, differs, reason=ADDED, by=by, on=on)
    _share(area, risk, ADDED, on)
    audit.record(action="risk.add", by=by, area=area, object=risk, detail={"shared": risk.is_shared})
    if risk.is_shared:
        notices.shared(area=area, risk=risk, by=by)
    return risk


@transaction.atomic
def change(
    *,
    area: Area,
    number: int,
    values: dict[str, Any],
    reason: str,
    by: User | None,
    on: datetime.date | None = None,
    is_sample: bool = False,
) -> Risk:
    """Say something else of an open risk, in the area's schema.

    A risk that stops being shared is taken off the board's list, with the words that the board had seen. Raises
    RiskClosed, RiskUnchanged, RiskReasonMissing, ValidationError, Risk.DoesNotExist, ValueError for another field.
    """
    _refuse_unknown(values)
    risk = _locked(number)
    if risk.closed_on is not None:
        raise RiskClosed
    was_shared = risk.is_shared
    differs = changes.apply(risk, values)
    if not differs:
        raise RiskUnchanged
    _save(area, risk, differs, reason=reason, by=by, on=on, is_sample=is_sample, action="risk.change")
    if risk.is_shared and not was_shared:
        notices.shared(area=area, risk=risk, by=by)
    return risk


@transaction.atomic
def close(
    *, area: Area, number: int, words: str, by: User | None, on: datetime.date | None = None, is_sample: bool = False
) -> Risk:
    """Close a risk with words on how it ended. Raises RiskUnchanged, RiskReasonMissing, Risk.DoesNotExist."""
    risk = _locked(number)
    if risk.closed_on is not None:
        raise RiskUnchanged("It is closed already.")
    if not words.strip():
        raise RiskReasonMissing("Say how it ended.")
    differs = changes.apply(risk, {"closed_on": on or today(), "closing_words": words.strip()})
    _save(area, risk, differs, reason=words, by=by, on=on, is_sample=is_sample, action="risk.close")
    return risk


@transaction.atomic
def reopen(
    *, area: Area, number: int, reason: str, by: User | None, on: datetime.date | None = None, is_sample: bool = False
) -> Risk:
    """Open a closed risk again, with a reason. Raises as `close`."""
    risk = _locked(number)
    if risk.closed_on is None:
        raise RiskUnchanged("It is open already.")
    differs = changes.apply(risk, {"closed_on": None, "closing_words": ""})
    _save(area, risk, differs, reason=reason, by=by, on=on, is_sample=is_sample, action="risk.reopen")
    return risk


def _save(
    area: Area,
    risk: Risk,
    differs: list[tuple[str, str, str]],
    *,
    reason: str,
    by: User | None,
    on: datetime.date | None,
    is_sample: bool,
    action: str,
) -> None:
    reason = reason.strip()
    if not reason:
        raise RiskReasonMissing
    risk.is_sample = is_sample  # whoever says something real of a made-up risk makes it real
    risk.full_clean()
    risk.save()
    changes.keep(Change.Thing.RISK, risk, differs, reason=reason, by=by, on=on)
    _share(area, risk, reason, on)
    fields = [name for name, _, _ in differs]
    audit.record(action=action, by=by, area=area, object=risk, detail={"fields": fields, "shared": risk.is_shared})


def _share(area: Area, risk: Risk, reason: str, on: datetime.date | None) -> None:
    """The board's list in step with the area's choice."""
    if risk.is_shared:
        publishing.publish_risk(area=area, risk=risk, number=risk.pk, reason=reason, as_at=on)
    else:
        publishing.withdraw_risk(area=area, number=risk.pk, as_at=on)


def _locked(number: int) -> Risk:
    return Risk.objects.select_for_update().get(pk=number)


def _refuse_unknown(values: dict[str, Any]) -> None:
    unknown = set(values) - set(FIELDS)
    if unknown:
        raise ValueError(f"These fields are not changed here: {', '.join(sorted(unknown))}.")
