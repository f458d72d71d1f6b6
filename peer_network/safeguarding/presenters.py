"""Cases as pages and files show them."""

import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone

from config.today import today
from files.people import NO_PEOPLE
from files.tables import Table
from peer_network.models import Case, CaseEntry, CaseStep, Report
from peer_network.moderation import subjects
from peer_network.safeguarding import queries, script, sealing
from ui import formats

SOURCE = "The safeguarding leads’ own records"
TAGS = (
    ("case_danger", "Danger now", "red"),
    ("case_today", "Today", "orange"),
    ("case_week", "Within a week", "yellow"),
    ("case_open", "Open", "blue"),
    ("case_watching", "Watching", "purple"),
    ("case_closed", "Closed", "grey"),
)
URGENCY_TAGS = {1: "case_danger", 2: "case_today", 3: "case_week"}
LIST_HEAD = ("Case", "Urgency", "State", "About", "Opened", "Lead", "Next thing due")
SHORT = 120  # characters


def table(cases: list[Case]) -> Table:
    """The list of cases. One query beside the cases' own."""
    names = queries.names_of(cases)
    rows = tuple(
        [
            {"text": case.reference, "href": reverse("peers:safeguarding-case", args=[case.public_id])},
            {"status": URGENCY_TAGS[case.urgency], "text": case.get_urgency_display()},
            {"status": f"case_{case.state}", "text": case.get_state_display()},
            names[case.pk],
            formats.date_and_time(case.opened_at),
            str(case.lead) if case.lead else "Nobody yet",
            due_words(getattr(case, "next_due", None)),
        ]
        for case in cases
    )
    return Table(
        key="cases",
        caption="Safeguarding cases",
        head=LIST_HEAD,
        rows=rows,
        as_at=today(),
        source=SOURCE,
        people=NO_PEOPLE,
        sample=any(case.is_sample for case in cases),
    )


def due_words(due: datetime.date | None) -> str:
    """`15 July 2015: overdue`, or the day, or nothing."""
    if due is None:
        return ""
    return f"{formats.date(due)}: overdue" if due < today() else formats.date(due)


def facts(case: Case, said: dict[str, Any]) -> list[tuple[str, str]]:
    """What stands at the top of a case. Two queries at most."""
    rows = [
        ("About", queries.names_of([case])[case.pk]),
        ("How it came", case.get_origin_display()),
        ("Opened", formats.date_and_time(case.opened_at)),
        ("Lead", str(case.lead) if case.lead else "Nobody yet"),
    ]
    told_by = said.get("told_by")
    if told_by:
        teller = queries.member(told_by)
        rows.insert(2, ("Told by", teller.display_name if teller else "A member whose account is gone"))
    if case.is_closed:
        rows.append(("Closed", f"{formats.date_and_time(case.closed_at)}. {case.get_outcome_display()}"))
    return rows


def written(said: dict[str, Any]) -> tuple[list[tuple[str, str]], str]:
    """What it is about, as it was when the case was opened, and what was reported of it; and where members read it now.

    Who reported it is told to nobody. One query for the reports, and what the kind of thing asks.
    """
    if not said.get("subject"):
        return [], ""
    kind, public_id = said["subject"]
    reported = Report.objects.filter(subject_kind=kind, subject_id=public_id).order_by("made_at", "pk")
    reports = [(f"Reported: {row.get_reason_display()}", row.words or "Without words.") for row in reported]
    return [*((heading, words) for heading, words in said.get("written", ())), *reports], _address(kind, public_id)


def _address(kind: str, public_id: str) -> str:
    try:
        found = subjects.of_kind(kind)
    except subjects.UnknownSubject:
        return ""
    row = found.find(public_id)
    return found.address(row) if row is not None else ""


def entries(case: Case) -> list[dict[str, Any]]:
    """The chronology, the oldest first. One query."""
    return [_entry(case, row) for row in case.entries.select_related("by")]


def _entry(case: Case, row: CaseEntry) -> dict[str, Any]:
    step = script.read().step(row.step) if row.step else None
    heading = step.entry if step else row.get_kind_display()
    later = row.at - row.happened_at > datetime.timedelta(minutes=1)
    return {
        "heading": heading,
        "words": sealing.unseal(case, row.sealed)["words"],
        "when": formats.date_and_time(row.happened_at),
        "written": f"Written down on {formats.date_and_time(row.at)}." if later else "",
        "by": str(row.by) if row.by else "A member",
    }


def steps(case: Case) -> list[dict[str, Any]]:
    """What is to be done, what is still open first. One query."""
    rows = sorted(case.steps.select_related("done_by"), key=lambda row: (row.done_at is not None, row.due_on, row.pk))
    return [_step(case, row) for row in rows]


def _step(case: Case, row: CaseStep) -> dict[str, Any]:
    said = sealing.unseal(case, row.sealed)
    is_late = row.done_at is None and row.due_on < today()
    return {
        "row": row,
        "what": said["words"],
        "who": said.get("who", ""),
        "due": formats.date(row.due_on),
        "tag": "done" if row.done_at else "late" if is_late else "due_soon",
        "done": f"{formats.date(timezone.localtime(row.done_at))}, {row.done_by}" if row.done_at else "",
    }


def script_steps(case: Case) -> list[dict[str, Any]]:
    """The emergency script, each step with when it was last done for this case. One query."""
    done = {row.step: row for row in case.entries.filter(kind=CaseEntry.Kind.SCRIPT)}
    return [
        {"step": step, "done": formats.date_and_time(done[step.key].happened_at) if step.key in done else ""}
        for step in script.read().steps
    ]


def document(case: Case) -> list[Table]:
    """A case as a file: what it is, its chronology, what is to be done, who opened the identity."""
    said = sealing.facts_of(case)
    usual = {"as_at": today(), "source": SOURCE, "people": NO_PEOPLE, "sample": case.is_sample}
    about = [
        *facts(case, said),
        ("Urgency", case.get_urgency_display()),
        ("State", case.get_state_display()),
        ("What worries", said["words"]),
        *written(said)[0],
    ]
    chronology = [[row["when"], row["heading"], row["words"], row["by"], row["written"]] for row in entries(case)]
    to_do = [[row["what"], row["who"], row["due"], row["done"] or "Not done"] for row in steps(case)]
    opened = [
        [formats.date_and_time(row.at), str(row.by), sealing.unseal(case, row.sealed)["words"]]
        for row in case.lookups.select_related("by")
    ]
    tables = [
        Table("case", f"Case {case.reference}", ("What", "Words"), tuple([a, b] for a, b in about), **usual),
        Table("chronology", "Chronology", ("When", "What", "Words", "By", "Written"), tuple(chronology), **usual),
        Table("steps", "What is to be done", ("What", "By whom", "By when", "Done"), tuple(to_do), **usual),
        Table("identity", "Who opened the identity", ("When", "By", "Why"), tuple(opened), **usual),
    ]
    return [each for each in tables if each.rows]


def lookups_table(rows: list[Any]) -> Table:
    """Who opened which identity, when and why, for safeguarding leads."""
    shown = tuple(
        [
            formats.date_and_time(row.at),
            str(row.by),
            {
                "text": row.case.reference,
                "href": reverse("peers:safeguarding-case", args=[row.case.public_id]),
            },
            sealing.unseal(row.case, row.sealed)["words"],
        ]
        for row in rows
    )
    return Table(
        key="lookups",
        caption="Identities that were opened",
        head=("When", "By", "Case", "Why"),
        rows=shown,
        as_at=today(),
        source=SOURCE,
        people=NO_PEOPLE,
    )
