"""The browser, the site that it looks at, and people who are signed in to it.

Sessions of these fixtures last while tests of this folder run ("package"): Playwright keeps an event loop, beside
which Django's database can't be used by tests of other folders.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.e2e import axe
from tests.e2e.site import Site, running_site
from tests.e2e.watching import Watcher

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Playwright gives every browser a fresh profile of its own.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    # A test waits for the next frame often: draw it at once, not with the next beat of a screen that nobody looks at.
    "--disable-frame-rate-limit",
    "--disable-gpu-vsync",
]
WIDE = {"width": 1280, "height": 900}
WAIT_MILLISECONDS = 10_000


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test here needs the browser. Each worker that runs some has a site of its own, so that all work."""
    for item in items:
        if "tests/e2e/" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)


def chrome_path() -> str | None:
    """The browser's program: CHROME_BIN, else the first of the usual names."""
    return os.environ.get("CHROME_BIN") or next(filter(None, map(shutil.which, NAMES)), None)


@pytest.fixture(scope="package")
def chrome() -> str:
    """The browser's program; without one the tests are skipped, or fail with IPC_REQUIRE_BROWSER=1."""
    found = chrome_path()
    if found:
        return found
    words = f"NO BROWSER: none of {', '.join(NAMES)} is on the path and CHROME_BIN is not set. No page was looked at."
    if os.environ.get("IPC_REQUIRE_BROWSER", "0") not in {"", "0"}:
        pytest.fail(words)
    pytest.skip(words)


@pytest.fixture(scope="package")
def site(chrome: str, worker_id: str, django_db_blocker: Any) -> Iterator[Site]:
    """The running site, with the demo's people, on the field's 15 July 2015."""
    with django_db_blocker.unblock(), running_site(f"ipc_e2e_{worker_id}") as site:
        yield site


@pytest.fixture(scope="package")
def browser(chrome: str, site: Site) -> Iterator[Browser]:
    """One browser for all. It needs the site first: that one uses Django, which a browser's event loop forbids."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chrome, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def states(browser: Browser, site: Site) -> Callable[[str], Any]:
    """The cookies of a demo person, signed in once through the real form: `states("area-lead")`."""
    known: dict[str, Any] = {}

    def state_of(who: str) -> Any:
        if who not in known:
            with browser.new_context(base_url=site.address) as context:
                context.set_default_timeout(WAIT_MILLISECONDS)
                page = context.new_page()
                sign_in(page, site, who)
                known[who] = context.storage_state()
        return known[who]

    return state_of


@pytest.fixture(scope="package")
def contexts(browser: Browser) -> Iterator[dict[str, BrowserContext]]:
    """Contexts that tests share, one for each person, so that styles and scripts are fetched once."""
    open_contexts: dict[str, BrowserContext] = {}
    yield open_contexts
    for context in open_contexts.values():
        context.close()


@pytest.fixture(scope="package")
def windows() -> dict[str, Page]:
    """A window of each person, which tests use one after another: a new one takes longer than most pages in it."""
    return {}


@pytest.fixture
def page_as(browser: Browser, site: Site, states: Any, contexts: Any, windows: Any) -> Iterator[Callable[..., Page]]:
    """Opens a page: `page_as("area-lead")`, `page_as("")` signed out, `page_as("", java_script_enabled=False)`.

    With options, or `own=True`, the page has cookies of its own. Any fault that a page's watcher noted fails the test.
    """
    watcher = Watcher(urlsplit(site.address).netloc)
    opened: list[BrowserContext] = []
    lent: dict[str, Page] = {}

    def open_page(who: str = "", *, own: bool = False, **options: Any) -> Page:
        # Who asks for a second page of the same person gets one that stands beside the first.
        if own or options or who in lent:
            context = _context(browser, site, states, who, **options)
            opened.append(context)
            page = context.new_page()
        else:
            context = contexts.get(who) or contexts.setdefault(who, _context(browser, site, states, who))
            page = lent[who] = windows.pop(who, None) or context.new_page()
        page.set_viewport_size(options.get("viewport", WIDE))
        watcher.watch(page)
        return page

    yield open_page
    for context in reversed(opened):
        context.close()
    for who, page in lent.items():
        page.goto("about:blank")
        watcher.leave(page)
        windows[who] = page
    watcher.check()


def _context(browser: Browser, site: Site, states: Any, who: str, **options: Any) -> BrowserContext:
    choices = {"base_url": site.address, "viewport": WIDE, **options}
    if who:
        choices["storage_state"] = states(who)
    context = browser.new_context(**choices)
    context.set_default_timeout(WAIT_MILLISECONDS)
    context.add_init_script(axe.BEFORE_EACH_PAGE)
    return context


def sign_in(page: Page, site: Site, who: str, password: str | None = None) -> None:
    """Sign in by the form, as a person does; `who` is a demo person's name or an e-mail address."""
    page.goto("/account/login/")
    page.get_by_label("E-mail address").fill(who if "@" in who else f"{who}@demo.example")
    page.get_by_label("Password", exact=True).fill(password or site.password)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url("**/home/")
