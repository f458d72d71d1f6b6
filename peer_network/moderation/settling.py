"""What a decision settles: every open item about the subject, and every report of it."""

from typing import Any

from config.today import moment
from peer_network.models import Act, QueueItem, Report
from peer_network.moderation import notices

LEFT = (Act.Kind.NO_ACTION, Act.Kind.SHOW, Act.Kind.RESTORE, Act.Kind.UNPAUSE)
ACTED = (Act.Kind.WARN, Act.Kind.PAUSE, Act.Kind.CLOSING)


def close(*, item: QueueItem, act: Act, by: Any) -> None:
    """Close all that waits about the item's subject, and tell whoever reported it. In the caller's transaction."""
    now = moment()
    same = {"subject_kind": item.subject_kind, "subject_id": item.subject_id}
    waiting = QueueItem.objects.filter(closed_at__isnull=True, **same)
    ids = list(waiting.values_list("public_id", flat=True))
    waiting.update(closed_at=now, closed_by=by, outcome=act.kind)
    acted = act.kind not in LEFT or Act.objects.filter(item__in=ids, kind__in=ACTED, by__isnull=False).exists()
    outcome = Report.Outcome.ACTED if acted else Report.Outcome.LEFT
    # Reports of the same thing, also those whose item was made as one of another kind.
    reports = Report.objects.filter(settled_at__isnull=True, item__public_id__in=ids)
    for report in reports.select_related("reporter__user"):
        report.settled_at, report.outcome = now, outcome
        report.save(update_fields=["settled_at", "outcome"])
        notices.report_settled(report)
