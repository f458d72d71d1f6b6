"""No page, in no state, at no width, has an accessibility fault that axe can find.

The suite looks at each page in its first state; `script/soak axe` looks at every state.
"""

import base64
import hashlib
import hmac
import struct
import time
from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.utils.module_loading import module_has_submodule
from playwright.sync_api import Page

from tests.e2e import pages
from tests.e2e.axe import EVERYTHING, violations
from tests.e2e.conftest import WAIT_MILLISECONDS, sign_in
from tests.e2e.pages import Shown
from tests.trust.rights_outside import class_of
from tests.trust.rights_routes import all_routes

FOR_PEOPLE = {"ways in", "own account", "documents and pictures", "Wagtail's public pages"}


PALE_WORDS = "<title>A page</title><main><h1>Heading</h1><p style='color: #bbb'>Too pale</p></main>"
PALE_BOX = (
    "<title>A page</title><main style='opacity: 0.3'><h1>Heading</h1><p style='background: #fff'>Words</p></main>"
)


def one_of_each_route() -> list[Shown]:
    """What the suite looks at: each page in its first state. The other states are drawn by the same components."""
    return list({shown.route: shown for shown in reversed(pages.ALL)}.values())[::-1]


def assert_no_violations(page: Page) -> None:
    found = violations(page)
    assert not found, f"{page.url}\n" + "\n".join(found)


def routes_for_people() -> set[str]:
    """The names of all routes that answer GET and are neither of the editors nor of the API."""
    from importlib import import_module

    only_post = {
        row.route
        for app in apps.get_app_configs()
        if module_has_submodule(app.module, "rights")
        for row in import_module(f"{app.name}.rights").ROWS
        if "GET" not in row.methods
    }
    found = {route.view_name for route in all_routes() if (kind := class_of(route)) is None or kind.name in FOR_PEOPLE}
    return found - only_post


def test_every_route_has_a_page_here_or_a_reason() -> None:
    listed = {shown.route for shown in pages.ALL}
    assert routes_for_people() - listed - set(pages.ELSEWHERE) == set(), "give these an entry in tests/e2e/pages.py"
    assert (listed | set(pages.ELSEWHERE)) - routes_for_people() == set(), "these routes are gone"
    assert listed & set(pages.ELSEWHERE) == set()


@pytest.fixture(scope="package")
def staff_session(states: Any, browser: Any, site: Any) -> None:
    """The operator's timed session, which the gallery needs."""
    with browser.new_context(base_url=site.address, storage_state=states("operator")) as context:
        page = context.new_page()
        page.set_default_timeout(WAIT_MILLISECONDS)
        page.goto("/account/staff-session/")
        page.get_by_role("textbox").fill("Looking at the gallery")
        page.get_by_role("main").get_by_role("button").first.click()
        page.wait_for_load_state()


@pytest.mark.parametrize("shown", pages.ALL if EVERYTHING else one_of_each_route(), ids=lambda shown: shown.name)
def test_page_has_no_violation(shown: Shown, page_as: Any, site: Any, staff_session: None) -> None:
    page = page_as(shown.who)
    shown.open(page, site.facts)
    assert_no_violations(page)


@pytest.mark.parametrize("where", ["first seen", "seen again", "seen in a pale box"])
def test_words_too_pale_to_read_are_found_on_each_page_that_shows_them(where: str, page_as: Any) -> None:
    page = page_as(own=True)
    page.set_content(PALE_BOX if "box" in where else PALE_WORDS)
    if where == "seen again":
        violations(page, widths=(1280,))
    assert [line for line in violations(page, widths=(1280,)) if line.startswith("1280 px: color-contrast")]


@pytest.fixture
def no_areas(site: Any) -> Iterator[None]:
    """For a moment the network has no area."""
    with site.rows() as rows:
        rows.execute("UPDATE tenants_area SET status = 'archived'")
        yield
        rows.execute("UPDATE tenants_area SET status = 'active'")


@pytest.mark.parametrize("path", ["/programme/", "/areas/", "/your-turn/", "/"])
def test_page_of_an_empty_network_has_no_violation(path: str, no_areas: None, page_as: Any) -> None:
    page = page_as("network-manager")
    assert page.goto(path).status == 200
    assert_no_violations(page)


def test_stopping_a_job_has_no_violation(page_as: Any, site: Any) -> None:
    page = page_as("network-manager")
    page.goto(site.facts["job-waiting"] + "stop/")
    assert page.url.endswith("/stop/")
    assert_no_violations(page)


def test_staff_session_pages_have_no_violation(page_as: Any, site: Any, staff_session: None) -> None:
    page = page_as("operator")
    page.goto("/account/staff-session/")
    assert_no_violations(page)


def test_two_step_sign_in_has_no_violation_at_any_step(page_as: Any, site: Any) -> None:
    page = page_as(own=True)
    sign_in(page, site, "moderator-second")
    open_after_password(page, site, "/account/2fa/totp/activate/")
    assert_no_violations(page)

    secret = page.locator("#authenticator_secret").input_value()
    code = page.locator("input[name=code]")
    code.fill("000000")
    page.get_by_role("main").get_by_role("button", name="Turn the app on").click()
    assert_no_violations(page)

    page.locator("input[name=code]").fill(one_time_code(secret))
    page.get_by_role("main").get_by_role("button", name="Turn the app on").click()
    page.wait_for_url("**/recovery-codes/**")
    assert_no_violations(page)
    for path in ("/account/2fa/", "/account/2fa/recovery-codes/generate/", "/account/2fa/totp/deactivate/"):
        page.goto(path)
        assert page.url.endswith(path)
        assert_no_violations(page)

    page.context.clear_cookies()
    page.goto("/account/login/")
    page.get_by_label("E-mail address").fill("moderator-second@demo.example")
    page.get_by_label("Password", exact=True).fill(site.password)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url("**/2fa/authenticate/")
    assert_no_violations(page)


def test_being_asked_for_the_password_again_has_no_violation(page_as: Any, site: Any) -> None:
    page = page_as("commissioner")
    page.goto("/account/reauthenticate/")
    assert page.url.endswith("/account/reauthenticate/")
    assert_no_violations(page)


def test_adding_a_passkey_has_no_violation(page_as: Any, site: Any) -> None:
    page = page_as(own=True)
    sign_in(page, site, "moderator")
    open_after_password(page, site, "/account/2fa/webauthn/add/")
    assert_no_violations(page)


def open_after_password(page: Page, site: Any, path: str) -> None:
    """Open a page that asks for the password once more."""
    page.goto(path)
    page.get_by_label("Password", exact=True).fill(site.password)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url(f"**{path}")


def one_time_code(secret: str) -> str:
    """The six numbers that an authenticator app shows now (RFC 6238)."""
    key = base64.b32decode(secret)
    digest = hmac.new(key, struct.pack(">Q", int(time.time() // 30)), hashlib.sha1).digest()
    start = digest[-1] & 15
    return f"{(int.from_bytes(digest[start : start + 4], 'big') & 0x7FFFFFFF) % 1_000_000:06}"
