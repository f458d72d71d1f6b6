"""The time bank in a browser: asked, matched, booked, confirmed by both sides, on the statement; and a dispute."""

import re
from typing import Any

from playwright.sync_api import Page, expect

TITLE = "Journey: how to win providers"


def main(page: Page) -> Any:
    return page.get_by_role("main")


def press(page: Page, words: str) -> None:
    main(page).get_by_role("button", name=words, exact=True).first.click()
    page.wait_for_load_state("load")


def fill_date(page: Page, name: str, day: int, month: int, year: int = 2015) -> None:
    for part, value in (("day", day), ("month", month), ("year", year)):
        page.locator(f"[name='{name}-{part}']").fill(str(value))


def ask_and_offer(kernow: Page, bristol: Page) -> None:
    kernow.goto("/timebank/requests/new/")
    kernow.locator("[name=title]").fill(TITLE)
    kernow.locator("[name=topic]").select_option("market-development")
    kernow.locator("[name=minutes]").fill("2")
    fill_date(kernow, "needed_by", 30, 9)
    kernow.get_by_label("1: most pressing").check()
    kernow.locator("[name=why]").fill("So that there is support to choose from.")
    press(kernow, "Ask for help")
    expect(main(kernow)).to_contain_text(TITLE)

    bristol.goto("/timebank/offers/new/")
    bristol.locator("[name=title]").fill("Journey: the market, what we did")
    bristol.locator("[name=topic]").select_option("market-development")
    bristol.locator("[name=minutes_a_month]").fill("4")
    fill_date(bristol, "available_from", 1, 7)
    press(bristol, "Offer help")
    expect(main(bristol)).to_contain_text("what we did")


def match_and_agree(manager: Page, kernow: Page, bristol: Page) -> None:
    manager.goto("/timebank/matching/")
    press(manager, "Run the matching")
    expect(main(manager)).to_contain_text(TITLE)
    for page in (kernow, bristol):
        page.goto("/timebank/proposals/")
        main(page).get_by_role("link", name=re.compile(TITLE)).first.click()
        press(page, "Yes, we want this")


def test_asked_matched_booked_confirmed_by_both_sides_and_on_the_statement(page_as: Any) -> None:
    kernow, bristol, manager = page_as("area-lead"), page_as("area-lead-bristol"), page_as("network-manager")
    ask_and_offer(kernow, bristol)
    match_and_agree(manager, kernow, bristol)

    # The second yes leads to the session, which looks for a date.
    session = bristol.url
    assert "/timebank/sessions/" in session
    main(bristol).get_by_role("button", name="Propose dates").click()
    fill_date(bristol, "first_day", 15, 7)
    bristol.locator("[name=first_time]").fill("9am")
    press(bristol, "Propose")
    expect(main(bristol)).to_contain_text("15 July 2015 at 9am")
    kernow.goto(session)
    expect(main(kernow)).to_contain_text("This waits for you")
    press(kernow, "Can")
    expect(main(kernow)).to_contain_text("Booked")
    calendar = kernow.request.get(f"{session}calendar.ics")
    assert "DTSTART;TZID=Europe/London:20150715T090000" in calendar.text()

    # It was today; both say how long it was.
    bristol.goto(session)
    main(bristol).get_by_role("button", name="Say how long it was").click()
    press(bristol, "Confirm")
    kernow.goto("/timebank/confirming/")
    main(kernow).get_by_role("link", name=TITLE).click()
    expect(main(kernow)).to_contain_text("Confirm that it was 2 hours")
    main(kernow).get_by_role("button", name=re.compile("Say how long it was")).click()
    press(kernow, "Confirm")
    expect(main(kernow)).to_contain_text("Hours confirmed")

    for page, slug in ((kernow, "kernow"), (bristol, "bristol")):
        page.goto(f"/timebank/accounts/{slug}/")
        expect(main(page)).to_contain_text("Session: Market development")


def test_a_dispute_is_raised_held_and_settled(page_as: Any) -> None:
    kernow, bristol, manager = page_as("area-lead"), page_as("area-lead-bristol"), page_as("network-manager")
    title = "Journey: a session that was shorter"
    bristol.goto("/timebank/sessions/record/")
    bristol.get_by_label("We give the time").check()
    bristol.get_by_label("NHS Kernow", exact=True).check()
    fill_date(bristol, "met_on", 14, 7)
    bristol.locator("[name=title]").fill(title)
    bristol.locator("[name=topic]").select_option("workforce")
    bristol.locator("[name=minutes]").fill("2")
    press(bristol, "Record it")
    session = bristol.url

    kernow.goto(session)
    main(kernow).get_by_role("button", name="Raise a dispute").click()
    kernow.locator("[name=reason]").fill("It was one hour.")
    press(kernow, "Raise it")
    expect(main(kernow)).to_contain_text("Disputed")
    bristol.goto(session)
    expect(main(bristol).get_by_role("button", name=re.compile("Say how long"))).to_have_count(0)

    manager.goto("/timebank/sessions/watch/")
    main(manager).get_by_role("link", name=title).click()
    main(manager).get_by_role("button", name="Settle the dispute").click()
    manager.locator("[name=minutes]").fill("1.5")
    manager.locator("[name=reason]").fill("The diaries say an hour and a half.")
    press(manager, "Settle it")
    for page in (kernow, bristol):
        page.goto(session)
        expect(main(page)).to_contain_text("1 hour 30 minutes")
        expect(main(page)).to_contain_text("The diaries say an hour and a half.")
