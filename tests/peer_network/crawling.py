"""Reading everything that somebody can get to by following links, as text that can be compared."""

import re
from collections import deque
from dataclasses import dataclass
from urllib.parse import urldefrag, urljoin, urlsplit

from django.http import HttpResponse
from django.test import Client

LINK = re.compile(r"""(?:href|src|action)=["']([^"']+)["']""")
NEVER = re.compile(r"^/(static|media|account/logout|account/login|demo)/|^/me/data/")
# What differs from one answer to the next, whoever asks.
PASSING = (
    (re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"'), "token"),
    (re.compile(r'nonce="[^"]*"'), "nonce"),
    (re.compile(r"'nonce-[^']*'"), "nonce"),
    (re.compile(r"DTSTAMP:\w+"), "stamp"),
)
PASSING_HEADERS = {"Set-Cookie", "X-Request-ID", "Date", "Last-Modified", "Expires"}


@dataclass(frozen=True)
class Answer:
    """What came back: status, headers and words, without what is new each time."""

    status: int
    headers: tuple[tuple[str, str], ...]
    words: str


def crawl(client: Client, *starts: str, limit: int = 1_000) -> dict[str, Answer]:
    """Address -> answer, for every address of this site that links lead to from these."""
    found: dict[str, Answer] = {}
    waiting = deque(starts)
    while waiting and len(found) < limit:
        address = waiting.popleft()
        if address in found or NEVER.search(address):
            continue
        response = client.get(address)
        found[address] = answer_of(response)
        waiting.extend(links_of(address, response, found[address].words))
    assert len(found) < limit, "the crawl has no end"
    return found


def answer_of(response: HttpResponse) -> Answer:
    """The answer as it can be compared."""
    content = b"".join(response.streaming_content) if response.streaming else response.content
    headers = sorted((name, _still(value)) for name, value in response.items() if name not in PASSING_HEADERS)
    return Answer(response.status_code, tuple(headers), _still(content.decode("utf-8", "backslashreplace")))


def links_of(address: str, response: HttpResponse, words: str) -> list[str]:
    """Addresses of this site that the answer leads to, as the browser would take them."""
    targets = [response["Location"]] if "Location" in response else []
    if response["Content-Type"].startswith("text/html"):
        targets += [target.replace("&amp;", "&") for target in LINK.findall(words)]
    joined = (urlsplit(urldefrag(urljoin(f"http://testserver{address}", target)).url) for target in targets)
    return [
        f"{url.path}?{url.query}" if url.query else url.path
        for url in joined
        if url.netloc == "testserver" and url.scheme == "http"
    ]


def _still(words: str) -> str:
    for pattern, replacement in PASSING:
        words = pattern.sub(replacement, words)
    return words
