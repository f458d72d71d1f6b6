"""Fetching one document of a feed: from a pinned address, in bounded time and size, redirects looked at one by one."""

import json
import time
from typing import Any
from urllib.parse import urljoin

import urllib3

from market.directories.errors import AddressRefused
from market.directories.reading import addresses
from market.directories.reading.addresses import Target

CONNECT_SECONDS, READ_SECONDS = 5, 20
MOST_SECONDS = 60  # of one document, so that a server which sends a byte a second doesn't hold us
MOST_BYTES = 10 * 1024 * 1024
MOST_REDIRECTS = 3
PIECE_BYTES = 64 * 1024
REDIRECTS = {301, 302, 303, 307, 308}
HEADERS = {"Accept": "application/json", "Accept-Encoding": "identity", "User-Agent": "ipc-market (Open Referral UK)"}


class NotFound(AddressRefused):
    """The server says that there is nothing at this address."""


class NotUnderstood(AddressRefused):
    """The server does not understand the request (400 or 422): it may not know a parameter."""


def document(address: str) -> tuple[Any, int]:
    """The JSON at an address, and how many bytes it was; raises AddressRefused, and its two kinds."""
    for _ in range(MOST_REDIRECTS + 1):
        found = addresses.target(address)
        status, where_to, body = _ask(found)
        if status in REDIRECTS and where_to:
            address = urljoin(address, where_to)
            continue
        _look_at(status, address)
        return _read(body, address), len(body)
    raise AddressRefused(f"{found.host} sends from address to address. Ask for the address of the feed itself.")


def _ask(found: Target) -> tuple[int, str, bytes]:
    with _pool(found) as pool:
        try:
            answer = pool.request(
                "GET",
                found.path,
                headers={**HEADERS, "Host": found.host_header},
                redirect=False,
                retries=False,
                preload_content=False,
                timeout=urllib3.Timeout(connect=CONNECT_SECONDS, read=READ_SECONDS),
            )
            try:
                body = b"" if answer.status in REDIRECTS else _bounded(answer, found)
                return answer.status, answer.headers.get("Location", ""), body
            finally:
                answer.close()
        except (urllib3.exceptions.HTTPError, OSError) as error:
            words = f"{found.host} did not answer ({type(error).__name__}). Try again later, or check the address."
            raise AddressRefused(words) from error


def _pool(found: Target) -> urllib3.HTTPConnectionPool:
    """Connects to the address that was looked at; the certificate has to be the named host's."""
    if found.scheme == "http":
        return urllib3.HTTPConnectionPool(found.ip, found.port, maxsize=1)
    return urllib3.HTTPSConnectionPool(
        found.ip,
        found.port,
        maxsize=1,
        cert_reqs="CERT_REQUIRED",
        server_hostname=found.host,
        assert_hostname=found.host,
    )


def _bounded(answer: urllib3.BaseHTTPResponse, found: Target) -> bytes:
    if answer.headers.get("Content-Encoding", "identity") not in ("", "identity"):
        raise AddressRefused(f"{found.host} sent packed data, which was not asked for.")
    until, body = time.monotonic() + MOST_SECONDS, bytearray()
    while piece := answer.read1(PIECE_BYTES, decode_content=False):
        body += piece
        if len(body) > MOST_BYTES:
            raise AddressRefused(f"{found.host} sent a document of over {MOST_BYTES >> 20} MB. Ask for smaller pages.")
        if time.monotonic() > until:
            raise AddressRefused(f"{found.host} took over {MOST_SECONDS} seconds to send one document.")
    return bytes(body)


def _look_at(status: int, address: str) -> None:
    if status == 404:
        raise NotFound(f"There is nothing at {address[:200]} (404). Check the address of the feed.")
    if status in (400, 422):
        raise NotUnderstood(f"{address[:200]} could not be understood there ({status}).")
    if status != 200:
        raise AddressRefused(f"{address[:200]} answered {status}. Try again later, or ask whoever runs the directory.")


def _read(body: bytes, address: str) -> Any:
    try:
        return json.loads(body, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        words = " ".join(str(error).split())[:120]
        raise AddressRefused(f"What {address[:200]} sent is not JSON ({words}).") from error


def _no_number(text: str) -> float:
    raise ValueError(f"{text} is no number")
