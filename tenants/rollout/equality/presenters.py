"""Assessments ready for their pages and files, and their line on the overview."""

from collections import Counter
from typing import Any

from django.urls import reverse

from config.today import today
from files.people import NO_PEOPLE
from files.tables import Table
from tenants.frameworks import CHARACTERISTICS
from tenants.models import Area
from tenants.returns.models import PublishedAssessment
from tenants.returns.queries import latest_as_at
from tenants.rollout.equality import subjects
from tenants.rollout.equality.readiness import IMPACT_WORDS
from tenants.rollout.equality.subjects import Subject
from tenants.rollout.parts import Due


def words(area: Area) -> str:
    """`2 of 4 plans have an agreed assessment; 1 is overdue for review.`"""
    found = subjects.all_subjects()
    plans = [subject for subject in found if subject.is_plan]
    overdue = sum(_is_overdue(subject) for subject in found)
    told = f"{sum(subject.is_agreed for subject in plans)} of {len(plans)} plans have an agreed assessment"
    return f"{told}; {overdue} overdue for review." if overdue else f"{told}."


def dues(area: Area) -> list[Due]:
    """What has no agreed assessment, as one line; and the day of each review."""
    found = subjects.all_subjects()
    href = reverse("rollout:equality", args=[area.slug])
    missing = [subject for subject in found if not subject.is_agreed]
    lines = [Due(f"Agree equality impact assessments: {_counted(missing)}", href, None)] if missing else []
    reviews = [
        Due(f"Review the equality impact assessment. {subject.name}", subject.href(area), subject.assessment.review_on)
        for subject in found
        if subject.is_agreed and subject.assessment
    ]
    return [*lines, *reviews]


def overview(area: Area) -> Table:
    """Columns: what is assessed, state, agreed on, review by, owner, impacts."""
    return Table(
        key="equality",
        caption=f"Equality impact assessments of {area.name}",
        head=("What is assessed", "State", "Agreed on", "Look at it again by", "Owner", "Impacts"),
        rows=tuple(_row(area, subject) for subject in subjects.all_subjects()),
        as_at=today(),
        source=f"as entered by {area.name}",
        sample=_has_sample(area),
    )


def findings(area: Area, subject: Subject) -> Table:
    """Columns: characteristic, impact, in words. What was found stays in the area."""
    said = subject.assessment.findings if subject.assessment else {}
    return Table(
        key=f"equality-{subject.key}",
        caption="Impact by characteristic",
        head=("Characteristic", "Impact", "In words"),
        rows=tuple(
            [
                name,
                _impact_cell(said.get(key, {}).get("impact", "")),
                said.get(key, {}).get("words", ""),
            ]
            for key, name in CHARACTERISTICS
        ),
        as_at=today(),
        source=f"as entered by {area.name}; for the area's own team",
        note=_note(subject),
        people=NO_PEOPLE,
        sample=_has_sample(area),
    )


def state_cell(subject: Subject) -> dict[str, str]:
    """Missing, being written, agreed, or overdue."""
    if subject.assessment is None:
        return {"status": "missing", "text": "Missing"}
    if not subject.is_agreed:
        return {"status": "draft", "text": "Being written"}
    if _is_overdue(subject):
        return {"status": "late", "text": "Overdue for review"}
    return {"status": "agreed", "text": "Agreed"}


def field_words() -> dict[str, str]:
    """What each field is called in the history."""
    named = {
        "state": "State",
        "agreed_on": "Agreed on",
        "involved": "Who was involved",
        "evidence": "What it rests on",
        "actions": "What will be done",
        "owner": "Owner",
        "review_on": "Look at it again by",
    }
    return {**named, **{key: f"Impact: {name}" for key, name in CHARACTERISTICS}}


def _row(area: Area, subject: Subject) -> list[Any]:
    row = subject.assessment
    name = {"text": subject.name, "href": subject.href(area)}
    if row is None:
        return [name, state_cell(subject), None, None, "", ""]
    counts = Counter(found.get("impact", "") for found in row.findings.values())
    impacts = ", ".join(f"{counts[key]} {told.lower()}" for key, told in IMPACT_WORDS.items() if counts[key])
    return [name, state_cell(subject), row.agreed_on, row.review_on, row.owner, impacts]


def _impact_cell(impact: str) -> dict[str, str]:
    if not impact:
        return {"status": "not_said", "text": "Not said yet"}
    return {"status": f"impact_{impact}", "text": IMPACT_WORDS[impact]}


def _is_overdue(subject: Subject) -> bool:
    review = subject.assessment.review_on if subject.is_agreed and subject.assessment else None
    return review is not None and review < today()


def _has_sample(area: Area) -> bool:
    rows = latest_as_at(PublishedAssessment, today(), "subject", "group", "finance_cohort").filter(area=area)
    return any(rows.values_list("is_sample", flat=True))


def _counted(missing: list[Subject]) -> str:
    plans = sum(subject.is_plan for subject in missing)
    cohorts = len(missing) - plans
    told = [f"{plans} {'plan' if plans == 1 else 'plans'}"] if plans else []
    return " and ".join([*told, *([f"{cohorts} finance {'cohort' if cohorts == 1 else 'cohorts'}"] if cohorts else [])])


def _note(subject: Subject) -> str:
    row = subject.assessment
    if row is None:
        return ""
    parts = (
        ("Involved", row.involved),
        ("Rests on", row.evidence),
        ("Will be done", row.actions),
        ("Owner", row.owner),
    )
    return " ".join(f"{name}: {text.rstrip('.')}." for name, text in parts if text)
