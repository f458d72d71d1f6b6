"""The public answer to "when is it my turn?", in plain words and in Easy Read: made from the plan and its promises."""

import datetime
from typing import Any

from tenants.groups import Group
from tenants.models import Area, ImplementationCohort, Promise
from tenants.returns.models import PublishedPlan
from ui import formats

# The law since October 2014 (handbook, section 2.7.2): it does not wait for a phase.
RIGHTS = {
    "children_complex_needs": "A child who gets NHS Continuing Care has had a right to a personal health budget "
    "since October 2014. You can ask for it today, in every area.",
    "multiple_ltc": "An adult who gets NHS Continuing Healthcare has had a right to a personal health budget "
    "since October 2014. You can ask for it today, in every area.",
}
RIGHTS["learning_disability"] = RIGHTS["mental_health"] = RIGHTS["multiple_ltc"]
CONTINUING_CARE = (
    "This is care for people with very high health needs that the NHS arranges and pays for outside hospital."
)
DATE_PROMISES = {"learning_disability": "dates_ld", "mental_health": "dates_mh"}
INCLUDED = (
    ("person", "Personal care and support at home"),
    ("health", "Therapies"),
    ("yes", "Equipment"),
    ("checklist", "Other things that you and your health team agree will help you stay well"),
)


def page(
    *,
    area: Area,
    place: str,
    group: Group,
    history: list[PublishedPlan],
    cohorts: list[ImplementationCohort],
    promises: dict[str, Promise],
    today: datetime.date,
) -> dict[str, Any]:
    """Everything the page composes. `history` is newest first; without any, the plan is to be confirmed."""
    plan = history[0] if history else None
    return {
        "area": area,
        "place": place,
        "group": group,
        "plan": plan,
        "headline": headline(plan, today),
        "from_when": from_when(plan, group, cohorts, promises, today),
        "today_words": plan.available_now if plan else "",
        "right": RIGHTS[group.key],
        "continuing_care": CONTINUING_CARE,
        "included": INCLUDED,
        "ask": plan.ask if plan else "",
        "history": [_change(row) for row in history],
        "easy_read_items": easy_read(group, plan, today),
    }


def headline(plan: PublishedPlan | None, today: datetime.date) -> str:
    """The answer first, in one short sentence."""
    if plan and plan.status == "paused":
        return "This has stopped for now."
    if plan and plan.actual_start and plan.actual_start <= today:
        return "Yes. You can ask now."
    if plan and plan.planned_start:
        if plan.planned_start < today:
            return f"It should have started on {formats.date(plan.planned_start)}. It has not started yet."
        return f"Not yet. It is planned for {formats.date(plan.planned_start)}."
    if plan and plan.phase == 1:
        return "This area is one of the first. It has not published its start date yet."
    if plan and plan.phase:
        return "Not yet. The area has not published a date."
    return "We do not know yet. The area has not decided when it will start."


def from_when(
    plan: PublishedPlan | None,
    group: Group,
    cohorts: list[ImplementationCohort],
    promises: dict[str, Promise],
    today: datetime.date,
) -> list[str]:
    """Sentences about dates: the phase, the intake of sites with its number, and the promise to publish a date."""
    words = [f"This area’s plan for {_group_words(group)}: {_phase_words(plan)}."]
    intake = next((cohort for cohort in cohorts if plan and cohort.number == plan.phase), None)
    if intake and not (plan and (plan.actual_start or plan.planned_start)):
        verb = "started" if intake.starts <= today else "starts"
        words.append(
            f"In the network, intake {intake.number} of new sites {verb} on {formats.date(intake.starts)}. "
            "The area’s own date may be different."
        )
    promise = promises.get(DATE_PROMISES.get(group.key, ""))
    if promise and not (plan and (plan.planned_start or plan.actual_start)) and not (plan and plan.phase == 1):
        words.append(f"The network has promised that every area will publish its date by {formats.date(promise.by)}.")
    return words


def easy_read(group: Group, plan: PublishedPlan | None, today: datetime.date) -> list[tuple[str, str]]:
    """(picture, sentence) pairs; no sentence has more than 15 words."""
    items = [("money", "A personal health budget is money for your care.")]
    items.append(("people", "You help to decide how the money is spent."))
    items += [("calendar", sentence) for sentence in _short_dates(plan, today)]
    items.append(("health", "Some people can ask for it now, by law."))
    items.append(("person", _short_right(group)))
    items.append(("checklist", "The money can pay for care at home."))
    items.append(("yes", "It can pay for therapy or equipment."))
    items.append(("phone", "Ask the person who plans your care."))
    items.append(("question", "You can ask somebody you trust to help you."))
    return items


def _short_dates(plan: PublishedPlan | None, today: datetime.date) -> list[str]:
    if plan and plan.actual_start and plan.actual_start <= today and plan.status != "paused":
        return ["You can ask for it now."]
    if plan and plan.status == "paused":
        return ["This has stopped for now."]
    if plan and plan.planned_start:
        return ["It has not started yet.", f"The plan is to start on {formats.date(plan.planned_start)}."]
    if plan and plan.phase:
        return ["It has not started for everybody yet.", "There is no date yet."]
    return ["We do not know yet when it will start.", "The people in charge have not decided."]


def _short_right(group: Group) -> str:
    if group.key == "children_complex_needs":
        return "This is for children who get NHS Continuing Care."
    return "This is for adults who get NHS Continuing Healthcare."


def _group_words(group: Group) -> str:
    return group.name[0].lower() + group.name[1:]


def _phase_words(plan: PublishedPlan | None) -> str:
    if plan is None or plan.phase is None:
        return "to be confirmed"
    return f"phase {plan.phase} of 4"


def _change(row: PublishedPlan) -> dict[str, Any]:
    start = row.actual_start or row.planned_start
    return {
        "as_at": row.as_at,
        "phase": row.phase_words,
        "start": start,
        "reason": row.reason,
        "source": row.source,
    }
