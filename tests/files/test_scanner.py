"""Every upload is shown to the virus scanner; without its answer nothing is taken."""

import io
import socket
import struct
import tempfile
import threading
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.files.uploadedfile import SimpleUploadedFile

from files import checks, guard, scanner
from files.clamav import ClamAV
from files.faults import Refused
from files.limits import SMALL_TABLE
from files.scanner import ScannerAway

# The harmless file that every scanner calls a virus; in two parts, so that none finds it here.
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-" + b"STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
HEAD = b"E-mail address,Role,Name\n"


class Daemon(threading.Thread):
    """A small clamd: takes INSTREAM, answers FOUND for EICAR; `answer` overrides what it says."""

    def __init__(self, listener, answer=None):
        super().__init__(daemon=True)
        self.listener, self.answer, self.seen = listener, answer, []

    def run(self):
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            with connection:
                self._serve(connection)

    def _serve(self, connection):
        file = connection.makefile("rb")
        assert file.read(10) == b"zINSTREAM\0"
        content = b""
        while size := struct.unpack("!L", file.read(4))[0]:
            content += file.read(size)
        self.seen.append(content)
        found = b"stream: Eicar-Test-Signature FOUND\0" if EICAR in content else b"stream: OK\0"
        connection.sendall(found if self.answer is None else self.answer)
        file.close()


@pytest.fixture
def short_folder():
    """A folder whose path is short: a Unix socket's may have 107 letters."""
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        yield Path(folder)


@pytest.fixture
def daemon(short_folder):
    """Starts a daemon on a Unix socket, registers it as the scanner; `daemon(answer)` returns it."""
    listeners = []

    def start(answer=None, listener=None):
        if listener is None:
            listener = socket.socket(socket.AF_UNIX)
            listener.bind(str(short_folder / f"clamd-{len(listeners)}.sock"))
            listener.listen()
        listeners.append(listener)
        made = Daemon(listener, answer)
        made.start()
        name = listener.getsockname()
        address = f"unix://{name}" if isinstance(name, str) else f"tcp://{name[0]}:{name[1]}"
        scanner.register("test", ClamAV(address))
        return made

    yield start
    scanner.unregister("test")
    for listener in listeners:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()


def check(content):
    return guard.check(SimpleUploadedFile("t.csv", content), endings=(".csv",), limits=SMALL_TABLE)


def test_a_clean_file_is_shown_whole_and_let_through(daemon):
    clamd = daemon()
    content = HEAD + b"x" * 700_000
    assert check(content) == ".csv"
    assert clamd.seen == [content]


def test_a_virus_is_refused_by_name(daemon):
    daemon()
    with pytest.raises(Refused) as refused:
        check(HEAD + EICAR)
    assert refused.value.faults == [
        "t.csv: has a virus in it (Eicar-Test-Signature); delete it, and tell whoever looks after your computer"
    ]


def test_the_scanner_is_asked_over_tcp_as_well(daemon):
    daemon(listener=socket.create_server(("127.0.0.1", 0)))
    with pytest.raises(Refused):
        check(HEAD + EICAR)


@pytest.mark.parametrize("answer", [b"", b"INSTREAM size limit exceeded. ERROR\0", b"stream: OK but", b"\xff\0"])
def test_anything_but_a_clear_answer_refuses_the_file(daemon, answer):
    daemon(answer)
    with pytest.raises(ScannerAway) as refused:
        check(HEAD)
    assert refused.value.faults == ["t.csv: can't be checked for viruses just now; try again in a few minutes"]


def test_a_scanner_that_is_not_there_refuses_every_file(tmp_path):
    scanner.register("test", ClamAV(f"unix://{tmp_path}/nothing.sock"))
    try:
        with pytest.raises(ScannerAway):
            check(HEAD)
    finally:
        scanner.unregister("test")


@pytest.mark.django_db
def test_a_virus_in_an_upload_is_told_on_the_page_and_nothing_is_kept(daemon, client_as, kernow, settings, tmp_path):
    settings.PRIVATE_ROOT = tmp_path / "private"
    daemon()
    lead, manager = client_as("area-lead", area=kernow), client_as("network-manager")
    for client, path, field, name, content in (
        (lead, "/areas/kernow/team/list/", "file", "t.csv", HEAD + EICAR),
        (manager, "/network/load/", "folder", "t.zip", b"PK\x03\x04" + EICAR),
    ):
        answer = client.post(path, {field: SimpleUploadedFile(name, content)})
        assert answer.status_code == 422
        assert "as a virus in it (Eicar-Test-Signature)" in answer.content.decode()
    assert not Path(settings.PRIVATE_ROOT).exists()


@pytest.mark.parametrize("address", ["clamav:3310", "http://clamav", "unix:", "tcp://"])
def test_an_address_that_is_none_is_refused_when_the_settings_are_read(address):
    with pytest.raises(ImproperlyConfigured, match="CLAMD_URL"):
        ClamAV(address)


def test_the_check_gives_a_notice_without_a_scanner_and_none_with_one():
    assert [message.id for message in checks.uploads_are_scanned(None)] == ["ipc.I001"]
    scanner.register("test", lambda file: None)
    try:
        assert checks.uploads_are_scanned(None) == []
    finally:
        scanner.unregister("test")


def test_a_scanner_sees_the_whole_file_from_its_start():
    seen = []
    scanner.register("test", lambda file: seen.append(file.read()) or None)
    try:
        scanner.scan(io.BytesIO(b"abc"), "t")
    finally:
        scanner.unregister("test")
    assert seen == [b"abc"]
