"""What the database says of the running site: how much waits, how old it is, and what is behind."""

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.sessions.models import Session
from django.db import connection
from django.db.models import Count, Min, QuerySet
from django.utils import timezone
from django_tenants.utils import get_tenant_model

from audit.models import AuditRow, AuditSeal
from config.backup import age, swapping
from config.migrate import schemas_of_areas
from jobs.models import Job, OutboxMessage
from notify.models import Mail
from tenants.area_migrations import schemas_behind
from timebank.ledger import alarms


@dataclass(frozen=True)
class Figure:
    """One figure by labels: `numbers` are (values of the labels, number)."""

    name: str
    words: str
    labels: tuple[str, ...]
    numbers: list[tuple[tuple[str, ...], float]]


def all_figures() -> Iterator[Figure]:
    """Every figure; each asks the database once, however many areas there are."""
    waiting = Job.objects.filter(state=Job.State.WAITING)
    outbox = OutboxMessage.objects.filter(done_at__isnull=True, refused_at__isnull=True)
    mail = Mail.objects.filter(state__in=Mail.WAITING)
    now = timezone.now()
    yield _counted("ipc_jobs", "Jobs by kind and state.", Job.objects, "kind", "state")
    yield _age("ipc_jobs_oldest_waiting_seconds", "How long the oldest job waits.", waiting, "created_at")
    yield _number("ipc_outbox_open", "Messages that are not done.", outbox.count)
    yield _age(
        "ipc_outbox_lag_seconds", "How long the oldest message is due.", outbox.filter(due_at__lte=now), "due_at"
    )
    yield _number("ipc_outbox_given_up", "Messages given up.", _given_up(now).count)
    yield _counted("ipc_mail", "E-mails by state.", Mail.objects, "state")
    yield _age("ipc_mail_oldest_waiting_seconds", "How long the oldest e-mail waits.", mail, "created_at")
    yield _counted("ipc_areas", "Areas by state.", get_tenant_model().objects, "status")
    yield _number("ipc_schemas_behind", "Schemas without the newest migrations.", _behind)
    yield _number("ipc_sessions", "Sessions that have not expired.", Session.objects.filter(expire_date__gt=now).count)
    yield _number("ipc_audit_rows", "Rows of the audit.", AuditRow.objects.count)
    yield _number("ipc_audit_sealed_until_seconds", "The last sealed day of the audit, as Unix time.", _sealed_until)
    yield _number("ipc_backup_made_at_seconds", "When the last backup was made, as Unix time; 0 never.", _last_backup)
    yield _number("ipc_restore_unfinished", "1 where a restore was broken off.", lambda: bool(swapping.unfinished()))
    yield _number("ipc_timebank_faults", "Faults that the last verification of the time bank found.", _ledger_faults)
    yield _number(
        "ipc_timebank_verified_at_seconds", "When its ledger was last verified, as Unix time; 0 never.", _verified
    )
    yield _number("ipc_database_bytes", "Size of the database.", _database_bytes)


def _number(name: str, words: str, ask: Callable[[], float]) -> Figure:
    return Figure(name, words, (), [((), float(ask()))])


def _counted(name: str, words: str, rows: Any, *labels: str) -> Figure:
    found: Iterable[tuple[Any, ...]] = rows.order_by().values_list(*labels).annotate(number=Count("pk"))
    return Figure(name, words, labels, [(tuple(map(str, row[:-1])), float(row[-1])) for row in found])


def _age(name: str, words: str, rows: QuerySet[Any], field: str) -> Figure:
    oldest = rows.aggregate(oldest=Min(field))["oldest"]
    return _number(name, words, lambda: max(0.0, (timezone.now() - oldest).total_seconds()) if oldest else 0.0)


def _given_up(now: Any) -> QuerySet[OutboxMessage]:
    return OutboxMessage.objects.filter(refused_at__gt=now - datetime.timedelta(days=1))


def _behind() -> int:
    return len(schemas_behind(["public", *schemas_of_areas()]))


def _sealed_until() -> float:
    newest = AuditSeal.objects.order_by("-day").values_list("day", flat=True).first()
    midnight = datetime.time(tzinfo=datetime.UTC)
    return datetime.datetime.combine(newest, midnight).timestamp() if newest else 0.0


def _ledger_faults() -> float:
    last = alarms.last()
    return float(len(last.faults)) if last else 0.0


def _verified() -> float:
    last = alarms.last()
    return last.at.timestamp() if last else 0.0


def _last_backup() -> float:
    last = age.made_at()
    return last.timestamp() if last else 0.0


def _database_bytes() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_database_size(current_database())")
        return cursor.fetchone()[0]
