"""Messages that somebody reported, and what a commissioner decides."""

from typing import Any

from django.db import transaction

import audit
from config.today import moment
from market.asking import notices
from market.asking.errors import AskingRefused, DecidedAlready, NotReportable
from market.models import Message, MessageReport


@transaction.atomic
def report(*, message: Message, reason: str, by: Any, is_of_buyer: bool, words: str = "") -> MessageReport:
    """Put a message of the other side before the commissioners. Raises NotReportable.

    It stays to be read until one of them decides: whoever writes to the other may be in need of an answer.
    """
    message = Message.objects.select_for_update().get(pk=message.pk)
    is_open = message.reports.filter(state=MessageReport.State.OPEN).exists()
    if message.is_of_buyer == is_of_buyer or message.hidden_at or is_open:
        raise NotReportable
    made = MessageReport.objects.create(
        message=message, reason=reason, words=words.strip(), reported_by=by, is_of_buyer=is_of_buyer, at=moment()
    )
    notices.reported(made)
    return made


@transaction.atomic
def decide(*, report: MessageReport, is_hidden: bool, note: str, by: Any) -> MessageReport:
    """Hide the message or let it stand, with a reason. Whoever reported it is told. Raises DecidedAlready."""
    report = MessageReport.objects.select_for_update().get(pk=report.pk)
    if report.state != MessageReport.State.OPEN:
        raise DecidedAlready
    if not note.strip():
        raise AskingRefused("Say what you decided and why. Whoever reported it reads this.")
    report.state = MessageReport.State.HIDDEN if is_hidden else MessageReport.State.KEPT
    report.decided_by, report.decided_at, report.note = by, moment(), note.strip()
    report.save(update_fields=["state", "decided_by", "decided_at", "note"])
    if is_hidden:
        Message.objects.filter(pk=report.message_id).update(hidden_at=report.decided_at)
    audit.record(action="market.report_decide", by=by, object=report, detail={"hidden": is_hidden})
    notices.decided(report)
    return report
