"""The Celery application: every task carries its area or is refused (`jobs.area_task`)."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

from config import task_logs  # noqa: E402, F401 - connects its receivers
from jobs.area_task import AreaApp  # noqa: E402 - it needs the name of the settings

app = AreaApp("ipc", task_cls="jobs.area_task:AreaTask")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
