"""From a letter to what is kept of it, and from there to the message that goes out."""

import base64
from email.utils import parseaddr
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage

from notify import sealing
from notify.letters import Letter
from notify.models import Mail

# No answer machine answers, and no list takes it for a person's letter (RFC 3834).
OURS = {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}


def of_letter(letter: Letter) -> dict[str, Any]:
    """A letter of ours as a document."""
    return {"subject": letter.subject, "body": letter.body, "headers": letter.headers}


def of_message(message: EmailMessage) -> dict[str, Any]:
    """A message that Django, allauth or Wagtail wrote: its plain text and files. HTML versions are left out."""
    return {
        "subject": " ".join(str(message.subject).split()),
        "body": str(message.body),
        "headers": {str(name): str(value) for name, value in message.extra_headers.items()},
        "reply_to": list(message.reply_to),
        "files": [_file(attachment) for attachment in message.attachments],
    }


def to_keep(document: dict[str, Any]) -> dict[str, str]:
    """The columns of a record: the subject to be read, the rest sealed."""
    return {"subject": document["subject"][:300], "sealed": sealing.seal(document)}


def message_of(mail: Mail) -> EmailMessage:
    """The message as it goes out, to one address. Raises SealBroken."""
    document = sealing.unseal(mail.sealed)
    sender = parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
    message_id = f"<{mail.public_id}@{sender.rpartition('@')[2] or 'localhost'}>"
    message = EmailMessage(
        subject=document["subject"],
        body=document["body"],
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[mail.address],
        reply_to=document.get("reply_to") or None,
        headers={**OURS, "Message-ID": message_id, **document["headers"]},
    )
    for name, content, kind in document.get("files", []):
        message.attach(name, base64.b64decode(content), kind)
    return message


def _file(attachment: Any) -> list[str]:
    """[name, content in base 64, kind]; raises TypeError for a part that isn't a file."""
    if not isinstance(attachment, tuple):
        raise TypeError("Attach files to an e-mail by name, content and kind.")
    name, content, kind = attachment
    data = content.encode() if isinstance(content, str) else content
    return [name or "file", base64.b64encode(data).decode(), kind or "application/octet-stream"]
