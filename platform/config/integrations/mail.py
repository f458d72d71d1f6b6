"""How people are reached. E-mail is recorded in the database with its cause, and sent by EMAIL_URL; demo: in files."""

import os

import environ
from django.core.exceptions import ImproperlyConfigured

from config import env
from config.basics import IPC_DEMO, IPC_TESTING, MAIL_ROOT

DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL", "IPC network <no-reply@localhost>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
# What a page sends is recorded; a worker hands it to MAIL_TRANSPORT, so that no page waits for the mail server.
EMAIL_BACKEND = "notify.backend.RecordedBackend"
EMAIL_TIMEOUT = 10  # seconds
if os.environ.get("EMAIL_URL"):
    _email = environ.Env.email_url_config(os.environ["EMAIL_URL"])
    MAIL_TRANSPORT = _email["EMAIL_BACKEND"]
    EMAIL_HOST, EMAIL_PORT = _email["EMAIL_HOST"], _email["EMAIL_PORT"]
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _email["EMAIL_HOST_USER"], _email["EMAIL_HOST_PASSWORD"]
    EMAIL_USE_TLS = _email.get("EMAIL_USE_TLS", False)
    EMAIL_USE_SSL = _email.get("EMAIL_USE_SSL", False)
elif IPC_DEMO or IPC_TESTING or not os.environ.get("DATABASE_URL"):
    MAIL_TRANSPORT = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = MAIL_ROOT
else:
    raise ImproperlyConfigured(
        "EMAIL_URL is not set. Sign-in and reminders need to send e-mail; "
        "for example EMAIL_URL=smtp+tls://user:password@mail.example:587"
    )

# The hour of the clock in London at which summaries of notifications go out, 0 to 23.
DIGEST_HOUR = env.whole_number("DIGEST_HOUR", 7)
if not 0 <= DIGEST_HOUR <= 23:
    raise ImproperlyConfigured(f"DIGEST_HOUR should be an hour from 0 to 23, not {DIGEST_HOUR}.")

# How to reach the network without a computer, shown where people buy support. Empty: ask whoever helps with the plan.
MARKET_TELEPHONE = env.text("MARKET_TELEPHONE", "")
MARKET_ADDRESS = env.text("MARKET_ADDRESS", "")
