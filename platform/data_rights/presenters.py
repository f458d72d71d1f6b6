"""Data rights, ready for pages and files."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import Case, IntegerField, QuerySet, Value, When
from django.urls import reverse
from django.utils import timezone

from data_rights import requests, retaining
from data_rights.models import DataExport, DataRequest, RetentionRun
from files.tables import Table
from ui import formats

REQUEST_HEAD = ["Asked for", "By whom", "Asked", "Answer by", "State"]
DAYS_IN_A_YEAR = 365
RETENTION_HEAD = ["What", "Kept for", "Why", "Past its time now", "Last deleted", "Source"]
BYTES_IN_KB = 1024
TAGS = {"open": "waiting", "answered": "done", "done": "done", "cancelled": "cancelled"}


class RequestFilters(forms.Form):
    """Requests by state."""

    is_filter = True

    state_wanted = forms.ChoiceField(label="State", choices=[("", "Any"), *DataRequest.State.choices], required=False)

    def state(self) -> str:
        """The state to show, or nothing for all."""
        return self.cleaned_data["state_wanted"] if self.is_valid() else ""


def mine(user: Any) -> dict[str, Any]:
    """What a person's own page shows."""
    copies = DataExport.objects.filter(person=user, expires_at__gt=timezone.now())
    asked = DataRequest.objects.filter(person=user).order_by("-made_at")
    return {
        "copy_rows": [
            [
                formats.date_and_time(copy.made_at),
                formats.date(timezone.localtime(copy.expires_at)),
                size_in_words(copy.size),
                {"text": "Download", "href": reverse("data_rights:download", args=[copy.public_id])},
            ]
            for copy in copies
        ],
        "asked": [{"request": each, "facts": facts_of(each, own=True), "tag": TAGS[each.state]} for each in asked],
        "waiting": requests.open_erasure_of(user),
    }


def facts_of(found: DataRequest, *, own: bool = False) -> list[tuple[str, str]]:
    """A request as lines of a summary; `own`: for the person who asked."""
    facts = [("Asked for", found.get_kind_display()), ("State", found.get_state_display())]
    if not own:
        facts.append(("By whom", str(found.person)))
    facts.append(("Asked on", formats.date(timezone.localtime(found.made_at))))
    if found.is_open:
        facts.append(("Answer by", formats.date(timezone.localtime(found.due_at))))
    if found.is_open and found.carry_out_at:
        facts.append(("Will be done on", formats.date(timezone.localtime(found.carry_out_at))))
    if found.text:
        facts.append(("In your words" if own else "In the person’s words", found.text))
    if found.answer:
        facts.append(("Answer", found.answer))
    if found.ended_at:
        facts.append(("Ended on", formats.date(timezone.localtime(found.ended_at))))
    return facts


def requests_in_order(state: str) -> QuerySet[DataRequest]:
    """Requests that wait, the soonest due first, and then the others, the last ended first."""
    found = DataRequest.objects.select_related("person")
    if state:
        found = found.filter(state=state)
    waits = Case(When(state="open", then=Value(0)), default=Value(1), output_field=IntegerField())
    return found.order_by(waits, "-ended_at", "due_at", "pk")


def request_rows(found: Iterable[DataRequest]) -> list[list[Any]]:
    """One row for each request."""
    return [
        [
            {"text": each.get_kind_display(), "href": reverse("data_rights:request", args=[each.public_id])},
            str(each.person),
            formats.date(timezone.localtime(each.made_at)),
            formats.date(timezone.localtime(each.due_at)) + (" (late)" if each.is_late else ""),
            each.get_state_display(),
        ]
        for each in found
    ]


def retention_table() -> list[list[str]]:
    """One row for each rule."""
    last = {run.rule: run for run in RetentionRun.objects.order_by("rule", "-at").distinct("rule")}
    return [
        [
            due.rule.what,
            kept_for(due.rule.days),
            due.rule.why,
            "Not deleted by the platform" if due.count is None else f"{due.count:,}",
            _last(last.get(due.rule.key)),
            due.rule.source,
        ]
        for due in retaining.due()
    ]


def retention_file() -> Table:
    """The rules, for a file."""
    rows, source = tuple(retention_table()), "the platform's own rules"
    return Table("retention", "How long things are kept", tuple(RETENTION_HEAD), rows, timezone.localdate(), source)


def kept_for(days: int | None) -> str:
    """`7 days`, `1 day`, `6 years`, `Not longer than it is valid`, `As long as the network runs`."""
    if days is None:
        return "As long as the network runs"
    if days == 0:
        return "Not longer than it is valid"
    if days > DAYS_IN_A_YEAR and days % DAYS_IN_A_YEAR == 0:
        return f"{days // DAYS_IN_A_YEAR} years"
    return "1 day" if days == 1 else f"{days:,} days"


def _last(run: RetentionRun | None) -> str:
    if run is None:
        return "Never yet"
    when = formats.date_and_time(run.at)
    return f"{when}: {run.fault}" if run.fault else f"{run.deleted:,} on {when}"


def size_in_words(size: int) -> str:
    """`3 KB`, `12.4 MB`."""
    kilobytes = size / BYTES_IN_KB
    return f"{max(1, round(kilobytes)):,} KB" if kilobytes < BYTES_IN_KB else f"{kilobytes / BYTES_IN_KB:,.1f} MB"
