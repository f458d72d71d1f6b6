"""Asking ClamAV's daemon by its INSTREAM command, over TCP or a Unix socket."""

import socket
import struct
from typing import BinaryIO
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from files.scanner import ScanFailed

CONNECT_SECONDS, ANSWER_SECONDS = 5, 60
CHUNK_BYTES = 256 * 1024
ANSWER_BYTES = 4096
DEFAULT_PORT = 3310


class ClamAV:
    """A scanner for `files.scanner.register`. `address` is `tcp://host:3310` or `unix:///run/clamd.sock`."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        if not (parts.scheme == "tcp" and parts.hostname) and not (parts.scheme == "unix" and parts.path):
            raise ImproperlyConfigured(
                f"CLAMD_URL is {address!r}; write tcp://host:3310 or unix:///run/clamav/clamd.sock."
            )
        self._parts = parts

    def __call__(self, file: BinaryIO) -> str | None:
        """The name of the virus, or None; raises ScanFailed or OSError where there is no answer."""
        with self._connection() as connection:
            connection.sendall(b"zINSTREAM\0")
            while chunk := file.read(CHUNK_BYTES):
                connection.sendall(struct.pack("!L", len(chunk)) + chunk)
            connection.sendall(struct.pack("!L", 0))
            answer = self._answer(connection)
        if answer == "stream: OK":
            return None
        if answer.startswith("stream: ") and answer.endswith(" FOUND"):
            return answer.removeprefix("stream: ").removesuffix(" FOUND")
        raise ScanFailed(answer or "no answer")

    def _connection(self) -> socket.socket:
        if self._parts.scheme == "unix":
            connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            connection.settimeout(CONNECT_SECONDS)
            try:
                connection.connect(self._parts.path)
            except OSError:
                connection.close()
                raise
        else:
            place = (self._parts.hostname or "", self._parts.port or DEFAULT_PORT)
            connection = socket.create_connection(place, timeout=CONNECT_SECONDS)
        connection.settimeout(ANSWER_SECONDS)
        return connection

    @staticmethod
    def _answer(connection: socket.socket) -> str:
        answer = b""
        while not answer.endswith(b"\0") and len(answer) < ANSWER_BYTES:
            part = connection.recv(ANSWER_BYTES)
            if not part:
                break
            answer += part
        return answer.rstrip(b"\0\n").decode("utf-8", "replace")
