"""An area's milestones, ready for a page."""

import datetime
from collections import Counter
from typing import Any

from django.db import models
from django.urls import reverse

from files.people import NO_PEOPLE
from files.tables import Table, numeric
from tenants import help_requests
from tenants.models import Area
from tenants.presenters import sources
from tenants.rollout import rag
from tenants.rollout.milestones.queries import AreaMilestone
from tenants.rollout.milestones.slippage import Slippage
from tenants.rollout.reasons import Asked
from ui import formats

TAGS = {rag.RED: "rag_red", rag.AMBER: "rag_amber", rag.GREEN: "rag_green", rag.DONE: "rag_done"}
FIELD_WORDS = {
    "title": "Milestone",
    "group": "Group",
    "due": "Due",
    "forecast": "Forecast",
    "done_on": "Done on",
    "evidence": "Evidence",
    "comment": "Comment",
    "owner": "Who is responsible",
    "override": "Status set by hand",
    "override_reason": "Why it is set by hand",
    "withdrawn_on": "Taken off the plan",
}
ALL_GROUPS = "All groups"
WHY = ("Why?", "It is kept. The board reads this.", "Say why. The board reads it.")
STAGED = " (Stage "  # "Financial model (Stage 2)": what help is asked for has no stage


class Filter(models.TextChoices):
    """What a list of milestones may be narrowed to."""

    IN_FORCE = "", "All in the plan"
    RED = rag.RED, "Red"
    AMBER = rag.AMBER, "Amber"
    GREEN = rag.GREEN, "Green"
    DONE = rag.DONE, "Done"
    WITHDRAWN = "off", "Taken off the plan"


def narrowed(milestones: list[AreaMilestone], to: Filter, on: datetime.date) -> list[AreaMilestone]:
    """Those that the filter leaves, in their order."""
    if to == Filter.WITHDRAWN:
        return [each for each in milestones if each.withdrawn_on]
    standing = [each for each in milestones if each.withdrawn_on is None]
    return standing if to == Filter.IN_FORCE else [each for each in standing if each.status(on).colour == to]


def sentence(milestones: list[AreaMilestone], on: datetime.date) -> str:
    """`2 red, 1 amber, 3 green and 10 done.`"""
    counts = Counter(each.status(on).colour for each in milestones if each.withdrawn_on is None)
    parts = [f"{counts[colour]} {rag.WORDS[colour].lower()}" for colour in rag.COLOURS]
    return f"{', '.join(parts[:-1])} and {parts[-1]}."


def table(area: Area, milestones: list[AreaMilestone], on: datetime.date) -> Table:
    """Columns: milestone (a link on the page), what is to be in place, group, status, due, forecast, done, owner."""
    told = sources.of_area("milestones.csv", area, is_edited=any(each.row for each in milestones))
    return Table(
        key="milestones",
        caption=f"Milestones of {area.name}",
        head=("Milestone", "Group", "Status", "Why", "Due", "Forecast", "Done on", "Evidence", "Who is responsible"),
        rows=tuple(_row(area, each, on) for each in milestones),
        as_at=on,
        source=told.source,
        sample=any(each.is_sample for each in milestones),
        note="Red: overdue, or forecast more than 28 days after it is due. Amber: forecast up to 28 days after, or due "
        "within 28 days with no evidence. Where the source gives a month, the month's last day stands.",
    )


def _row(area: Area, milestone: AreaMilestone, on: datetime.date) -> list[Any]:
    status = milestone.status(on)
    withdrawn = milestone.withdrawn_on
    return [
        {"text": name(milestone), "href": address(area, milestone)},
        milestone.stated.get_group_display() or ALL_GROUPS,
        "Taken off the plan" if withdrawn else status.words,
        "" if withdrawn else status.why,
        milestone.due,
        milestone.forecast,
        milestone.done_on,
        "Yes" if milestone.evidence.strip() else "No",
        milestone.owner,
    ]


def listed(area: Area, milestones: list[AreaMilestone], on: datetime.date) -> list[dict[str, Any]]:
    """One entry a milestone of the page's list: its address, its status, when it is due, and where help is."""
    return [
        {
            "name": name(each),
            "href": address(area, each),
            "tag": "rag_off" if each.withdrawn_on else TAGS[each.status(on).colour],
            "is_sample": each.is_sample,
            "why": f"Since {formats.date(each.withdrawn_on)}." if each.withdrawn_on else each.status(on).why,
            "due": each.due,
            "when": _when(each),
            "owner": each.owner or "Nobody named yet",
            "help_href": help_address(area, each, on),
        }
        for each in milestones
    ]


def _when(milestone: AreaMilestone) -> str:
    if milestone.done_on:
        return f"Done on {formats.date(milestone.done_on)}"
    return f"Expected on {formats.date(milestone.forecast)}" if milestone.forecast else "No forecast"


def name(milestone: AreaMilestone) -> str:
    """`Planning: Project plan agreed …`: national milestones share their short names."""
    return f"{milestone.title}: {milestone.deliverable}" if milestone.deliverable else milestone.title


def details(area: Area, milestone: AreaMilestone) -> list[tuple[str, Any]]:
    """(what, words) rows of one milestone."""
    due = f"By the end of {milestone.due:%B %Y}" if milestone.is_due_in_a_month else formats.date(milestone.due)
    rows = [
        ("What is to be in place", milestone.deliverable or milestone.title),
        ("Stage", milestone.stage),
        ("Group", milestone.stated.get_group_display() or ALL_GROUPS),
        ("Due", due),
        ("Forecast", formats.date(milestone.forecast) if milestone.forecast else "None: as due"),
        ("Done on", formats.date(milestone.done_on) if milestone.done_on else "Not done yet"),
        ("Evidence", milestone.evidence or "None yet"),
        ("Comment", milestone.comment or "None"),
        ("Who is responsible", milestone.owner or "Nobody named yet"),
    ]
    return rows if milestone.is_national else rows[1:]


def slip_words(slippage: Slippage) -> str:
    """What became of the first date, in one sentence."""
    days, first = slippage.days, formats.date(slippage.first_due)
    if not days:
        return f"No slip: first due on {first}, and that stands."
    what = formats.plural(abs(days), "day")
    way = f"Total slip: {what}" if days > 0 else f"Earlier by {what}"
    return f"{way}. First due on {first}, now {formats.date(slippage.now)}."


def moves_table(area: Area, slippage: Slippage) -> Table:
    """Columns: when, which date, from, to, days later, why."""
    return Table(
        key="moves",
        caption="Each move of a date",
        head=("When", "Which date", "From", "To", numeric("Days later"), "Why"),
        rows=tuple(
            [move.on, FIELD_WORDS[move.what], move.before or "None", move.after or "None", move.days, move.reason]
            for move in slippage.moves
        ),
        as_at=slippage.moves[-1].on if slippage.moves else None,
        source=f"{area.name}'s own milestones, as published",
        people=NO_PEOPLE,
    )


def history_rows(changes: list[Any]) -> list[list[Any]]:
    """On which day (the field's), what, before, after, why and who of each change."""
    return [
        [
            change.on,
            FIELD_WORDS[change.field],
            change.before or "Empty",
            change.after or "Empty",
            change.reason or "No reason given",
            change.by.name if change.by else "Sample data",
        ]
        for change in changes
    ]


def help_address(area: Area, milestone: AreaMilestone, on: datetime.date) -> str | None:
    """Where to ask for help with a milestone that is red or amber; None otherwise, or while no room takes requests."""
    if milestone.withdrawn_on or milestone.status(on).colour not in (rag.RED, rag.AMBER):
        return None
    return help_requests.address(milestone.title.split(STAGED)[0], milestone.group, area)


def taking_off(milestone: AreaMilestone) -> Asked:
    """What is asked of whoever takes it off the plan."""
    title, done = f"Take off the plan: {milestone.title}", "It is off the plan, and can be put back."
    return Asked(title, *WHY, button="Take it off", done=done)


def putting_back(milestone: AreaMilestone) -> Asked:
    """What is asked of whoever puts it back on the plan."""
    title = f"Put back on the plan: {milestone.title}"
    return Asked(title, *WHY, button="Put it back", done="It is back on the plan.")


def address(area: Area, milestone: AreaMilestone) -> str:
    """Its page."""
    return reverse("rollout:milestone", args=[area.slug, milestone.key])
