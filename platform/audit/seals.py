"""Seals: one digest a day over the day's audit rows and the seal before, so that tampering from outside shows.

The database keeps the application from changing a row. Whoever is its superuser could; then the day's digest, and that
of every later day, no longer fits. A superuser could also make all seals anew: keep the newest digest somewhere else
(`ipc audit verify` prints it) and give it back with `--expect`.
"""

import datetime
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connection, transaction
from django.db.models import Min
from django.utils import timezone

from audit.models import AuditRow, AuditSeal

# A row bears the time of its statement and may be committed later; no transaction lasts this long.
WELL_OVER_HOURS = 6
FORM = 1
COLUMNS = {
    1: "id, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'), action, by_id, by_words, on_behalf_of_id, "
    "area_id, area_slug, object_type, object_id, object_words, detail::text, request_id"
}
ROWS_AT_ONCE = 2_000


@dataclass(frozen=True)
class Verified:
    """What a look at all seals found: `faults` are sentences, `newest` the last seal (None before the first)."""

    days: int
    rows: int
    faults: list[str]
    newest: AuditSeal | None


def seal(now: datetime.datetime | None = None) -> list[AuditSeal]:
    """Seal every day that is well over and not sealed yet, days without rows too; returns the new seals."""
    made = []
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended('ipc-audit-seal', 0))")
        last = AuditSeal.objects.order_by("-day").first()
        for day in _days_to_seal(last, now or timezone.now()):
            rows, digest = digest_of(day, last.digest if last else "", FORM)
            last = AuditSeal.objects.create(day=day, rows=rows, form=FORM, digest=digest)
            made.append(last)
    return made


def _days_to_seal(last: AuditSeal | None, now: datetime.datetime) -> Iterator[datetime.date]:
    end = (now - datetime.timedelta(hours=WELL_OVER_HOURS)).astimezone(datetime.UTC).date()
    if last:
        day = last.day + datetime.timedelta(days=1)
    else:
        first = AuditRow.objects.aggregate(first=Min("at"))["first"]
        day = first.astimezone(datetime.UTC).date() if first else end
    while day < end:
        yield day
        day += datetime.timedelta(days=1)


def digest_of(day: datetime.date, before: str, form: int) -> tuple[int, str]:
    """How many rows a day has, and SHA-256 over the digest before, the day, and each row in order of its number."""
    digest = hashlib.sha256(f"{before}\n{day.isoformat()}\n".encode())
    start = datetime.datetime.combine(day, datetime.time(), datetime.UTC)
    count, last_id = 0, 0
    while True:
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT id, json_build_array({COLUMNS[form]})::text FROM audit_auditrow "  # noqa: S608 - our own words
                "WHERE at >= %s AND at < %s AND id > %s ORDER BY id LIMIT %s",
                [start, start + datetime.timedelta(days=1), last_id, ROWS_AT_ONCE],
            )
            found = cursor.fetchall()
        for last_id, text in found:  # noqa: B007 - the last one is where the next page begins
            digest.update(text.encode() + b"\n")
        count += len(found)
        if len(found) < ROWS_AT_ONCE:
            return count, digest.hexdigest()


def verify(expect: str = "") -> Verified:
    """Work out every seal again. `expect` is a digest that was kept elsewhere: a seal has to bear it."""
    faults, rows = [], 0
    before: AuditSeal | None = None
    for each in AuditSeal.objects.order_by("day"):
        faults += _faults_of(each, before)
        rows += each.rows
        before = each
    days = AuditSeal.objects.count()
    if expect and not AuditSeal.objects.filter(digest=expect).exists():
        faults.append(
            "No seal bears the digest that you kept: the seals were made anew, or it belongs to another site."
        )
    return Verified(days=days, rows=rows, faults=faults, newest=before)


def _faults_of(each: AuditSeal, before: AuditSeal | None) -> list[str]:
    found = []
    if before and each.day != before.day + datetime.timedelta(days=1):
        found.append(f"{each.day}: the seal of the day before is missing.")
    if before is None:
        start = datetime.datetime.combine(each.day, datetime.time(), datetime.UTC)
        if AuditRow.objects.filter(at__lt=start).exists():
            found.append(f"{each.day}: there are rows from before the first seal.")
    count, digest = digest_of(each.day, before.digest if before else "", each.form)
    if count != each.rows:
        found.append(f"{each.day}: {each.rows} rows were sealed, and there are {count} now.")
    elif digest != each.digest:
        found.append(f"{each.day}: a row, or the seal before it, is not what was sealed.")
    return found
