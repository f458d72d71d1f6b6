"""A release to the region in a browser: prepared, proposed, released by another person, seen exactly and rounded."""

import re
from typing import Any

from playwright.sync_api import Page, expect

RELEASES = "/areas/kernow/finance/releases/"
SLOW = 60_000  # milliseconds that the worker may take


def main(page: Page) -> Any:
    return page.get_by_role("main")


def press(page: Page, words: str) -> None:
    main(page).get_by_role("button", name=words, exact=True).first.click()


def wait_for(page: Page, address: str, words: str) -> None:
    """Look again until the worker has made it."""
    for _ in range(60):
        page.goto(address)
        if words in main(page).inner_text():
            return
        page.wait_for_timeout(1_000)
    raise AssertionError(f"{address} never said {words!r}")


def test_finance_lead_proposes_area_lead_releases_and_the_region_sees_it(page_as: Any) -> None:
    lead, other = page_as("finance-lead"), page_as("area-lead")
    lead.goto(RELEASES)
    main(lead).get_by_label("By which assumptions?").select_option(index=1)
    press(lead, "Prepare")
    lead.wait_for_url("**/jobs/*/")
    expect(main(lead)).to_contain_text("is prepared", timeout=SLOW)
    lead.goto(RELEASES)
    main(lead).get_by_role("link", name=re.compile("^Release ")).first.click()
    # Nothing about a person: the smallest band, and why it stands together.
    expect(main(lead)).to_contain_text("2-3 + 4+")
    expect(main(lead)).to_contain_text("4+ (4 people): fewer than ten people")
    main(lead).get_by_label("What should the area lead know").fill("The browser's own release")
    press(lead, "Propose this release")
    expect(main(lead)).to_contain_text("Waits for a decision")
    expect(main(lead).get_by_role("button", name="Release to the region")).to_have_count(0)

    number = re.search(r"releases/(\d+)/", lead.url)
    assert number
    other.goto(f"{RELEASES}{number[1]}/")
    expect(main(other)).to_contain_text("The browser's own release")
    press(other, "Release to the region")
    expect(main(other)).to_contain_text("Released")

    manager, board = page_as("network-manager"), page_as("board-member")
    wait_for(manager, "/network/finance/", "Region's figures 2")
    expect(main(manager)).to_contain_text("99 people")
    expect(main(manager).locator("tr", has_text="NHS Kernow").first).to_contain_text(number[1])
    board.goto("/programme/")
    main(board).get_by_role("link", name="Finance across the region").click()
    expect(main(board)).to_contain_text("about 100 people")
    expect(main(board)).not_to_contain_text("99 people")
    assert board.request.get("/network/finance/").status == 403
    stranger = page_as("area-lead-bristol")
    assert stranger.request.get(f"{RELEASES}{number[1]}/").status == 404
