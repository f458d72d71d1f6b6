"""Long work in a worker: its record, progress, cancel and result; and messages that must not be lost."""

import datetime

from celery.schedules import crontab
from django.apps import AppConfig

DISPATCH_EVERY = datetime.timedelta(seconds=10)
SWEEP_EVERY = datetime.timedelta(seconds=15)
CLEAN_UP_AT = crontab(minute="20", hour="3")


class JobsConfig(AppConfig):
    """Registers the audit's words, the schedule and the check for `/readyz`."""

    name = "jobs"
    label = "jobs"
    verbose_name = "Jobs"

    def ready(self) -> None:
        from audit import registry as audit_actions
        from config import health as checks
        from jobs import files, health, schedule

        audit_actions.register("job.start", "Started a job")
        audit_actions.register("job.cancel", "Stopped a job")
        audit_actions.register("task.refuse", "Refused a message without a usable area")
        files.register()
        checks.register("worker", health.worker_answers)
        schedule.register("Send recorded messages", "jobs.tasks.dispatch_outbox", every=DISPATCH_EVERY)
        schedule.register("Look after jobs", "jobs.tasks.sweep_jobs", every=SWEEP_EVERY)
        schedule.register("Clear old messages and files", "jobs.tasks.clean_up", at=CLEAN_UP_AT)
