"""The web server's entry: `gunicorn config.wsgi`."""

import gc
import os

from config.metrics_folder import share_between_processes

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
share_between_processes()  # before anything imports prometheus_client

from django.core.wsgi import get_wsgi_application  # noqa: E402

application = get_wsgi_application()

# What was loaded stays as long as the process: looking through it for rubbish holds up a request for a quarter of a
# second, a few times for each large page.
gc.collect()
gc.freeze()
