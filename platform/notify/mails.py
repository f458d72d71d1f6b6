"""Every e-mail: recorded in the transaction of its cause, sent by a worker from the record, never twice.

A mail is marked "being sent" and that is kept *before* it is handed to the mail server. A worker that dies between
the two leaves a mail of which nobody can know whether it went: it is then "perhaps sent", and is not sent again.
What the server refused, or could not be asked, is tried again for about three days.
"""

import datetime
import smtplib
import time
from typing import Any

import structlog
from django.conf import settings
from django.core.mail import get_connection
from django.db import connection, transaction
from django.db.models import F
from django.db.models.functions import Now

from accounts.access import Access
from jobs import outbox
from notify import envelopes, queries
from notify.errors import NotInTransaction, SealBroken
from notify.letters import Letter
from notify.models import Mail
from notify.registry import DIGESTS, EVERY_DIGEST, Way

TASK = "notify.tasks.send_mail"
State = Mail.State
FIRST_WAIT_SECONDS, LONGEST_WAIT_SECONDS = 60, 6 * 60 * 60
GIVEN_UP_AFTER_TRIES = 18  # 8½ hours of doubling waits, then nine of six hours: 2½ days
# After the mail server didn't answer, this process leaves it alone; the schedule tries again.
SERVER_REST_SECONDS = 30
UNSURE_AFTER = datetime.timedelta(minutes=15)  # far longer than the mail server is waited for
BATCH = 100
SERVER_OK = 250  # SMTP's answer when all is well

log = structlog.get_logger(__name__)
_server_rests_until = 0.0


def record(letter: Letter, *, to: Any, kind: str, key: str | None = None) -> Mail:
    """Have a letter of ours sent to a person, in the caller's transaction. The same key again is the same mail."""
    document = envelopes.of_letter(letter)
    return record_document(document, address=to.email, to=to, kind=kind, key=key)


def record_document(
    document: dict[str, Any], *, address: str, to: Any = None, kind: str = "", key: str | None = None
) -> Mail:
    """The record, and the message to a worker that asks for sending it. Raises NotInTransaction."""
    if not connection.in_atomic_block:
        raise NotInTransaction("an e-mail")
    facts = {"to": to, "address": address, "kind": kind, **envelopes.to_keep(document)}
    if key is None:
        mail, is_new = Mail.objects.create(**facts), True
    else:
        mail, is_new = Mail.objects.get_or_create(key=key, defaults=facts)
    if is_new:
        outbox.send(TASK, kwargs={"mail": str(mail.public_id)}, key=f"mail-{mail.public_id}")
    return mail


def send_one(public_id: str) -> None:
    """Send this mail if it is due and in nobody else's hands."""
    _send(Mail.objects.filter(public_id=public_id, state=State.QUEUED, due_at__lte=Now()))


def send_due() -> None:
    """Send what is due, the oldest first: new tries, and what no message asked for."""
    _send(queries.due_mails(BATCH))


def _send(wanted: Any) -> None:
    """Each of these over one connection; when the mail server doesn't answer, all wait."""
    mails = list(wanted)
    if not mails or time.monotonic() < _server_rests_until:
        return
    transport = None
    try:
        for number, mail in enumerate(mails):
            try:
                transport = _ready(transport)
            except Exception as error:  # noqa: BLE001 - whatever the transport raises, this mail has not gone yet
                _no_answer(mails[number:], error)
                return
            _send_claimed(mail.pk, transport)
    finally:
        if transport is not None:
            _close(transport)


def _ready(transport: Any) -> Any:
    """A connection to the mail server that answers: the one we have, else a new one."""
    if transport is not None:
        server = getattr(transport, "connection", None)
        try:
            if server is None or server.noop()[0] == SERVER_OK:
                return transport
        except (smtplib.SMTPException, OSError):
            log.info("mail server closed the connection")
        _close(transport)
    transport = get_connection(settings.MAIL_TRANSPORT)
    transport.open()
    return transport


def _send_claimed(pk: int, transport: Any) -> None:
    mail = _claim(pk)
    if mail is None:
        return
    if not is_wanted(mail):
        _end(mail, State.DROPPED)
        return
    try:
        message = envelopes.message_of(mail)
        message.message()  # what can't be written is found before the server is asked
    except (SealBroken, ValueError) as error:
        _end(mail, State.FAILED, error)
        return
    try:
        transport.send_messages([message])
    except Exception as error:  # noqa: BLE001 - judged below
        _refused(mail, error)
    else:
        _end(mail, State.SENT)


def _claim(pk: int) -> Mail | None:
    """Mark it as being sent, and keep that; None where another has it, or it is not due."""
    with transaction.atomic():
        due = Mail.objects.filter(pk=pk, state=State.QUEUED, due_at__lte=Now())
        mail = due.select_for_update(skip_locked=True, of=("self",)).select_related("to").first()
        if mail is not None:
            Mail.objects.filter(pk=pk).update(state=State.SENDING, claimed_at=Now(), tries=F("tries") + 1)
            mail.tries += 1
    return mail


def is_wanted(mail: Mail) -> bool:
    """False for a closed account, for what its reader no longer wants, has seen, or may no longer see."""
    if mail.to is None or not mail.kind:
        return True
    ways = queries.ways_of(mail.to)
    if mail.kind == EVERY_DIGEST:
        return mail.to.is_active and any(way in DIGESTS for way in ways.values())
    if not mail.to.is_active or ways.get(mail.kind) != Way.AT_ONCE:
        return False
    return queries.visible_to(Access(mail.to)).filter(mail=mail, read_at__isnull=True).exists()


def _refused(mail: Mail, error: Exception) -> None:
    """The server said no, now or for good; or it fell silent, and nobody knows."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        codes = [code for code, _words in error.recipients.values()]
        for_good = bool(codes) and all(code >= 500 for code in codes)
    elif isinstance(error, smtplib.SMTPSenderRefused):
        for_good = False  # our own settings are wrong: no reason to lose mails
    elif isinstance(error, smtplib.SMTPResponseException):
        for_good = error.smtp_code >= 500
    else:
        _end(mail, State.UNSURE, error)
        return
    if for_good or mail.tries >= GIVEN_UP_AFTER_TRIES:
        _end(mail, State.FAILED, error)
    else:
        _again_later(mail, error)


def _again_later(mail: Mail, error: Exception) -> None:
    wait = min(FIRST_WAIT_SECONDS * 2 ** max(mail.tries - 1, 0), LONGEST_WAIT_SECONDS)
    Mail.objects.filter(pk=mail.pk, state=State.SENDING).update(
        state=State.QUEUED, due_at=Now() + datetime.timedelta(seconds=wait), last_error=_words(error)
    )


def _no_answer(mails: list[Mail], error: Exception) -> None:
    """Nothing was sent. They stay due, and don't count as tried: the server is at fault, however long it takes."""
    global _server_rests_until
    _server_rests_until = time.monotonic() + SERVER_REST_SECONDS
    log.warning("mail server does not answer", error=type(error).__name__, waiting=len(mails))
    Mail.objects.filter(pk__in=[mail.pk for mail in mails], state=State.QUEUED).update(last_error=_words(error))


def _end(mail: Mail, state: str, error: Exception | None = None) -> None:
    """Ended, its text wiped. A late answer to a mail that was thought unsure counts."""
    Mail.objects.filter(pk=mail.pk, state__in=[State.SENDING, State.UNSURE]).update(
        state=state, ended_at=Now(), sealed="", last_error=_words(error) if error else ""
    )
    if state in (State.FAILED, State.UNSURE):
        log.error("mail not sent", mail=str(mail.public_id), kind=mail.kind, state=state, error=type(error).__name__)


def _words(error: Exception) -> str:
    """What kind of fault: a server's own words may hold an address, and stay out."""
    code = getattr(error, "smtp_code", None)
    return f"{type(error).__name__}{f' {code}' if code else ''}"


def _close(transport: Any) -> None:
    try:
        transport.close()
    except Exception as error:  # noqa: BLE001 - what was sent is sent
        log.info("mail server left without a word", error=type(error).__name__)


def look_after() -> int:
    """Mails whose worker died while it handed them over are "perhaps sent"; returns how many."""
    left = Mail.objects.filter(state=State.SENDING, claimed_at__lt=Now() - UNSURE_AFTER)
    count = left.update(state=State.UNSURE, ended_at=Now(), sealed="", last_error="The worker stopped half way.")
    if count:
        log.error("mails perhaps not sent", mails=count)
    return count
