"""All that an area had published of its roll-out by a day, as one document for machines.

Nothing here is read in an area's own schema: published rows, the register of sites, and figures of signed returns after
disclosure control. What an area keeps to itself can't get in.
"""

import datetime
from collections.abc import Iterable
from typing import Any

from django.db import models, transaction

import audit
from tenants import groups, site_register
from tenants.models import Area, Mentoring, NationalMilestone
from tenants.programme import milestone_status
from tenants.programme.milestone_status import Standing
from tenants.returns.models import (
    PublishedAssessment,
    PublishedKeyAction,
    PublishedMaturity,
    PublishedPlan,
    PublishedPromise,
    PublishedRisk,
    PublishedTrajectory,
    ReleasedQuarter,
)
from tenants.returns.queries import latest_as_at

FORMAT = "ipc-rollout/1"
MADE_OF = "What the area had published by the day: rows of its own, and released figures of its signed returns."
# Who wrote a row down, and when, is no part of what it says.
LEFT_OUT = {"id", "area", "published_at"}


@transaction.atomic
def export(area: Area, day: datetime.date) -> dict[str, Any]:
    """The document, put into the audit; nobody is signed in on the command line."""
    made = document(area, day)
    audit.record(action="rollout.export", area=area, detail={"as_at": day.isoformat()})
    return made


def document(area: Area, day: datetime.date) -> dict[str, Any]:
    """Lists by part; dates as dates, counts as released (None: hidden). A fixed number of queries."""
    return {
        "format": FORMAT,
        "area": {"slug": area.slug, "name": area.name},
        "as_at": day,
        "made_of": MADE_OF,
        "plans": _plans(area, day),
        "milestones": _milestones(area, day),
        "risks": _open_risks(area, day),
        "promises": _latest(PublishedPromise, area, day, "key"),
        "maturity": _latest(PublishedMaturity, area, day, "component"),
        "key_actions": _latest(PublishedKeyAction, area, day, "number"),
        "equality_assessments": _latest(PublishedAssessment, area, day, "subject", "group", "finance_cohort"),
        "trajectory": next(iter(_latest(PublishedTrajectory, area, day)), None),
        "sites": _sites(area, day),
        "returns": _returns(area, day),
    }


def _latest(model: type[models.Model], area: Area, day: datetime.date, *keys: str) -> list[dict[str, Any]]:
    return _facts(latest_as_at(model, day, *keys).filter(area=area))


def _facts(rows: Iterable[models.Model]) -> list[dict[str, Any]]:
    return [
        {field.name: getattr(row, field.name) for field in row._meta.concrete_fields if field.name not in LEFT_OUT}
        for row in rows
    ]


def _plans(area: Area, day: datetime.date) -> list[dict[str, Any]]:
    order = [group.key for group in groups.GROUPS]
    return sorted(_latest(PublishedPlan, area, day, "group"), key=lambda plan: order.index(plan["group"]))


def _milestones(area: Area, day: datetime.date) -> list[dict[str, Any]]:
    found = milestone_status.statuses(day, [area], NationalMilestone.objects.all())
    return [_milestone(each, is_national=True) for each in found.national.values()] + [
        _milestone(each, is_national=False) for each in found.local[area.pk]
    ]


def _milestone(standing: Standing, *, is_national: bool) -> dict[str, Any]:
    row = standing.row
    return {
        "key": standing.key,
        "is_national": is_national,
        "title": standing.title,
        "group": row.group if row else "",
        "due": standing.due,
        "forecast": row.forecast if row else None,
        "done_on": row.done_on if row else None,
        "slip_days": standing.slip_days,
        "status": standing.status.colour,
        "status_by_dates": standing.status.computed,
        "is_set_by_hand": standing.status.is_overridden,
        "why": standing.status.why,
        "has_evidence": bool(row and row.has_evidence),
        "comment": row.comment if row else "",
        "reason": row.reason if row else "",
        "as_at": row.as_at if row else None,
        "is_sample": bool(row and row.is_sample),
    }


def _open_risks(area: Area, day: datetime.date) -> list[dict[str, Any]]:
    return [
        risk
        for risk in _latest(PublishedRisk, area, day, "number")
        if not risk["is_withdrawn"] and (risk["closed_on"] is None or risk["closed_on"] > day)
    ]


def _sites(area: Area, day: datetime.date) -> list[dict[str, Any]]:
    """The area's sites that had joined by the day, at the stage of that day."""
    mentors: dict[int, list[dict[str, str]]] = {}
    for pair in Mentoring.objects.on(day).filter(mentee__area=area).select_related("mentor__area"):
        mentor = {"area": pair.mentor.area.slug, "site": pair.mentor.name}
        mentors.setdefault(pair.mentee_id, []).append(mentor)
    return [
        {
            "name": each.site.name,
            "group": each.site.group,
            "implementation_cohort": each.site.cohort.number,
            "stage": each.stage.label,
            "since": each.since,
            "mentors": mentors.get(each.site.pk, []),
            "is_sample": each.site.is_sample,
        }
        for each in site_register.standings(day, [area])
    ]


def _returns(area: Area, day: datetime.date) -> list[dict[str, Any]]:
    """What had been released of each quarter; a figure that is hidden is None, one that is left out isn't there."""
    rows = ReleasedQuarter.objects.filter(as_at__lte=day).order_by("quarter", "-as_at", "-number").distinct("quarter")
    return [
        {
            "quarter": row.quarter,
            "release": row.number,
            "released_on": row.as_at,
            "figures": row.shown["areas"][area.slug],
            "left_out": [each for each in row.left_out if each["where"] == area.slug],
            "is_sample": row.is_sample,
        }
        for row in rows
        if area.slug in row.shown["areas"]
    ]
