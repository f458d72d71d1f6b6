"""Writing the information governance register: entries, objections, and the clocks of the law."""

import calendar
import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

import audit
from accounts.models import User
from config.today import today
from finance_models.models import GovernanceClock, GovernanceEntry, Objection
from tenants.models import Area

# What an entry says, in the order of the form.
ENTRY_FIELDS = (
    "source", "tables", "controller", "processor", "legal_basis", "agreement", "agreement_ends", "assessment",
    "assessment_ends",
)  # fmt: skip
# UK GDPR article 33(1): a breach is reported within 72 hours of becoming aware of it.
BREACH_HOURS = 72


class RegisterRefused(ValueError):
    """What was asked can't be written into the register; the message is a finished sentence."""


@transaction.atomic
def add_entry(
    *,
    area: Area,
    values: dict[str, Any],
    by: User | None,
    replaces: GovernanceEntry | None = None,
    is_sample: bool = False,
) -> GovernanceEntry:
    """A new entry, in the area's schema; with `replaces`, the renewal of one. Raises ValidationError."""
    entry = GovernanceEntry(
        **{name: values[name] for name in ENTRY_FIELDS}, replaces=replaces, by=by, is_sample=is_sample
    )
    entry.full_clean()
    entry.save()
    audit.record(action="finance.entry_add", by=by, area=area, object=entry, detail={"tables": entry.tables})
    return entry


@transaction.atomic
def withdraw_entry(*, area: Area, number: int, why: str, by: User | None) -> GovernanceEntry:
    """From today on nothing is loaded by this entry. Raises RegisterRefused, GovernanceEntry.DoesNotExist."""
    entry = GovernanceEntry.objects.select_for_update().get(pk=number)
    if entry.withdrawn_on is not None:
        raise RegisterRefused("It is withdrawn already.")
    if not why.strip():
        raise RegisterRefused("Say why it is withdrawn.")
    entry.withdrawn_on, entry.withdrawn_why = today(), why.strip()
    entry.save(update_fields=["withdrawn_on", "withdrawn_why"])
    audit.record(action="finance.entry_withdraw", by=by, area=area, object=entry)
    return entry


@transaction.atomic
def record_objection(
    *, area: Area, pseudonym: str, received_on: datetime.date, by: User | None, is_sample: bool = False
) -> Objection:
    """Leave a person out of every run from now on. Raises ValidationError where the objection is on the list."""
    objection = Objection(pseudonym=pseudonym.strip(), received_on=received_on, by=by, is_sample=is_sample)
    objection.full_clean()
    objection.save()
    audit.record(action="finance.objection_record", by=by, area=area, object=objection)
    return objection


@transaction.atomic
def lift_objection(*, area: Area, number: int, by: User | None) -> Objection:
    """The person has taken it back: later runs count them again. Raises RegisterRefused, Objection.DoesNotExist."""
    objection = Objection.objects.select_for_update().get(pk=number)
    if objection.lifted_on is not None:
        raise RegisterRefused("It was taken back already.")
    objection.lifted_on = max(today(), objection.received_on)
    objection.save(update_fields=["lifted_on"])
    audit.record(action="finance.objection_lift", by=by, area=area, object=objection)
    return objection


@transaction.atomic
def open_clock(
    *, area: Area, kind: str, words: str, opened_at: datetime.datetime, by: User | None, is_sample: bool = False
) -> GovernanceClock:
    """Start the law's time for a request or a breach. Raises ValidationError."""
    clock = GovernanceClock(
        kind=kind, words=words.strip(), opened_at=opened_at, due_at=due_at(kind, opened_at), by=by, is_sample=is_sample
    )
    clock.full_clean()
    clock.save()
    audit.record(action="finance.clock_open", by=by, area=area, object=clock, detail={"kind": kind})
    return clock


@transaction.atomic
def close_clock(*, area: Area, number: int, outcome: str, by: User | None) -> GovernanceClock:
    """It was answered or reported. Raises RegisterRefused, GovernanceClock.DoesNotExist."""
    clock = GovernanceClock.objects.select_for_update().get(pk=number)
    if clock.closed_at is not None:
        raise RegisterRefused("It is done already.")
    if not outcome.strip():
        raise RegisterRefused("Say what was done.")
    clock.closed_at, clock.outcome = max(timezone.now(), clock.opened_at), outcome.strip()
    clock.save(update_fields=["closed_at", "outcome"])
    late = clock.closed_at > clock.due_at
    audit.record(action="finance.clock_close", by=by, area=area, object=clock, detail={"late": late})
    return clock


def due_at(kind: str, opened_at: datetime.datetime) -> datetime.datetime:
    """When the law wants it done: a breach after 72 hours, a request after a month (UK GDPR articles 33(1), 12(3)).

    A month ends on the day of the same number, or where there is none on the month's last day.
    """
    if kind == GovernanceClock.Kind.BREACH:
        return opened_at + datetime.timedelta(hours=BREACH_HOURS)
    local = timezone.localtime(opened_at)
    year, month = divmod(local.month, 12)
    year, month = local.year + year, month + 1
    last = calendar.monthrange(year, month)[1]
    return timezone.make_aware(
        datetime.datetime.combine(datetime.date(year, month, min(local.day, last)), datetime.time(23, 59, 59))
    )
