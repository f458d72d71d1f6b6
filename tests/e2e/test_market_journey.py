"""The marketplace in a browser: an offer is written, checked, found, compared, planned with and asked about.

And what somebody could not find comes back as a statement, and as an offer that answers it.
"""

import re
from typing import Any

from playwright.sync_api import Page, expect

OFFER = "Journey: sitting up at night"
ANSWERS = "Journey: lifts to the hospital"


def main(page: Page) -> Any:
    return page.get_by_role("main")


def press(page: Page, words: str) -> None:
    main(page).get_by_role("button", name=words, exact=True).first.click()
    page.wait_for_load_state("load")


def follow(page: Page, words: str) -> None:
    main(page).get_by_role("link", name=words).first.click()
    page.wait_for_load_state("load")


def tick(page: Page, *words: str) -> None:
    for each in words:
        main(page).get_by_label(each, exact=True).check()


def write_and_send(provider: Page, title: str, *, need: str, when: str) -> None:
    """The wizard's first seven questions, and no more; then the preview, and off it goes."""
    provider.goto("/market/provider/")
    press(provider, "Write an offer")
    provider.get_by_label("What do you call it?").fill(title)
    press(provider, "Save and go on")
    provider.get_by_label("What is it, and for whom?").fill("Somebody is with you. For adults who live alone.")
    press(provider, "Save and go on")
    tick(provider, need)
    press(provider, "Save and go on")
    tick(provider, "NHS Kernow", "We go to villages and the countryside too")
    press(provider, "Save and go on")
    tick(provider, "For an hour")
    provider.get_by_label("The price", exact=True).fill("14.50")
    press(provider, "Save and go on")
    tick(provider, "Direct payment")
    press(provider, "Save and go on")
    tick(provider, when)
    press(provider, "Save and stop")
    press(provider, "Go on writing")
    expect(main(provider)).to_contain_text("£14.50 an hour")
    press(provider, "Send it for its check")


def check(commissioner: Page, title: str) -> None:
    commissioner.goto("/market/checks/")
    follow(commissioner, title)
    expect(main(commissioner)).to_contain_text("£14.50 an hour")
    main(commissioner).get_by_label("Publish it").check()
    press(commissioner, "Decide")


def test_offer_is_published_checked_found_compared_asked_about_and_judged(page_as: Any) -> None:
    provider, commissioner, buyer = page_as("provider-editor"), page_as("commissioner"), page_as("budget-holder")
    write_and_send(provider, OFFER, need="Care at home", when="Regular (every week or so)")
    nobody = page_as("")
    nobody.goto("/market/?q=sitting+up+at+night")
    expect(main(nobody)).not_to_contain_text(OFFER)
    check(commissioner, OFFER)

    buyer.goto("/market/")
    buyer.get_by_label("What are you looking for?").fill("sitting up")
    buyer.get_by_label("Kind of support").select_option("care_at_home")
    press(buyer, "Show offers")
    assert "q=sitting" in buyer.url and "need=care_at_home" in buyer.url
    main(buyer).get_by_role("checkbox", name=re.compile(OFFER)).check()
    press(buyer, "Compare what I ticked")
    expect(main(buyer)).to_contain_text("£14.50")
    follow(buyer, OFFER)
    ask_and_hear(buyer, provider)
    judge(buyer, commissioner, provider)


def ask_and_hear(buyer: Page, provider: Page) -> None:
    press(buyer, "Ask about this")
    if buyer.url.split("?")[0].endswith("/name/"):
        buyer.get_by_label("What should providers call you?").fill("Juniper")
        press(buyer, "Go on")
    buyer.get_by_label("What would you like to know?").fill("Do you come to Mullion?")
    press(buyer, "Send")
    expect(main(buyer)).to_contain_text("Do you come to Mullion?")

    provider.goto("/market/provider/enquiries/")
    follow(provider, OFFER)
    expect(main(provider)).to_contain_text("Juniper")
    expect(provider.locator("body")).not_to_contain_text("Bea Budget")
    provider.get_by_label("Your message").fill("Yes, on every night but Monday.")
    press(provider, "Send the answer")
    buyer.goto("/market/enquiries/")
    follow(buyer, OFFER)
    expect(main(buyer)).to_contain_text("on every night but Monday")


def judge(buyer: Page, commissioner: Page, provider: Page) -> None:
    press(buyer, "Give feedback")
    tick(buyer, "Partly")
    buyer.get_by_label("What should others know?").fill("Kind, and late twice.")
    press(buyer, main(buyer).get_by_role("button").first.inner_text())
    commissioner.goto("/market/checks/words/")
    follow(commissioner, "Sample: Tamar Company")
    tick(commissioner, "Show it")
    press(commissioner, "Decide")
    provider.goto("/market/provider/feedback/")
    expect(main(provider)).to_contain_text("Kind, and late twice.")
