"""Whether the scheduler goes on: it notes in the database when it last sent something."""

import datetime
import os
import sys

# It writes down what it sent every three minutes; a slow machine may take longer.
SILENT_MINUTES = 15


def main() -> int:
    """0 where something was sent of late, else 1 with a line that says so."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()
    problem = silence()
    if problem:
        print(problem, file=sys.stderr)
    return 1 if problem else 0


def silence() -> str | None:
    """None, or a sentence where the scheduler has sent nothing for too long."""
    from django.db.models import Max
    from django.utils import timezone
    from django_celery_beat.models import PeriodicTask

    last = PeriodicTask.objects.aggregate(last=Max("last_run_at"))["last"]
    if last and timezone.now() - last < datetime.timedelta(minutes=SILENT_MINUTES):
        return None
    return f"The scheduler has sent nothing {f'since {last:%H:%M} UTC' if last else 'yet'}."


if __name__ == "__main__":
    sys.exit(main())
