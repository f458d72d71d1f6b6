"""Django's door for e-mail: what allauth, invitations and Wagtail send is recorded like our own, then sent."""

from collections.abc import Sequence
from typing import Any

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction

from notify import envelopes, mails


class RecordedBackend(BaseEmailBackend):
    """Records each message, once for each address, in the caller's transaction or one of its own.

    A page that sends a mail works the same, and as fast, whether the mail server answers or not.
    """

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """How many messages were recorded."""
        with transaction.atomic():
            for message in email_messages:
                self._record(message)
        return len(email_messages)

    def _record(self, message: EmailMessage) -> None:
        document: dict[str, Any] = envelopes.of_message(message)
        for address in message.recipients():
            mails.record_document(document, address=address)
