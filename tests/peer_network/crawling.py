"""Reading everything that somebody can get to by following links, as text that can be compared."""

import re
from collections import Counter, deque
from dataclasses import dataclass
from urllib.parse import urldefrag, urljoin, urlsplit

from django.http import HttpResponse
from django.test import Client
from django.urls import Resolver404, resolve

LINK = re.compile(r"""(?:href|src|action)=["']([^"']+)["']""")
NEVER = re.compile(r"^/(static|media|account/logout|account/login|demo)/|^/me/data/")
QUERIES_OF_A_PAGE = 3
# What differs from one answer to the next, whoever asks.
PASSING = (
    (re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"'), "token"),
    (re.compile(r'nonce="[^"]*"'), 'nonce="still"'),
    (re.compile(r"'nonce-[^']*'"), "'nonce-still'"),
    (re.compile(r"DTSTAMP:\w+"), "stamp"),
)
PASSING_HEADERS = {"Set-Cookie", "X-Request-ID", "Date", "Last-Modified", "Expires"}


@dataclass(frozen=True)
class Answer:
    """What came back: status, headers and words, without what is new each time."""

    status: int
    headers: tuple[tuple[str, str], ...]
    words: str


def crawl(
    client: Client, *starts: str, within: str = "/peers/", limit: int = 300, of_a_route: int | None = None
) -> dict[str, Answer]:
    """Address -> answer, for these and every address of the room that links lead to; of filters, a few of each page.

    `of_a_route` takes so many pages of each route, and no files.
    """
    found: dict[str, Answer] = {}
    of_path: Counter[str] = Counter()
    waiting = deque(starts)
    while waiting:
        address = waiting.popleft()
        path = address.partition("?")[0]
        if address in found or NEVER.search(address) or of_path[path] >= QUERIES_OF_A_PAGE:
            continue
        if of_a_route is not None and _is_enough(path, of_path, of_a_route):
            continue
        of_path[path] += 1
        response = client.get(address)
        found[address] = answer_of(response)
        links = links_of(address, response, found[address].words)
        waiting.extend(link for link in links if link.startswith(within))
        assert len(found) < limit, f"the crawl has no end: {list(found)[-20:]}"
    return found


def _is_enough(path: str, counts: Counter[str], most: int) -> bool:
    """Whether this is a file, or so many pages of its route were taken; counts it otherwise."""
    try:
        found = resolve(path)
    except Resolver404:
        return False
    if "ending" in found.kwargs or counts[found.view_name] >= most:
        return True
    counts[found.view_name] += 1
    return False


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
