"""How old the last backup is."""

import datetime

from django.utils import timezone

from audit.models import AuditRow
from config import env

# A day, and two hours for one that takes long.
MAX_AGE_HOURS = 26


def made_at() -> datetime.datetime | None:
    """When `ipc backup` last wrote everything, by the audit."""
    newest = AuditRow.objects.filter(action="backup.make").order_by("-pk").first()
    return newest.at if newest else None


def too_old() -> tuple[str, str]:
    """What is wrong and how to mend it; two empty texts where the last backup is young enough, or nobody asks."""
    hours, last = env.whole_number("BACKUP_MAX_AGE_HOURS", MAX_AGE_HOURS), made_at()
    hint = "Run ipc backup each night. Where backups are made by other means, set BACKUP_MAX_AGE_HOURS=0."
    if hours == 0:
        return "", ""
    if last is None:
        return "No backup was ever made with ipc backup.", hint
    age = int((timezone.now() - last).total_seconds() // 3600)
    return (f"The last backup is {age} hours old.", hint) if age >= hours else ("", "")
