"""Workstreams and their outputs, ready for the board's pages and files.

Names, owners and status are as they are now: nobody publishes them as at a day. What was done and what was late by a
day follows from the outputs' own dates.
"""

import datetime
from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from files.people import NO_PEOPLE
from files.tables import Table
from tenants.models import Workstream, WorkstreamOutput
from tenants.steps import Step
from ui import formats

SOURCE = "The network’s list of workstreams"
STATUS_TAGS = {"planned": "not_started", "under_way": "under_way", "done": "done", "stopped": "paused"}
OWN_FIELDS = {"name": "Name", "purpose": "Purpose", "owner": "Owner", "status": "Status", "starts": "Starts"}
OUTPUT_FIELDS = {"title": "Output", "due": "Due", "done_on": "Done on", "address": "Where"}
NOBODY = "To be confirmed"
WORDS = {
    "done": "Done",
    "late": "Late",
    "due_soon": "Due soon",
    "on_track": "Not due yet",
    "to_be_confirmed": "No date yet",
}


def standing(output: WorkstreamOutput, day: datetime.date) -> str:
    """The tag of an output as at a day: `done`, `late`, `due_soon` (within 28 days), `on_track`, `to_be_confirmed`."""
    if output.done_on and output.done_on <= day:
        return "done"
    if output.due is None:
        return "to_be_confirmed"
    if output.due < day:
        return "late"
    return "due_soon" if (output.due - day).days <= 28 else "on_track"


def sentence(rows: Iterable[Workstream], day: datetime.date) -> str:
    """`6 workstreams; 2 of 5 outputs are done, 1 is late.`"""
    found = list(rows)
    outputs = [standing(output, day) for each in found for output in each.outputs.all()]
    first = f"{formats.plural(len(found), 'workstream')}"
    if not outputs:
        return f"{first}. No outputs are listed yet."
    done, late = outputs.count("done"), outputs.count("late")
    verb = "is" if late == 1 else "are"
    return f"{first}; {done} of {formats.plural(len(outputs), 'output')} done, {late} {verb} late."


def table(rows: Iterable[Workstream], day: datetime.date) -> Table:
    """Columns: workstream, what it is for, owner, status, outputs done, late, the next one due."""
    found = list(rows)
    return Table(
        key="workstreams",
        caption="Workstreams of the network",
        head=("Workstream", "What it is for", "Owner", "Status", "Starts", "Outputs", "Next output"),
        rows=tuple(_row(each, day) for each in found),
        as_at=day,
        source=_source(found),
        people=NO_PEOPLE,
    )


def outputs_table(rows: Iterable[Workstream], day: datetime.date) -> Table:
    """Columns: workstream, output, due, done on, how it stands, where to find it."""
    found = list(rows)
    return Table(
        key="workstream-outputs",
        caption="Outputs of the workstreams",
        head=("Workstream", "Output", "Due", "Done on", "How it stands", "Where to find it"),
        rows=tuple(
            [
                each.name,
                output.title,
                output.due or "No date",
                _done_by(output, day) or "Not yet",
                WORDS[standing(output, day)],
                output.address,
            ]
            for each in found
            for output in each.outputs.all()
        ),
        as_at=day,
        source=SOURCE,
        people=NO_PEOPLE,
    )


def history_rows(steps: Iterable[Step]) -> list[list[Any]]:
    """Cells: when, what happened, to what, how, who."""
    rows = []
    for step in steps:
        is_output = hasattr(step.event, "title")
        fields = OUTPUT_FIELDS if is_output else OWN_FIELDS
        name = step.event.title if is_output else "The workstream"
        when = formats.date_and_time(step.event.pgh_created_at)
        rows.append([when, step.what, name, step.in_words(fields), step.who])
    return rows


def _row(each: Workstream, day: datetime.date) -> list[Any]:
    outputs = list(each.outputs.all())
    done = sum(standing(output, day) == "done" for output in outputs)
    coming = sorted(
        (output for output in outputs if standing(output, day) != "done" and output.due), key=lambda row: row.due
    )
    following = f"{coming[0].title}, by {formats.date(coming[0].due)}" if coming else ""
    return [
        {"text": each.name, "href": reverse("programme:workstream", args=[each.key])},
        each.purpose,
        each.owner or NOBODY,
        each.get_status_display(),
        each.starts or "No date",
        f"{done} of {len(outputs)} done" if outputs else "None listed yet",
        following,
    ]


def _done_by(output: WorkstreamOutput, day: datetime.date) -> datetime.date | None:
    return output.done_on if output.done_on and output.done_on <= day else None


def _source(rows: list[Workstream]) -> str:
    told = dict.fromkeys(each.source for each in rows if each.source)
    return "; ".join([SOURCE, *told]) if told else SOURCE
