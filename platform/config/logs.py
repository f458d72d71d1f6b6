"""Structured logs: one line of JSON an event, with the request's id and its area, and no personal data."""

import logging.config
from typing import Any

import structlog

_before_rendering: list[Any] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    structlog.processors.format_exc_info,
]


def configuration(*, human: bool) -> dict[str, Any]:
    """A `logging` configuration: readable lines for a person, JSON for a machine."""
    renderer = structlog.dev.ConsoleRenderer() if human else structlog.processors.JSONRenderer()
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "structured": {
                "()": structlog.stdlib.ProcessorFormatter,
                "foreign_pre_chain": _before_rendering,
                "processors": [structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
            }
        },
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "structured"}},
        "root": {"handlers": ["stderr"], "level": "INFO"},
        "loggers": {
            # Bots ask for hosts and pages that are not here all day long.
            "django.security.DisallowedHost": {"level": "CRITICAL"},
            "django.request": {"level": "ERROR"},
            "celery.beat": {"level": "WARNING"},
            "django_tenants": {"level": "WARNING"},
            "wagtail": {"level": "WARNING"},  # its own log of pages is in the database
            # Two lines for each page that Wagtail indexes.
            "django_tasks": {"level": "WARNING"},
        },
    }


def configure(settings: dict[str, Any]) -> None:
    """Set up structlog over the standard library's logging (Django's LOGGING_CONFIG)."""
    structlog.configure(
        processors=[*_before_rendering, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    logging.config.dictConfig(settings)
