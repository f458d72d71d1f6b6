"""The Celery application with the sample work: `celery -A tests.jobs.worker_app worker`."""

from config.celery import app

app.conf.update(imports=("tests.jobs.sample_work",))
