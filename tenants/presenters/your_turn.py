"""The public answer to "when is it my turn?", in plain words: made from the plan and its promises."""

import datetime
from typing import Any

from files.tables import Table
from tenants.groups import Group
from tenants.models import Area, ImplementationCohort, Promise
from tenants.presenters import your_turn_budget as budget
from tenants.presenters import your_turn_easy_read
from tenants.returns import ask_dates
from tenants.returns.ask_dates import Moved
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
    moved = ask_dates.moves(history)
    return {
        "area": area,
        "place": place,
        "group": group,
        "plan": plan,
        "is_sample": plan is not None and plan.is_sample,
        "headline": headline(plan, today),
        "moved": moved_words(moved),
        "from_when": from_when(plan, group, cohorts, promises, today),
        "today_words": plan.available_now if plan else "",
        "right": RIGHTS[group.key],
        "continuing_care": CONTINUING_CARE,
        "budget": budget,
        "ask": plan.ask if plan else "",
        "history": history_table(area, group, history),
        "easy_read_parts": your_turn_easy_read.parts(group, plan, moved, today),
    }


def headline(plan: PublishedPlan | None, today: datetime.date) -> str:
    """The answer first, in one or two short sentences."""
    if plan and plan.status == "paused":
        return "This has stopped for now."
    if plan and plan.actual_start and plan.actual_start <= today:
        return "Yes. You can ask now."
    if plan and plan.ask_from:
        if plan.ask_from <= today:
            return f"Yes. You can ask now. The area set {formats.date(plan.ask_from)} as the first day."
        return f"Not yet. You can ask from {formats.date(plan.ask_from)}."
    if plan and plan.planned_start:
        if plan.planned_start < today:
            return f"It should have started on {formats.date(plan.planned_start)}. It has not started yet."
        return f"Not yet. It is planned for {formats.date(plan.planned_start)}."
    if plan and plan.phase == 1:
        return "This area is one of the first. It has not published its start date yet."
    if plan and plan.phase:
        return "Not yet. The area has not published a date."
    return "We do not know yet. The area has not decided when it will start."


def moved_words(moved: list[Moved]) -> list[tuple[str, str]]:
    """(what happened to the date, the area's reason in its own words), the newest first. A first date is no move."""
    return [
        (
            f"On {formats.date(each.on)} the date moved from {formats.date(each.before)} to {_day(each.after)}.",
            each.reason,
        )
        for each in moved
        if each.before is not None
    ]


def from_when(
    plan: PublishedPlan | None,
    group: Group,
    cohorts: list[ImplementationCohort],
    promises: dict[str, Promise],
    today: datetime.date,
) -> list[str]:
    """Sentences about dates: the phase, the intake of sites with its number, and the promise to publish a date."""
    words = [_phase_words(plan)]
    if plan and plan.ask_from and not (plan.actual_start and plan.actual_start <= today):
        words.append(f"The area says that you can ask from {formats.date(plan.ask_from)}.")
    if plan and plan.planned_start and not plan.actual_start:
        words.append(f"The area plans to start on {formats.date(plan.planned_start)}.")
    has_date = bool(plan and (plan.actual_start or plan.planned_start or plan.ask_from))
    intake = next((cohort for cohort in cohorts if plan and cohort.number == plan.phase), None)
    if intake and not has_date:
        verb = "started" if intake.starts <= today else "starts"
        words.append(
            f"In the network, intake {intake.number} of new sites {verb} on {formats.date(intake.starts)}. "
            "The area’s own date may be different."
        )
    promise = promises.get(ask_dates.PROMISES.get(group.key, ""))
    if promise and not has_date and not (plan and plan.phase == ask_dates.FIRST_PRIORITY):
        words.append(f"The network has promised that every area will publish its date by {formats.date(promise.by)}.")
    return words


def history_table(area: Area, group: Group, history: list[PublishedPlan]) -> Table:
    """Columns: date, phase, status, start, asked from, why; the newest change first."""
    return Table(
        key="history",
        caption="The plan and its changes",
        head=("Date", "Phase", "Status", "Start", "You can ask from", "Why"),
        rows=tuple(
            [
                row.as_at,
                row.phase_words,
                STATUS_WORDS[row.status],
                row.actual_start or row.planned_start or "No date",
                row.ask_from or "No date",
                row.reason,
            ]
            for row in history
        ),
        as_at=history[0].as_at if history else None,
        source=(history[0].source if history else "") or f"{area.name}: {group.name}",
        sample=any(row.is_sample for row in history),
    )


STATUS_WORDS = {
    "not_stated": "Not stated",
    "not_started": "Not started",
    "preparing": "Preparing",
    "under_way": "Under way",
    "paused": "Stopped for now",
}


def _day(day: datetime.date | None) -> str:
    return formats.date(day) if day else "no date"


def _phase_words(plan: PublishedPlan | None) -> str:
    if plan is None or plan.phase is None:
        return "Areas start with one group after another. Here it is not decided yet when this group comes."
    return f"Areas start with one group after another, in four phases. Here this group is in phase {plan.phase} of 4."
