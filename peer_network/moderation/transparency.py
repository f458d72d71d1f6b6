"""What moderating comes to, month by month, for everybody: posts, reports, how soon they were looked at, decisions.

Counts of posts, reports and decisions about texts are exact. Members who were warned, paused or whose account was
closed are people: their counts go through `disclosure`. Sample activity is left out, so that nothing made up is
published as if it had happened; in the demo, whose date is moved, it is shown and said to be sample.
"""

import datetime
from collections import Counter, defaultdict
from statistics import median
from typing import Any

from django.db.models import Count, F, Min
from django.db.models.functions import TruncMonth
from django.utils import timezone

from config.today import is_moved, today
from disclosure import people
from files.people import NO_PEOPLE
from files.tables import Table, numeric
from peer_network.models import Act, Appeal, Post, QueueItem, Report
from ui import formats

MONTHS = 12
SOURCE = "The peer network’s own records"
ABOUT_TEXTS = (Act.Kind.SHOW, Act.Kind.ASK_CHANGE, Act.Kind.HIDE, Act.Kind.REMOVE, Act.Kind.RESTORE, Act.Kind.NO_ACTION)
ABOUT_MEMBERS = (Act.Kind.WARN, Act.Kind.PAUSE, Act.Kind.CLOSE)
Month = datetime.date


def tables() -> list[Table]:
    """The tables of the page and its file, of the last twelve months. A fixed number of queries."""
    months = last_months()
    kept = {"as_at": today(), "source": SOURCE, "sample": is_moved()}
    return [make(months, kept) for make in (_posts, _waits, _acts, _appeals, _members)]


def last_months(number: int = MONTHS) -> list[Month]:
    """The first days of the last months, this one first; none from before the first post or report."""
    first = _real(Post).aggregate(first=Min("shown_at"))["first"]
    begins = timezone.localtime(first).date().replace(day=1) if first else today().replace(day=1)
    day = today().replace(day=1)
    found = [day]
    while len(found) < number and found[-1] > begins:
        day = (day - datetime.timedelta(days=1)).replace(day=1)
        found.append(day)
    return found


def _real(model: Any) -> Any:
    """The rows that count: all in the demo, elsewhere no sample activity."""
    return model.objects.all() if is_moved() else model.objects.filter(is_sample=False)


def _counted(rows: Any, field: str, months: list[Month], by: str | None = None) -> Counter[Any]:
    """How many rows fall in each month, or in each (month, value of `by`)."""
    within = rows.filter(**{f"{field}__gte": _start(months[-1])}).annotate(month=TruncMonth(field)).order_by()
    names = ("month", by) if by else ("month",)
    found: Counter[Any] = Counter()
    for row in within.values_list(*names).annotate(number=Count("pk")):
        month = row[0].date()
        found[(month, row[1]) if by else month] = row[-1]
    return found


def _start(month: Month) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(month, datetime.time()))


def _posts(months: list[Month], kept: dict[str, Any]) -> Table:
    posts = _counted(_real(Post), "shown_at", months)
    reports = _counted(_real(Report), "made_at", months, "reason")
    reasons = Report.Reason.choices
    head = (
        "Month",
        numeric("Posts shown"),
        *(numeric(f"Reported: {label[0].lower()}{label[1:]}") for _, label in reasons),
    )
    rows = tuple(
        [formats.month(month), posts[month], *(reports[month, value] for value, _ in reasons)] for month in months
    )
    return Table("posts", "Posts, and what was reported", head, rows, people=NO_PEOPLE, **kept)


def _waits(months: list[Month], kept: dict[str, Any]) -> Table:
    """Median minutes from when something came until a moderator first took it up."""
    # In the demo somebody may look today at what stands in its past: that is no wait.
    soon = {"first_claimed_at__lt": F("opened_at") + datetime.timedelta(days=31)} if is_moved() else {}
    rows = _real(QueueItem).filter(**soon).filter(opened_at__gte=_start(months[-1]), first_claimed_at__isnull=False)
    minutes: dict[tuple[Month, int], list[float]] = defaultdict(list)
    for opened, first, urgency in rows.values_list("opened_at", "first_claimed_at", "urgency").iterator():
        month = timezone.localtime(opened).date().replace(day=1)
        minutes[month, urgency].append((first - opened).total_seconds() / 60)

    def typical(month: Month, urgency: int) -> int | str:
        found = minutes[month, urgency]
        return round(median(found)) if found else "None came"

    head = ("Month", numeric("Urgent: minutes"), numeric("Everything else: minutes"))
    urgencies = (QueueItem.Urgency.URGENT, QueueItem.Urgency.SOON)
    lines = tuple([formats.month(month), *(typical(month, urgency) for urgency in urgencies)] for month in months)
    note = "The middle value: half were looked at sooner, half later."
    return Table("waits", "How soon a moderator looked", head, lines, note=note, people=NO_PEOPLE, **kept)


def _acts(months: list[Month], kept: dict[str, Any]) -> Table:
    acts = _counted(_real(Act).filter(kind__in=ABOUT_TEXTS), "at", months, "kind")
    head = ("Month", *(numeric(kind.label) for kind in ABOUT_TEXTS))
    rows = tuple([formats.month(month), *(acts[month, kind.value] for kind in ABOUT_TEXTS)] for month in months)
    return Table(
        "decisions", "What moderators decided about posts and other texts", head, rows, people=NO_PEOPLE, **kept
    )


def _appeals(months: list[Month], kept: dict[str, Any]) -> Table:
    rows = _real(Appeal)
    made = _counted(rows, "made_at", months)
    upheld = _counted(rows.filter(outcome=Appeal.Outcome.UPHELD), "made_at", months)
    waiting = _counted(rows.filter(outcome=""), "made_at", months)
    head = ("Month", numeric("Asked for another look"), numeric("Taken back"), numeric("Not decided yet"))
    lines = tuple([formats.month(month), made[month], upheld[month], waiting[month]] for month in months)
    return Table("appeals", "Appeals", head, lines, people=NO_PEOPLE, **kept)


def _members(months: list[Month], kept: dict[str, Any]) -> Table:
    """How many members were warned, paused, closed: people, so small numbers are hidden and the rest rounded."""
    from disclosure.tables import publish_table  # loads scipy

    acts = _real(Act).filter(kind__in=ABOUT_MEMBERS, at__gte=_start(months[-1]))
    found = acts.annotate(month=TruncMonth("at")).order_by().values_list("month", "kind")
    true = {(month.date(), kind): number for month, kind, number in found.annotate(n=Count("about", distinct=True))}
    names = [formats.month(month) for month in months]
    counts = [[people(true.get((month, kind.value), 0)) for kind in ABOUT_MEMBERS] for month in months]
    labels = [kind.label for kind in ABOUT_MEMBERS]
    shown = publish_table(names, labels, counts, row_totals=False, column_totals=False, grand_total=False)
    head = ("Month", *(numeric(label) for label in labels))
    rows = tuple([name, *cells] for name, cells in shown.lines())
    return Table("members", "Members who were warned, paused, or whose account was closed", head, rows, **kept)
