"""A whole feed over the web: page after page of services, each whole, kept on disk while it is read.

Nothing is loaded from the network while the database waits: the feed is written to a file first, one document a line.
"""

import json
import time
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO
from urllib.parse import quote, urlencode

from market.directories.errors import AddressRefused, FeedRefused
from market.directories.reading import fetching
from market.directories.reports import Fault

PER_PAGE = 100
MOST_SERVICES = 50_000
MOST_BYTES = 500 * 1024 * 1024
MOST_SECONDS = 60 * 60
# A directory may grow while it is read; more than this is one without an end.
GROWTH, GROWTH_AT_LEAST = 1.1, 100
# Fields of a service that a list may leave out, and that the service alone has.
NESTED = {"schedules", "service_areas", "service_at_locations", "cost_options", "attributes", "languages", "contacts"}

Progress = Callable[[int, int | None], None]


class Feed:
    """One reading of a feed. `write` fills a file with what `documents` then gives out."""

    def __init__(self, address: str, *, progress: Progress | None = None) -> None:
        self.address = address.rstrip("/")
        self._progress = progress or (lambda done, total: None)
        self._began, self._bytes, self._asks_full = time.monotonic(), 0, True
        self._seen: set[str] = set()
        self._most = MOST_SERVICES

    def write(self, file: BinaryIO) -> None:
        """The feed's services, a line each; raises FeedRefused with the place and the reason."""
        where = "root"
        try:
            self._get(f"{self.address}/")
            number = 1
            while True:
                where = f"services, page {number}"
                page = self._page(number)
                is_last = self._is_last(page, number)
                for place, each in self._contents(page, where):
                    where = place
                    line = {"where": place, "document": self._whole(each)}
                    file.write(json.dumps(line, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n")
                self._progress(len(self._seen), page.get("total_items"))
                if is_last:
                    return
                number += 1
        except AddressRefused as error:
            mend = "Mend it there, or tell whoever runs the directory."
            raise FeedRefused([Fault(where, str(error), mend)]) from error

    def _page(self, number: int) -> dict[str, Any]:
        if self._asks_full:
            try:
                return self._list({"page": number, "per_page": PER_PAGE, "full": "true"}, number)
            except fetching.NotUnderstood:
                self._asks_full = False
        return self._list({"page": number, "per_page": PER_PAGE}, number)

    def _list(self, query: dict[str, Any], number: int) -> dict[str, Any]:
        page = self._get(f"{self.address}/services?{urlencode(query)}")
        if not isinstance(page, dict) or not isinstance(page.get("contents"), list):
            what = "This is no page of services: it has no list called contents."
            raise FeedRefused([Fault(f"services, page {number}", what, "Answer as Open Referral UK 3.0 says.")])
        return page

    def _is_last(self, page: dict[str, Any], number: int) -> bool:
        total, pages = page.get("total_items"), page.get("total_pages")
        if number == 1 and isinstance(total, int) and not isinstance(total, bool):
            self._most = min(MOST_SERVICES, int(max(total, 0) * GROWTH) + GROWTH_AT_LEAST)
        if not page["contents"] or page.get("last_page") is True:
            return True
        return isinstance(pages, int) and not isinstance(pages, bool) and number >= pages

    def _contents(self, page: dict[str, Any], where: str) -> Iterator[tuple[str, Any]]:
        news = False
        for number, each in enumerate(page["contents"]):
            key = str(each.get("id")) if isinstance(each, dict) else f"{where}[{number}]"
            news = news or key not in self._seen
            self._seen.add(key)
            yield f"{where}[{number}]", each
        if not news and page["contents"]:
            self._endless(where, "It has only services that earlier pages had.")
        if len(self._seen) > self._most:
            self._endless(where, f"The feed has more services than it says: over {self._most:,}.")

    def _endless(self, where: str, what: str) -> None:
        mend = "Say total_items and last_page as they are, so that a reader knows where the feed ends."
        raise FeedRefused([Fault(where, what, mend)])

    def _whole(self, each: Any) -> Any:
        """The service with all that belongs to it, asked for by itself where the list leaves it out."""
        if not isinstance(each, dict) or NESTED & set(each) or not isinstance(each.get("id"), str):
            return each
        try:
            return self._get(f"{self.address}/services/{quote(each['id'], safe='')}")
        except fetching.NotFound:
            return each

    def _get(self, address: str) -> Any:
        found, size = fetching.document(address)
        self._bytes += size
        if self._bytes > MOST_BYTES:
            raise AddressRefused(f"The feed is over {MOST_BYTES >> 20} MB.")
        if time.monotonic() - self._began > MOST_SECONDS:
            raise AddressRefused(f"The feed took over {MOST_SECONDS // 60} minutes to read.")
        return found


def documents(file: BinaryIO) -> Iterator[tuple[str, Any]]:
    """What `Feed.write` wrote: each document with its place in the feed."""
    file.seek(0)
    for line in file:
        found = json.loads(line.decode("utf-8", "surrogatepass"))
        yield found["where"], found["document"]
