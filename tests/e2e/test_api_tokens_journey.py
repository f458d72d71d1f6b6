"""Somebody makes a token in a browser, a program uses it, and it ends."""

import json
import re
import urllib.error
import urllib.request
from typing import Any

from playwright.sync_api import Page, expect

from tests.e2e.site import Site


def main(page: Page) -> Any:
    return page.get_by_role("main")


def ask(site: Site, path: str, token: str = "") -> tuple[int, Any]:
    """What a program is answered: the status, and the JSON."""
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    try:
        with urllib.request.urlopen(urllib.request.Request(site.url(path), headers=headers), timeout=30) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as refusal:
        with refusal:
            return refusal.code, json.load(refusal)


def test_token_is_made_used_and_revoked(page_as: Any, site: Site) -> None:
    page = page_as("board-member")
    page.goto("/me/")
    page.get_by_role("navigation", name="Account").get_by_role("link", name="API tokens").click()
    main(page).get_by_role("button", name="Make a token").click()
    main(page).get_by_label("What is it for?").fill("A journey")
    main(page).get_by_label("Read what the programme board sees").check()
    main(page).get_by_role("button", name="Make the token").click()
    token = main(page).get_by_role("region", name="Your token").inner_text().strip()

    assert re.fullmatch(r"ipc_[\w-]{43}", token)
    status, budgets = ask(site, "/api/v1/programme/budgets", token)
    assert (status, sum(each["in_place"] for each in budgets["items"])) == (200, 198)
    assert ask(site, "/api/v1/areas", token)[0] == 403
    assert ask(site, "/api/v1/areas")[0] == 401

    page.goto("/me/tokens/")
    main(page).get_by_role("link", name="Revoke “A journey”").click()
    main(page).get_by_role("button", name="Revoke this token").click()
    expect(page.get_by_role("alert").or_(main(page)).first).to_contain_text("no longer works")
    assert ask(site, "/api/v1/programme/budgets", token)[0] == 401


def test_calendar_goes_to_a_telephone_that_can_not_sign_in(page_as: Any, site: Site) -> None:
    page = page_as("board-member")
    page.goto("/me/calendars/")
    main(page).get_by_role("button", name="Make a link").click()
    address = main(page).get_by_role("region", name="The secret address").inner_text().strip()

    with urllib.request.urlopen(address, timeout=30) as answer:
        assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
        assert answer.read().startswith(b"BEGIN:VCALENDAR")
