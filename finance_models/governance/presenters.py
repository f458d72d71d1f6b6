"""The information governance register, ready for a page."""

import datetime
from typing import Any

from django.urls import reverse

from files.people import NO_PEOPLE, OWN_TEAM
from files.tables import Table
from finance_models.models import GovernanceClock, GovernanceEntry, Objection
from finance_models.models.governance import PERSON_TABLES
from tenants.models import Area
from tenants.rollout.reasons import Asked
from ui import formats

SOON_DAYS = 60
TABLE_NAMES = dict(PERSON_TABLES)


def sentence(entries: list[GovernanceEntry], clocks: list[GovernanceClock], on: datetime.date) -> str:
    """`2 sources are valid, 1 ends within 60 days. No clock runs.`"""
    standing = [entry for entry in entries if entry.is_valid(on)]
    soon = sum(tag(entry, on) == "entry_soon" for entry in standing)
    ends = f", {soon} of them {'ends' if soon == 1 else 'end'} within {SOON_DAYS} days" if soon else ""
    running = sum(clock.closed_at is None for clock in clocks)
    words = "No clock runs" if not running else f"{running} clock{'s' if running > 1 else ''} run{'s' * (running == 1)}"
    sources = "No source is valid" if not standing else f"{len(standing)} source{'s' * (len(standing) > 1)} valid"
    return f"{sources}{ends}. {words}."


def tag(entry: GovernanceEntry, on: datetime.date) -> str:
    """The status of an entry on a day, as `ui.tag` takes it."""
    if entry.withdrawn_on is not None:
        return "entry_withdrawn"
    if on > entry.ends_on:
        return "entry_ended"
    return "entry_soon" if (entry.ends_on - on).days <= SOON_DAYS else "entry_valid"


def tables_in_words(entry: GovernanceEntry) -> str:
    """`People, Activity`."""
    return ", ".join(TABLE_NAMES.get(table, table) for table in entry.tables)


def entries_table(area: Area, entries: list[GovernanceEntry], on: datetime.date) -> Table:
    """Columns: source, state, tables, controller, processor, legal basis, agreement, assessment, last day."""
    return Table(
        key="entries",
        caption="Sources of data",
        head=(
            "Source", "State", "Tables", "Controller", "Processor", "Legal basis", "Sharing agreement",
            "Impact assessment", "Last day",
        ),
        rows=tuple(
            [
                {"text": entry.source, "href": reverse("finance:entry", args=[area.slug, entry.pk])},
                {"status": tag(entry, on), "text": STATE_WORDS[tag(entry, on)]},
                tables_in_words(entry),
                entry.controller,
                entry.processor,
                entry.legal_basis,
                entry.agreement,
                entry.assessment,
                entry.ends_on,
            ]
            for entry in entries
        ),
        as_at=on,
        source=f"{area.name}'s own register",
        people=NO_PEOPLE,
        sample=any(entry.is_sample for entry in entries),
    )  # fmt: skip


def clocks_table(area: Area, clocks: list[GovernanceClock], on: datetime.date, *, may_edit: bool) -> Table:
    """Columns: what, in words, known since, to be done by, done."""
    return Table(
        key="clocks",
        caption="Requests and breaches",
        head=("What", "In words", "Known since", "To be done by", "Done", "What was done"),
        rows=tuple(
            [
                {"text": clock.get_kind_display(), "href": reverse("finance:clock-close", args=[area.slug, clock.pk])}
                if may_edit and clock.closed_at is None
                else clock.get_kind_display(),
                clock.words,
                formats.date_and_time(clock.opened_at),
                formats.date_and_time(clock.due_at),
                formats.date_and_time(clock.closed_at) if clock.closed_at else "Not yet",
                clock.outcome,
            ]
            for clock in clocks
        ),
        as_at=on,
        source=f"{area.name}'s own register",
        people=NO_PEOPLE,
        sample=any(clock.is_sample for clock in clocks),
    )


def objections_table(area: Area, objections: list[Objection], on: datetime.date) -> Table:
    """Columns: pseudonym, received, taken back. For those alone who may see rows about people."""
    return Table(
        key="objections",
        caption="Objections",
        head=("Pseudonym", "Received on", "Taken back on"),
        rows=tuple(
            [
                {"text": each.pseudonym, "href": reverse("finance:objection-lift", args=[area.slug, each.pk])}
                if each.lifted_on is None
                else each.pseudonym,
                each.received_on,
                each.lifted_on or "Stands",
            ]
            for each in objections
        ),
        as_at=on,
        source=f"{area.name}'s own register",
        people=OWN_TEAM,
        sample=any(each.is_sample for each in objections),
    )


def objections_words(standing: int) -> str:
    """How many people are left out."""
    if not standing:
        return "Nobody has objected."
    return f"{standing} {'person has' if standing == 1 else 'people have'} objected. Every run leaves them out."


def details(entry: GovernanceEntry) -> list[tuple[str, Any]]:
    """(what, words) rows of one entry."""
    rows: list[tuple[str, Any]] = [
        ("Tables", tables_in_words(entry)),
        ("Controller", entry.controller),
        ("Processor", entry.processor),
        ("Legal basis", entry.legal_basis),
        ("Sharing agreement", f"{entry.agreement}, until {formats.date(entry.agreement_ends)}"),
        ("Impact assessment", f"{entry.assessment}, until {formats.date(entry.assessment_ends)}"),
        ("Recorded by", entry.by.name if entry.by else "Sample data"),
        ("Recorded", formats.date_and_time(entry.at)),
    ]
    if entry.withdrawn_on:
        rows.append(("Withdrawn", f"{formats.date(entry.withdrawn_on)}: {entry.withdrawn_why}"))
    return rows


STATE_WORDS = {
    "entry_valid": "Valid",
    "entry_soon": "Ends soon",
    "entry_ended": "Ended",
    "entry_withdrawn": "Withdrawn",
}
WITHDRAWING = Asked(
    "Withdraw this source", "Why is it withdrawn?", "From now on nothing is loaded by it. What was loaded stays.",
    "Say why it is withdrawn.", "Withdraw it", "It is withdrawn. Nothing is loaded by it from now on.",
)  # fmt: skip
CLOSING = Asked(
    "It is done", "What was done?", "It is kept in the register. No names of people.", "Say what was done.",
    "Save", "It is saved as done.",
)  # fmt: skip
