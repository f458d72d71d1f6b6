"""Settings, addresses, the Celery application and the `ipc` command line: where the house is put together."""
