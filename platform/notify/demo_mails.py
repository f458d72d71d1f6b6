"""The mails that the demo wrote to files, read for its mail page: `IPC_HOME/mail/*.log`, as Django writes them."""

import email
import re
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

from django.conf import settings

NAME = re.compile(r"^[0-9]{8}-[0-9]{6}-[0-9]+\.log$")
BETWEEN = b"\n" + b"-" * 79 + b"\n"
LINK = re.compile(r"https?://[^\s<>\"]+")
READ_AT_MOST_BYTES = 1_000_000


@dataclass(frozen=True)
class DemoMail:
    """One mail. `key` names it in an address: the file's name without its end, and its place in the file."""

    key: str
    subject: str
    to: str
    sender: str
    date: str
    body: str
    attachments: tuple[str, ...]

    @property
    def parts(self) -> list[tuple[str, bool]]:
        """The text cut at its links: (words, whether they are an address)."""
        cut, place = [], 0
        for found in LINK.finditer(self.body):
            cut += [(self.body[place : found.start()], False), (found[0], True)]
            place = found.end()
        return [*cut, (self.body[place:], False)]


def all_mails() -> list[DemoMail]:
    """Every mail in the folder, the newest first; none where nothing was sent yet."""
    folder = Path(settings.MAIL_ROOT)
    files = [path for path in folder.iterdir() if NAME.match(path.name)] if folder.is_dir() else []
    files.sort(key=lambda path: (path.stat().st_mtime_ns, path.name), reverse=True)
    return [mail for path in files for mail in reversed(_in_file(path))]


def find(key: str) -> DemoMail | None:
    """The mail of this key, looked for among those there are: a key never becomes a path."""
    return next((mail for mail in all_mails() if mail.key == key), None)


def _in_file(path: Path) -> list[DemoMail]:
    with path.open("rb") as file:
        texts = file.read(READ_AT_MOST_BYTES).split(BETWEEN)
    return [_mail(f"{path.stem}-{number}", text) for number, text in enumerate(texts, 1) if text.strip()]


def _mail(key: str, text: bytes) -> DemoMail:
    message = email.message_from_bytes(text, policy=default)
    assert isinstance(message, EmailMessage)  # noqa: S101 - what this policy makes
    plain = message.get_body(preferencelist=("plain",))
    return DemoMail(
        key=key,
        subject=str(message["Subject"] or "No subject"),
        to=str(message["To"] or ""),
        sender=str(message["From"] or ""),
        date=str(message["Date"] or ""),
        body=plain.get_content() if plain else "",
        attachments=tuple(part.get_filename() or part.get_content_type() for part in message.iter_attachments()),
    )
