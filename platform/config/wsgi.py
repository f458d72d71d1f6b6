"""The web server's entry: `gunicorn config.wsgi`."""

import os

from config.metrics_folder import share_between_processes

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
share_between_processes()  # before anything imports prometheus_client

from django.core.wsgi import get_wsgi_application  # noqa: E402

application = get_wsgi_application()
