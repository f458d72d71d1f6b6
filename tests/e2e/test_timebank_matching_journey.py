"""In a browser: an area asks for help, the coordinator runs the matching, both sides say yes."""

from typing import Any

from playwright.sync_api import Page, expect

TITLE = "Brokers for the west of the county"


def main(page: Page) -> Any:
    return page.get_by_role("main")


def press(page: Page, words: str) -> None:
    main(page).get_by_role("button", name=words, exact=True).first.click()


def ask(page: Page) -> None:
    """A request of two hours for brokerage, which Bristol offers; first with a mistake, which keeps what was typed."""
    page.goto("/timebank/requests/new/")
    page.get_by_label("Title").fill(TITLE)
    page.get_by_label("Topic").select_option("market-development")
    page.get_by_label("Hours").fill("2.1")
    for part, value in (("day", "30"), ("month", "9"), ("year", "2015")):
        page.locator(f"[name=needed_by-{part}]").fill(value)
    page.get_by_label("Why do you need it?").fill("Too few brokers apply, and nobody knows how Bristol found theirs.")
    press(page, "Ask for help")
    expect(main(page)).to_contain_text("Enter quarters of an hour")
    expect(page.get_by_label("Title")).to_have_value(TITLE)
    page.get_by_label("Hours").fill("2")
    press(page, "Ask for help")
    expect(main(page).get_by_role("heading", level=1)).to_contain_text(TITLE)


def say_yes(page: Page) -> None:
    """From the list of matches to the one in question, with its reasons, and yes."""
    page.goto("/timebank/proposals/")
    main(page).get_by_role("link", name=TITLE).first.click()
    expect(main(page)).to_contain_text("NHS Bristol offers what NHS Kernow asks for: market development")
    press(page, "Yes, we want this")


def test_an_area_asks_is_matched_and_both_sides_say_yes(page_as: Any) -> None:
    lead, manager, bristol = page_as("area-lead"), page_as("network-manager"), page_as("area-lead-bristol")
    ask(lead)
    manager.goto("/timebank/matching/")
    press(manager, "Run the matching")
    expect(main(manager)).to_contain_text(f"NHS Bristol helps NHS Kernow: {TITLE}")
    expect(main(manager)).to_contain_text("Areas below their fair share get")
    say_yes(lead)
    expect(main(lead)).to_contain_text("The other side has been told")
    say_yes(bristol)
    lead.goto("/timebank/mine/")
    row = main(lead).locator("tr", has_text=TITLE)
    expect(row).to_contain_text("Somebody helps")
