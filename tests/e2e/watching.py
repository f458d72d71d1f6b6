"""Notes everything that is wrong on a page while a test uses it."""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Error, Page, Request, Response

# Chrome reports a page that answers 403, 404 or 422 as an error of the console. Those answers are ours, meant so.
REFUSED_DOCUMENT = "Failed to load resource: the server responded with a status of 4"
LOCAL_SCHEMES = ("data", "blob", "about", "chrome-error", "devtools")


@dataclass
class Watcher:
    """What went wrong: policy violations, errors of scripts and console, requests to other hosts, answers of 5xx."""

    host: str
    faults: list[str] = field(default_factory=list)
    documents: set[str] = field(default_factory=set)

    def watch(self, page: Page) -> None:
        """Listen to the page, before it opens anything."""
        for event, listener in self._listeners().items():
            page.on(event, listener)

    def leave(self, page: Page) -> None:
        """Listen no more: another test uses the page from now on."""
        for event, listener in self._listeners().items():
            page.remove_listener(event, listener)

    def check(self) -> None:
        """Fails with every fault noted so far."""
        assert not self.faults, "\n".join(self.faults)

    def _listeners(self) -> dict[Any, Any]:
        return {
            "console": self._console,
            "pageerror": self._script_error,
            "request": self._request,
            "response": self._response,
            "crash": self._crash,
        }

    def _script_error(self, error: Error) -> None:
        self.faults.append(f"script error: {error}")

    def _crash(self, page: Page) -> None:
        self.faults.append(f"{page.url}: the page crashed")

    def _console(self, message: ConsoleMessage) -> None:
        where = message.location.get("url", "")
        is_answer = message.text.startswith(REFUSED_DOCUMENT) and where.split("#")[0] in self.documents
        if not is_answer and (message.type == "error" or "Content Security Policy" in message.text):
            self.faults.append(f"{where}: console {message.type}: {message.text}")

    def _request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if request.is_navigation_request():
            self.documents.add(request.url.split("#")[0])
        if address.scheme not in LOCAL_SCHEMES and address.netloc != self.host:
            self.faults.append(f"a request left the site: {request.url}")

    def _response(self, response: Response) -> None:
        if response.status >= 500:
            self.faults.append(f"{response.url} answered {response.status}")
