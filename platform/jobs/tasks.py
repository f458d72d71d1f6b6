"""The messages that workers get about jobs, and what the schedule asks for."""

from typing import Any

from celery import shared_task

from jobs import outbox, run, sweeper


@shared_task(bind=True, in_one_transaction=False)
def run_area_job(self: Any, job: str) -> None:
    """Do one job of an area."""
    run.run_job(job, self.message_id)


@shared_task(bind=True, region_wide=True, in_one_transaction=False)
def run_network_job(self: Any, job: str) -> None:
    """Do one job of the whole network."""
    run.run_job(job, self.message_id)


@shared_task(region_wide=True)
def dispatch_outbox() -> int:
    """Send what is due."""
    return outbox.dispatch()


@shared_task(region_wide=True)
def sweep_jobs() -> int:
    """Look after jobs whose worker died."""
    return sweeper.sweep()


@shared_task(region_wide=True)
def clean_up() -> None:
    """Delete old messages and old files."""
    outbox.clean()
    sweeper.forget_old_inputs()
