"""Directories, and a server on this machine that answers as another directory's would."""

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

import pytest

from market.models import Directory

ORGANISATION = {
    "id": "d9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610",
    "name": "Tamar Friends",
    "description": "A charity.",
    "email": "hello@tamar.example",
    "website": "https://tamar.example",
}


def key(number: int) -> str:
    """The identifier of a made-up service."""
    return str(UUID(int=0xAC148810D857441C9679408F00000000 + number, version=4))


def service(number: int = 1, **facts: Any) -> dict[str, Any]:
    """A service as another directory has it: `service(3, name="Lunch club")`; a field set to None is left out."""
    usual = {
        "id": key(number),
        "name": f"Service {number}",
        "description": "A service for people nearby.",
        "status": "active",
        "last_modified": "2015-03-15T10:30:45.123Z",
        "organization": ORGANISATION,
        "schedules": [],
    }
    return {name: value for name, value in {**usual, **facts}.items() if value is not None}


class Answers:
    """What the server says: an answer for each path (JSON, text, or a function of the query), and what was asked."""

    def __init__(self) -> None:
        self.paths: dict[str, Any] = {"/feed/": {"version": "HSDS-UK-3.0"}}
        self.asked: list[str] = []
        self.address = ""

    def serve(self, services: list[Any], *, size: int = 100, **envelope: Any) -> None:
        """Answer with these services, so many on a page; `envelope` says otherwise than is so."""

        def page(query: dict[str, str]) -> dict[str, Any]:
            number = int(query.get("page", 1))
            shown = services[(number - 1) * size : number * size]
            pages = max(1, -(-len(services) // size))
            counts = {"total_items": len(services), "total_pages": pages, "page_number": number, "size": len(shown)}
            marks = {"first_page": number == 1, "last_page": number >= pages, "empty": not shown}
            return {**counts, **marks, "contents": shown, **envelope}

        self.paths["/feed/services"] = page


@pytest.fixture
def elsewhere(settings: Any) -> Iterator[Answers]:
    """Another directory at `elsewhere.address`: this very server, and no other on this machine, may be fetched from."""
    answers = Answers()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            answers.asked.append(self.path)
            found = answers.paths.get(parts.path)
            if callable(found):
                found = found({name: values[0] for name, values in parse_qs(parts.query).items()})
            status, headers, body = _answer(found)
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *words: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    port = server.server_address[1]
    settings.FEED_SERVERS_OF_TESTS = (("127.0.0.1", port),)
    answers.address = f"http://127.0.0.1:{port}/feed"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield answers
    server.shutdown()
    server.server_close()
    thread.join()


def _answer(found: Any) -> tuple[int, dict[str, str], bytes]:
    if found is None:
        return 404, {}, b"{}"
    if isinstance(found, tuple):
        return found[0], found[1], b""
    return 200, {}, (found if isinstance(found, str) else json.dumps(found)).encode()


@pytest.fixture
def directory(db: None) -> Callable[..., Directory]:
    """Makes a directory: `directory(address=elsewhere.address)`."""

    def make(**facts: Any) -> Directory:
        return Directory.objects.create(**{"name": "Tamar directory", "areas": ["kernow"], **facts})

    return make
