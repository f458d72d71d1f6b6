"""Writing an area's milestones: each save keeps who, when and why, and publishes the row that the board reads."""

import datetime
from typing import Any

from django.db import transaction

import audit
from accounts.models import User
from config.today import today
from tenants.models import Area, NationalMilestone
from tenants.returns import publishing
from tenants.rollout import changes
from tenants.rollout.milestones import notices
from tenants.rollout.milestones.queries import LOCAL_KEY, AreaMilestone
from tenants.rollout.models import Change, Milestone

# What an area says of a national milestone, in the order of the form. Its words and date are the national set's.
NATIONAL_FIELDS = ("forecast", "done_on", "evidence", "comment", "owner", "override", "override_reason")
# What it says of one of its own.
LOCAL_FIELDS = ("title", "group", "due", *NATIONAL_FIELDS)
# Whoever moves one of these says why: how the dates slipped is kept.
DATES = ("due", "forecast")
ADDED = "Added to the plan."


class MilestoneUnchanged(ValueError):
    """Nothing differs from what is stored."""

    def __init__(self) -> None:
        super().__init__("Nothing has changed. Change a field first, or leave the page.")


class ReasonMissing(ValueError):
    """A date moves, or a milestone is taken off the plan, and nobody says why."""

    def __init__(self) -> None:
        super().__init__("Say why the dates change. The reason is kept with the date, and the board reads it.")


@transaction.atomic
def add(
    *, area: Area, values: dict[str, Any], by: User | None, on: datetime.date | None = None, is_sample: bool = False
) -> AreaMilestone:
    """A milestone of the area's own, in the area's schema. Raises ValidationError, ValueError for another field."""
    _refuse_unknown(values, LOCAL_FIELDS)
    row = Milestone(**_tidied(values), is_sample=is_sample)
    row.full_clean()
    row.save()
    differs = [("title", "", row.title), ("due", "", changes.in_words(row, "due"))]
    changes.keep(Change.Thing.MILESTONE, row, differs, reason=ADDED, by=by, on=on)
    milestone = AreaMilestone(None, row)
    _publish(area, milestone, ADDED, on)
    audit.record(action="milestone.add", by=by, area=area, object=row, detail={"milestone": milestone.key})
    return milestone


@transaction.atomic
def change(
    *,
    area: Area,
    key: str,
    values: dict[str, Any],
    reason: str,
    by: User | None,
    on: datetime.date | None = None,
    is_sample: bool = False,
) -> AreaMilestone:
    """Say something else of a milestone, in the area's schema; a national one gets its row with the first word said.

    `values` maps names of NATIONAL_FIELDS, or for a local milestone LOCAL_FIELDS, to new values. `on` is the field's
    date, for sample data. Raises MilestoneUnchanged, ReasonMissing where a date moves without one, ValueError for
    another field, ValidationError, and LookupError where there is no such milestone.
    """
    milestone = _locked(key)
    _refuse_unknown(values, NATIONAL_FIELDS if milestone.is_national else LOCAL_FIELDS)
    row, reason = milestone.stated, reason.strip()
    differs = changes.apply(row, _tidied(values))
    if not differs:
        raise MilestoneUnchanged
    moved = [name for name, _, _ in differs if name in DATES]
    if moved and not reason:
        raise ReasonMissing
    row.is_sample = is_sample  # whoever says something real of a made-up milestone makes it real
    row.full_clean()
    row.save()
    changes.keep(Change.Thing.MILESTONE, row, differs, reason=reason, by=by, on=on)
    _publish(area, milestone, reason, on)
    fields = [name for name, _, _ in differs]
    audit.record(action="milestone.change", by=by, area=area, object=row, detail={"milestone": key, "fields": fields})
    if moved and by is not None:
        notices.dates_moved(area=area, milestone=milestone, reason=reason, by=by)
    return milestone


@transaction.atomic
def take_off(*, area: Area, key: str, reason: str, by: User | None, on: datetime.date | None = None) -> AreaMilestone:
    """Take one of the area's own milestones off the plan; it stays readable, and can be put back. Raises as `change`.

    A national one is refused with ValueError.
    """
    return _set_withdrawn(area, key, on or today(), reason=reason, by=by, on=on, action="milestone.take_off")


@transaction.atomic
def put_back(*, area: Area, key: str, reason: str, by: User | None, on: datetime.date | None = None) -> AreaMilestone:
    """Put a milestone that was taken off the plan back on it. Raises as `change`."""
    return _set_withdrawn(area, key, None, reason=reason, by=by, on=on, action="milestone.put_back")


def _set_withdrawn(
    area: Area,
    key: str,
    since: datetime.date | None,
    *,
    reason: str,
    by: User | None,
    on: datetime.date | None,
    action: str,
) -> AreaMilestone:
    milestone = _locked(key)
    if milestone.is_national:
        raise ValueError("A national milestone can't be taken off the plan.")
    if not reason.strip():
        raise ReasonMissing
    if (milestone.withdrawn_on is None) == (since is None):
        raise MilestoneUnchanged
    row = milestone.stated
    differs = changes.apply(row, {"withdrawn_on": since})
    row.save(update_fields=["withdrawn_on"])
    changes.keep(Change.Thing.MILESTONE, row, differs, reason=reason.strip(), by=by, on=on)
    _publish(area, milestone, reason.strip(), on)
    audit.record(action=action, by=by, area=area, object=row, detail={"milestone": key})
    return milestone


def _locked(key: str) -> AreaMilestone:
    """The milestone with its row, which waits for whoever else is writing it."""
    local = LOCAL_KEY.fullmatch(key)
    rows = Milestone.objects.select_for_update()
    if local:
        return AreaMilestone(None, rows.get(pk=int(local[1]), national_key=""))
    national = NationalMilestone.objects.get(key=key)
    Milestone.objects.get_or_create(national_key=key)
    return AreaMilestone(national, rows.get(national_key=key))


def _tidied(values: dict[str, Any]) -> dict[str, Any]:
    """Without a status set by hand there is nothing to give a reason for."""
    return {**values, "override_reason": ""} if values.get("override", "x") == "" else values


def _refuse_unknown(values: dict[str, Any], allowed: tuple[str, ...]) -> None:
    unknown = set(values) - set(allowed)
    if unknown:
        raise ValueError(f"These fields are not the area's to change: {', '.join(sorted(unknown))}.")


def _publish(area: Area, milestone: AreaMilestone, reason: str, on: datetime.date | None) -> None:
    publishing.publish_milestone(area=area, milestone=milestone, reason=reason, as_at=on)
