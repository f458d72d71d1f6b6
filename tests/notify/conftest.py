"""Kinds of the tests' own, mails that are sent into a list, and a mail server that does as it is told."""

import socketserver
import threading
from collections.abc import Sequence

import pytest
from django.conf import settings
from django.core import mail
from django.db import transaction

from notify import mails, registry
from notify.actions import notify
from notify.models import Mail
from notify.registry import NotificationKind, Way

WORDS = "There is an answer in the peer network. Sign in to read it."
KINDS = {
    Way.PAGE: NotificationKind("test-page", "Test page", "Shown.", WORDS),
    Way.AT_ONCE: NotificationKind("test-at-once", "Test at once", "Sent.", WORDS, default=Way.AT_ONCE),
    Way.DAILY: NotificationKind("test-daily", "Test daily", "Each day.", WORDS, default=Way.DAILY),
    Way.WEEKLY: NotificationKind("test-weekly", "Test weekly", "Each week.", WORDS, default=Way.WEEKLY),
}
MUST = NotificationKind("test-must", "Test must", "Always.", WORDS, may_be_off=False)


@pytest.fixture(autouse=True)
def kinds():
    for kind in (*KINDS.values(), MUST):
        registry.register(kind)
    yield
    for kind in (*KINDS.values(), MUST):
        registry.unregister(kind.key)


@pytest.fixture(autouse=True)
def rested_server(monkeypatch):
    monkeypatch.setattr(mails, "_server_rests_until", 0.0)


@pytest.fixture(autouse=True)
def sent(monkeypatch):
    """What the transport sends, in a list."""
    monkeypatch.setattr(settings, "MAIL_TRANSPORT", "django.core.mail.backends.locmem.EmailBackend", raising=False)
    return Sent()


class Sent(Sequence):
    """`mail.outbox` as it is now: Django makes a new list when the database is made ready."""

    def __len__(self):
        return len(mail.outbox)

    def __getitem__(self, place):
        return mail.outbox[place]

    def __eq__(self, other):
        return mail.outbox == other


def tell(person, way=Way.AT_ONCE, **facts):
    """Tell one person of something, in a transaction of its own."""
    with transaction.atomic():
        return notify(to=person, kind=KINDS[way].key, **{"title": "Something new", "url": "/home/", **facts})


def states():
    return list(Mail.objects.order_by("pk").values_list("state", flat=True))


class Sink(socketserver.ThreadingTCPServer):
    """A mail server. `answers` replaces its answer to a command; `silent_after_data` takes a mail and says nothing."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, port=0):
        super().__init__(("127.0.0.1", port), _Talk)
        self.taken, self.answers, self.silent_after_data, self.mails_a_connection = [], {}, False, 100
        self.connections = 0
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    @property
    def port(self):
        return self.server_address[1]

    def stop(self):
        self.shutdown()
        self.server_close()


class _Talk(socketserver.StreamRequestHandler):
    def handle(self):
        self.server.connections += 1
        taken = 0
        self.say("220 sink")
        while line := self.rfile.readline():
            command = line[:4].decode().upper().strip()
            if command == "QUIT":
                self.say("221 bye")
                return
            self.say(self.server.answers.get(command) or ("354 go on" if command == "DATA" else "250 ok"))
            if command == "DATA" and "DATA" not in self.server.answers:
                self.server.taken.append(self.read_mail())
                taken += 1
                if self.server.silent_after_data:
                    return
                self.say(self.server.answers.get("END") or "250 taken")
                if taken >= self.server.mails_a_connection:
                    return

    def read_mail(self):
        lines = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line)
        return b"".join(lines).decode()

    def say(self, words):
        self.wfile.write(words.encode() + b"\r\n")


@pytest.fixture
def sink(monkeypatch):
    """A mail server on this machine, which the site uses."""
    server = Sink()
    use_smtp(monkeypatch, server.port)
    yield server
    server.stop()


def use_smtp(monkeypatch, port):
    monkeypatch.setattr(settings, "MAIL_TRANSPORT", "django.core.mail.backends.smtp.EmailBackend")
    for name, value in {"HOST": "127.0.0.1", "PORT": port, "HOST_USER": "", "HOST_PASSWORD": "", "TIMEOUT": 2}.items():
        monkeypatch.setattr(settings, f"EMAIL_{name}", value)
