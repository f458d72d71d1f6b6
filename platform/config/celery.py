"""The Celery application: every task carries its area or is refused (`jobs.area_task`)."""

import os

from tenant_schemas_celery.app import CeleryApp

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

app = CeleryApp("ipc", task_cls="jobs.area_task:AreaTask")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
